"""What the officer says of how an edition is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.contests.enums import TieSettling
from thidua.contests.models import JudgingCriterion, JudgingRound
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.numbers import format_number
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused, Sentence

MOST_CRITERIA: Final = 20
MOST_ROUNDS: Final = 5


@dataclass(frozen=True, kw_only=True)
class CriterionLine:
    """A criterion: marks from 0 to `top`, counted `weight` times."""

    name: str
    top: Decimal
    weight: Decimal = Decimal(1)
    settles_ties: bool = False

    def values(self) -> dict[str, object]:
        """Return the columns to store."""
        return {
            "name": clean_line(self.name),
            "top": self.top,
            "weight": self.weight,
            "settles_ties": self.settles_ties,
        }

    def told(self) -> str:
        """Return the criterion for the log: «Nội dung: 0–10 × 2»."""
        mark = " *" if self.settles_ties else ""
        top, weight = format_number(self.top), format_number(self.weight)
        return f"{clean_line(self.name)}: 0–{top} × {weight}{mark}"


@dataclass(frozen=True, kw_only=True)
class RoundLine:
    """A round: how many entries of each category go on (None: the last), and how often its total counts."""

    name: str
    going_on: int | None = None
    weight: Decimal = Decimal(1)

    def values(self) -> dict[str, object]:
        """Return the columns to store."""
        return {"name": clean_line(self.name), "going_on": self.going_on, "weight": self.weight}

    def told(self) -> str:
        """Return the round for the log: «Sơ khảo → 20 × 0»."""
        on = "" if self.going_on is None else f" → {self.going_on}"
        return f"{clean_line(self.name)}{on} × {format_number(self.weight)}"


@dataclass(frozen=True, kw_only=True)
class JudgingContent:
    """Criteria, rounds in their order, and what becomes of equal totals."""

    tie_rule: str
    criteria: Sequence[CriterionLine]
    rounds: Sequence[RoundLine]

    def cleaned(self) -> dict[str, object]:
        """Return the columns of the rules; raises Refused with sentences per field."""
        faults: Faults = {}
        if self.tie_rule not in TieSettling.values:
            faults["tie_rule"] = _("Choose what becomes of equal totals.")
        if said := self._criterion_faults():
            faults["criteria"] = said
        if said := self._round_faults():
            faults["rounds"] = said
        if faults:
            raise Refused(faults)
        return {"tie_rule": self.tie_rule}

    def _criterion_faults(self) -> list[Sentence]:
        said: list[Sentence] = []
        if not self.criteria or len(self.criteria) > MOST_CRITERIA:
            said.append(_("Write 1 to 20 criteria."))
        said += _name_faults([one.name for one in self.criteria])
        for one in self.criteria:
            said += [str(fault) for fault in misfits(JudgingCriterion, one.values()).values()]
            if one.top <= 0 or one.weight <= 0:
                said.append(
                    _("Top mark and weight of “%(name)s” must be above 0.") % {"name": clean_line(one.name)}
                )
        settling = sum(one.settles_ties for one in self.criteria)
        if settling > 1 or (self.tie_rule == TieSettling.CRITERION and settling != 1):
            said.append(_("Mark exactly one criterion as the one that settles ties."))
        return list(dict.fromkeys(said))

    def _round_faults(self) -> list[Sentence]:
        said: list[Sentence] = []
        if not self.rounds or len(self.rounds) > MOST_ROUNDS:
            return [_("Write 1 to 5 rounds.")]
        said += _name_faults([one.name for one in self.rounds])
        for one in self.rounds:
            said += [str(fault) for fault in misfits(JudgingRound, one.values()).values()]
            if one.weight < 0:
                said.append(_("The weight of a round is 0 or more."))
        for one in self.rounds[:-1]:
            if one.going_on is None or one.going_on < 1:
                said.append(
                    _("Write how many entries of each category go on from round “%(name)s”, 1 or more.")
                    % {"name": clean_line(one.name)}
                )
        if self.rounds[-1].going_on is not None:
            said.append(_("Nobody goes on from the last round. Leave its number empty."))
        if self.rounds[-1].weight <= 0:
            said.append(_("The last round must count: write a weight above 0."))
        return list(dict.fromkeys(said))


def _name_faults(names: Sequence[str]) -> list[Sentence]:
    cleaned = [clean_line(name) for name in names]
    if all(cleaned) and len(set(cleaned)) == len(cleaned):
        return []
    return [_("Each line needs a name of its own. Correct them.")]
