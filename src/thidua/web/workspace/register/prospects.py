"""What somebody could be proposed for today, and what is missing, by the law book and the register alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Appraisal, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.clauses import written_out
from thidua.core.law.engine import appraise
from thidua.core.law.facts import NomineeFacts, Question
from thidua.core.law.summaries.phrases import capitalised, sentence
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import language, said
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Household, Person, Unit

MOST_TOLD: Final = 4


@dataclass(frozen=True)
class Prospect:
    """One award: what is missing in sentences, the clause looked at, the first year in which it could be met."""

    code: str
    award: str
    clause: str
    told: tuple[str, ...]
    earliest: int | None


@dataclass(frozen=True)
class ProspectGroup:
    """Awards that stand alike; `is_open`: shown without being asked for."""

    key: str
    title: str
    rows: tuple[Prospect, ...]
    is_open: bool


@dataclass(frozen=True)
class Prospects:
    """All groups; `warning`: what is to be known of the law text that they were judged by."""

    groups: tuple[ProspectGroup, ...]
    warning: str


def prospects_of(recipient: Person | Unit | Household, facts: NomineeFacts, on: date) -> Prospects:
    """Return the awards that the law book can judge for such a recipient, for merit, in groups; no query.

    Ready: everything is on record. Judged: the records suffice, a person judges the rest. One: one thing is missing.
    Where the conditions of the text in force are not loaded, they are judged by the text before it.
    """
    book, kind = current_book(), _kind(recipient)
    groups: dict[str, list[Prospect]] = {"ready": [], "judged": [], "one": [], "not": []}
    warning = ""
    for award in sorted(book.awards.values(), key=lambda one: (-one.rank, one.code)):
        if not award.alternatives or kind not in award.recipients:
            continue
        found = appraise(book, Question(award=award.code, on=on, recipient=kind), facts)
        if any(one.counts for one in found.alternatives):
            groups[_group(found)].append(_prospect(book, found, on))
        if found.under_old_text is not None and (text := book.texts.get(found.text)) and text.warning:
            warning = said(sentence(capitalised(text.warning)))
    titles = {
        "ready": _("Ready: everything the law asks is on record"),
        "judged": _("The records suffice, a person judges the rest"),
        "one": _("One thing is missing"),
        "not": pgettext("award", "Not yet"),
    }
    shown = (
        ProspectGroup(key, titles[key], tuple(rows), key != "not") for key, rows in groups.items() if rows
    )
    return Prospects(tuple(shown), warning)


def _kind(recipient: Person | Unit | Household) -> str:
    if isinstance(recipient, Household):
        return "household"
    if isinstance(recipient, Unit):
        return "enterprise" if recipient.kind == UnitKind.ENTERPRISE else "collective"
    return "individual"


def _verdict(found: Appraisal) -> Verdict:
    return found.verdict if found.under_old_text is None else found.under_old_text


def _group(found: Appraisal) -> str:
    verdict = _verdict(found)
    if verdict is not Verdict.NOT_MET:
        return "ready" if verdict is Verdict.MET else "judged"
    return "one" if len(_failed(found)) == 1 and not found.rules else "not"


def _failed(found: Appraisal) -> list[Wording]:
    """Return what the records lack, without what a person has to judge anyhow."""
    lacks = {leaf.lacks for leaf in _leaves(found) if leaf.verdict is Verdict.NOT_MET}
    return [one for one in found.missing if one in lacks]


def _leaves(found: Appraisal) -> list[Finding]:
    leading = _leading(found)
    return [leaf for one in leading.findings for leaf in one.leaves()] if leading else []


def _leading(found: Appraisal) -> AlternativeFinding | None:
    return next((one for one in found.alternatives if one.id == (found.by or found.nearest)), None)


def _prospect(book: LawBook, found: Appraisal, on: date) -> Prospect:
    leading = _leading(found)
    return Prospect(
        code=found.award,
        award=said(capitalised(book.awards[found.award].name_on(on))),
        clause=written_out(leading.cites, book, language()) if leading else "",
        told=_sentences(_told(found)),
        earliest=found.earliest if _verdict(found) is Verdict.NOT_MET else None,
    )


def _told(found: Appraisal) -> list[Wording]:
    """Return what is missing; where a person judges, what that person is asked; else what the records show."""
    verdict = _verdict(found)
    if verdict is Verdict.NOT_MET:
        rules = [rule.outcome for rule in found.rules if rule.verdict is not Verdict.MET]
        return [*rules, *(_failed(found) or found.missing)]
    if verdict is Verdict.NEEDS_HUMAN:
        return [leaf.text for leaf in _leaves(found) if leaf.verdict is Verdict.NEEDS_HUMAN]
    return [leaf.outcome for leaf in _leaves(found) if leaf.verdict is Verdict.MET]


def _sentences(wordings: Iterable[Wording]) -> tuple[str, ...]:
    told = (said(sentence(capitalised(one))) for one in wordings)
    return tuple(dict.fromkeys(told))[:MOST_TOLD]
