"""The check of a nominee by the law as a voter reads it: why eligible, condition by condition, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.language import Wording
from thidua.core.law.cases.clauses import written_out
from thidua.core.law.citations import Citation
from thidua.core.law.summaries.phrases import capitalised, sentence
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import language, said
from thidua.nominations.enums import Outcome
from thidua.nominations.models import FindingDecision, Nomination, StoredAppraisal
from thidua.nominations.stored_findings import MET, NEEDS_HUMAN, NOT_MET, StoredFinding, leaves
from thidua.web.shell.tags import Tag, Tone

_VERDICTS: Final[dict[int, tuple[Promise, Tone]]] = {
    MET: (gettext_lazy("fulfilled"), Tone.SUCCESS),
    NOT_MET: (gettext_lazy("not fulfilled"), Tone.WARNING),
    NEEDS_HUMAN: (gettext_lazy("to be judged"), Tone.INFO),
}
# Voters read whether these hold; what the records say of a person's discipline stays with the Board.
_CONFIDENTIAL: Final = frozenset({"discipline_at_least", "no_member_discipline"})
_FOUND_ELIGIBLE: Final = frozenset({Outcome.ELIGIBLE, Outcome.PASSED, Outcome.FAILED, Outcome.GRANTED})


@dataclass(frozen=True)
class Condition:
    """One condition: what holds in the end, the law's words and place, and what an officer decided with the reason."""

    tag: Tag
    text: str
    found: str
    clause: str
    decided: str


@dataclass(frozen=True)
class Appraised:
    """Why the nominee came before the council, and the conditions of the way by which they did."""

    why: str
    conditions: tuple[Condition, ...]


def appraised(nomination: Nomination) -> Appraised:
    """Return the last check of a nomination; without conditions where none is stored. Two queries."""
    stored = nomination.appraisals.order_by("-ordinal").first()
    if stored is None:
        return Appraised(_why(nomination, ()), ())
    decided = {one.finding: one for one in stored.decisions.all()}
    conditions = tuple(_condition(one, decided.get(one.key)) for one in _leading(stored))
    return Appraised(_why(nomination, conditions), conditions)


def _leading(stored: StoredAppraisal) -> list[StoredFinding]:
    """Return the findings of the way that carried the award, or came nearest, and the rules for every award."""
    way = stored.result["by"] or stored.result["nearest"]
    found = {one.key: one for one in leaves(stored.result)}
    return [one for one in found.values() if one.alternative in (way, "")]


def _condition(found: StoredFinding, decision: FindingDecision | None) -> Condition:
    verdict = found.verdict if decision is None else (MET if decision.holds else NOT_MET)
    words, tone = _VERDICTS[verdict]
    is_confidential = found.condition in _CONFIDENTIAL
    ruling = ""
    if decision is not None:
        ruling = str(decision.get_ruling_display())
        ruling = f"{ruling}: {decision.reason}" if decision.reason and not is_confidential else ruling
    cites = [Citation(**cited) for cited in found.cites]
    return Condition(
        tag=Tag(str(words), tone),
        text=_spoken(found.text),
        found="" if is_confidential else _spoken(found.outcome),
        clause=written_out(cites, current_book(), language()),
        decided=ruling,
    )


def _why(nomination: Nomination, conditions: tuple[Condition, ...]) -> str:
    if nomination.outcome not in _FOUND_ELIGIBLE:
        return _("The Board's conclusion now: %(outcome)s.") % {"outcome": nomination.get_outcome_display()}
    clauses = "; ".join(dict.fromkeys(one.clause for one in conditions if one.clause))
    if not clauses:
        return _("The Board found the nominee eligible.")
    return _("The Board found the nominee eligible by %(clauses)s.") % {"clauses": clauses}


def _spoken(words: object) -> str:
    if not isinstance(words, dict) or not words.get("vi"):
        return ""
    return said(sentence(capitalised(Wording(vi=words["vi"], en=words["en"]))))
