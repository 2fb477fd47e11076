"""What somebody could be proposed for today, and what is missing, by the law book and the register alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.language import Wording
from thidua.core.law.appraisal import AlternativeFinding, Appraisal, Verdict
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


def prospects_of(
    recipient: Person | Unit | Household, facts: NomineeFacts, on: date
) -> tuple[ProspectGroup, ...]:
    """Return the awards that the law book can judge for such a recipient, for merit, in groups; no query.

    Ready: everything is on record. Judged: the records suffice, a person judges the rest. One: one thing is missing.
    """
    book, kind = current_book(), _kind(recipient)
    groups: dict[str, list[Prospect]] = {"ready": [], "judged": [], "one": [], "not": []}
    awards = sorted(book.awards.values(), key=lambda one: (-one.rank, one.code))
    for award in awards:
        if award.alternatives and kind in award.recipients:
            found = appraise(book, Question(award=award.code, on=on, recipient=kind), facts)
            groups[_group(found)].append(_prospect(book, found, on))
    titles = {
        "ready": _("Ready: everything the law asks is on record"),
        "judged": _("The records suffice, a person judges the rest"),
        "one": _("One thing is missing"),
        "not": _("Not yet"),
    }
    return tuple(
        ProspectGroup(key, titles[key], tuple(rows), key != "not") for key, rows in groups.items() if rows
    )


def _kind(recipient: Person | Unit | Household) -> str:
    if isinstance(recipient, Household):
        return "household"
    if isinstance(recipient, Unit):
        return "enterprise" if recipient.kind == UnitKind.ENTERPRISE else "collective"
    return "individual"


def _group(found: Appraisal) -> str:
    if found.verdict is Verdict.MET:
        return "ready"
    if found.verdict is Verdict.NEEDS_HUMAN:
        return "judged"
    return "one" if len(found.missing) == 1 and not found.rules else "not"


def _prospect(book: LawBook, found: Appraisal, on: date) -> Prospect:
    leading = next((one for one in found.alternatives if one.id == (found.by or found.nearest)), None)
    award = book.awards[found.award]
    return Prospect(
        code=found.award,
        award=said(capitalised(award.name_on(on))),
        clause=written_out(leading.cites, book, language()) if leading else "",
        told=_told(found, leading),
        earliest=found.earliest if found.verdict is Verdict.NOT_MET else None,
    )


def _told(found: Appraisal, leading: AlternativeFinding | None) -> tuple[str, ...]:
    """Return what is missing; where a person judges, what that person is asked; else what the records show."""
    leaves = [leaf for one in leading.findings for leaf in one.leaves()] if leading else []
    if found.verdict is Verdict.NOT_MET:
        return _sentences([*found.reasons, *found.missing])
    if found.verdict is Verdict.NEEDS_HUMAN:
        return _sentences(
            [*found.reasons, *(leaf.text for leaf in leaves if leaf.verdict is Verdict.NEEDS_HUMAN)]
        )
    return _sentences([leaf.outcome for leaf in leaves])


def _sentences(wordings: Iterable[Wording] | Sequence[Wording]) -> tuple[str, ...]:
    told = (said(sentence(capitalised(one))) for one in wordings)
    return tuple(dict.fromkeys(told))[:MOST_TOLD]
