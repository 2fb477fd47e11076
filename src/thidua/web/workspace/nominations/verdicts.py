"""What the law engine found, as sentences that a unit reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.language import Wording
from thidua.core.law.appraisal import Appraisal, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.clauses import written_out
from thidua.core.law.summaries.phrases import capitalised, sentence
from thidua.lawbook.spoken import language, said
from thidua.nominations.queries.duplicates import Duplicate, Sureness, Where
from thidua.web.shell.tags import Tag, Tone

_VERDICTS: Final[dict[Verdict, tuple[Promise, Tone]]] = {
    Verdict.MET: (gettext_lazy("meets the law"), Tone.SUCCESS),
    Verdict.NOT_MET: (gettext_lazy("does not meet the law"), Tone.WARNING),
    Verdict.NEEDS_HUMAN: (gettext_lazy("an officer has to judge"), Tone.INFO),
}
_MOST_REASONS: Final = 6


@dataclass(frozen=True)
class ShownFinding:
    """One condition: what is asked, what was found, and where the law says so."""

    verdict: Tag
    text: str
    outcome: str
    clause: str


@dataclass(frozen=True)
class ShownVerdict:
    """The answer for one nominee. `missing`: what is still needed; `earliest`: the first year it could be met."""

    tag: Tag
    award: str
    clause: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    earliest: int | None
    findings: tuple[ShownFinding, ...]


def shown_verdict(book: LawBook, found: Appraisal, on: date) -> ShownVerdict:
    """Return the answer of the engine with the conditions of the way that carried it, or that lacks least."""
    leading = next((one for one in found.alternatives if one.id == (found.by or found.nearest)), None)
    leaves = [leaf for finding in leading.findings for leaf in finding.leaves()] if leading else []
    met = found.verdict is Verdict.MET
    rules = (rule.outcome for rule in found.rules if rule.verdict is not Verdict.MET)
    return ShownVerdict(
        tag=verdict_tag(found.verdict),
        award=award_name(book, found.award, on),
        clause=written_out(leading.cites, book, language()) if leading else "",
        reasons=() if met else _sentences([*found.reasons, *rules]),
        missing=() if met else _sentences(found.missing),
        warnings=_sentences(found.warnings),
        earliest=found.earliest if found.verdict is Verdict.NOT_MET else None,
        findings=tuple(_finding(book, leaf) for leaf in leaves),
    )


def verdict_tag(verdict: Verdict) -> Tag:
    """Return a verdict in words."""
    words, tone = _VERDICTS[verdict]
    return Tag(str(words), tone)


def award_name(book: LawBook, code: str, on: date) -> str:
    """Return the name of an award on a day; its code where the book does not know it."""
    award = book.awards.get(code)
    return said(capitalised(award.name_on(on))) if award else code


def duplicate_sentence(found: Duplicate, own: str, numbers: Sequence[int] = ()) -> str:
    """Return one reason to stop and look. Of another unit's open dossier nothing is told but that there is one.

    `own`: the code of the dossier that is written; `numbers`: those of the lines, as the person sees them.
    """
    facts = {"name": found.name, "unit": found.unit, "year": found.year, "reference": found.reference}
    if found.where is Where.LIST:
        line = numbers[found.pk] if numbers else found.pk + 1
        return _("Line %(line)s of this list looks like the same recipient.") % {"line": line}
    if found.where is Where.PENDING:
        if found.reference == own:
            return _("A recipient called %(name)s stands in this dossier already.") % facts
        if found.sureness is Sureness.CERTAIN:
            return _("This recipient is nominated in another dossier that is still open.")
        return _("A recipient called %(name)s is nominated in another dossier that is still open.") % facts
    known = (
        _("Commended already in %(year)s: %(name)s (%(unit)s)")
        if found.unit
        else _("Commended already in %(year)s: %(name)s")
    )
    text = known % facts
    if found.reference:
        text += _(", decision %(reference)s") % facts
    if found.sureness is Sureness.CERTAIN:
        return f"{text}."
    return _("%(text)s. Check whether it is the same recipient.") % {"text": text}


def _finding(book: LawBook, leaf: Finding) -> ShownFinding:
    return ShownFinding(
        verdict=_condition_tag(leaf.verdict),
        text=said(capitalised(leaf.text)),
        outcome=_sentence(leaf.outcome),
        clause=written_out(leaf.cites, book, language()),
    )


def _condition_tag(verdict: Verdict) -> Tag:
    words = {
        Verdict.MET: Tag(_("met"), Tone.SUCCESS),
        Verdict.NOT_MET: Tag(_("not met"), Tone.WARNING),
        Verdict.NEEDS_HUMAN: Tag(_("to be judged"), Tone.INFO),
    }
    return words[verdict]


def _sentences(wordings: Iterable[Wording]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_sentence(one) for one in wordings))[:_MOST_REASONS]


def _sentence(wording: Wording) -> str:
    return said(sentence(capitalised(wording)))
