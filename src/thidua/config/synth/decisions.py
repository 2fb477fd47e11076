"""Awards of a year → decisions: who decides, number, day, and 20 to 60 recipients each where there are so many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from thidua.config.synth.award_kinds import KINDS, Decider
from thidua.config.synth.careers import Numbers, YearOfAwards
from thidua.config.synth.names import Generator
from thidua.config.synth.units import UnitPlan

LEAST: Final = 20
MOST: Final = 60


@dataclass(frozen=True)
class Decisions:
    """Decisions of a year, one place each, and for each award (in `order`) its decision and place in the list.

    `number` counts through the year of a decider and award level; `day` is the day of the year, from 0.
    """

    decider: Numbers
    award: Numbers
    number: Numbers
    day: Numbers
    order: Numbers  # of the awards of the year
    decision: Numbers  # of each award in that order, from 0
    ordinal: Numbers  # from 1

    def dates(self, year: int) -> list[str]:
        """Return the day of each decision, ISO."""
        first = date(year, 1, 1)
        days = [(first + timedelta(days=number)).isoformat() for number in range(365)]
        return [days[number] for number in self.day.tolist()]


def decide(random: Generator, awards: YearOfAwards, units: UnitPlan) -> Decisions:
    """Cut the awards of a year into decisions: one decider, one award form, one list."""
    level = np.array([kind.decider for kind in KINDS])[awards.award]
    decider = np.where(level == Decider.BASIC, units.decider[awards.unit], units.province[awards.unit])
    group = decider * len(KINDS) + awards.award
    order = np.lexsort((random.random(len(group)), group))
    ordered = group[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else order
    sizes = np.diff(np.append(starts, len(ordered)))
    usual = np.round(sizes / random.integers(LEAST + 10, MOST - 10, len(sizes))).astype(np.int64)
    pieces = np.maximum(np.maximum(1, usual), -(-sizes // MOST))
    length = -(-sizes // pieces)  # lists of a group are about equally long
    pieces = -(-sizes // length)
    within = np.arange(len(ordered)) - np.repeat(starts, sizes)
    piece, place = np.divmod(within, np.repeat(length, sizes))
    decision = piece + np.repeat(np.cumsum(pieces) - pieces, sizes)
    chief, award = np.divmod(np.repeat(ordered[starts], pieces), len(KINDS))
    number, day = _numbered(random, chief)
    return Decisions(chief, award, number, day, order, decision, place + 1)


def _numbered(random: Generator, chief: Numbers) -> tuple[Numbers, Numbers]:
    """Return the numbers of each decider's decisions in the order of their days, and the days."""
    day = np.minimum(364, (365 * random.beta(2.2, 1.3, len(chief))).astype(np.int64))
    order = np.lexsort((day, chief))
    ordered = chief[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else order
    sizes = np.diff(np.append(starts, len(ordered)))
    number = np.zeros(len(chief), dtype=np.int64)
    number[order] = np.arange(len(ordered)) - np.repeat(starts, sizes) + 1
    return number, day
