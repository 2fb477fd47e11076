"""The total of each entry, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua.core.jury.marks import Criterion, MarkSheet


@dataclass(frozen=True)
class CriterionPart:
    """One criterion's share of a total: mean of the marks that count, times the weight.

    `counted` are the jurors and their marks, so that their number is the divisor; `missing` and `conflicted`
    name whom it leaves out. `mean` and `points` are None when no mark counts.
    """

    criterion: Criterion
    counted: tuple[tuple[str, Fraction], ...]
    missing: tuple[str, ...]
    conflicted: tuple[str, ...]

    @property
    def divisor(self) -> int:
        return len(self.counted)

    @property
    def mean(self) -> Fraction | None:
        if not self.counted:
            return None
        return sum((points for _, points in self.counted), Fraction(0)) / self.divisor

    @property
    def points(self) -> Fraction | None:
        return None if self.mean is None else self.mean * self.criterion.weight


@dataclass(frozen=True)
class EntryTotal:
    """An entry's total in a round: the sum of its parts, None while a criterion has no mark that counts."""

    entry: str
    parts: tuple[CriterionPart, ...]

    @property
    def total(self) -> Fraction | None:
        total = Fraction(0)
        for part in self.parts:
            if part.points is None:
                return None
            total += part.points
        return total

    def mean_of(self, criterion: str) -> Fraction | None:
        """Return the mean by the criterion of that code; raises KeyError when there is none."""
        for part in self.parts:
            if part.criterion.code == criterion:
                return part.mean
        raise KeyError(criterion)


def entry_totals(sheet: MarkSheet) -> tuple[EntryTotal, ...]:
    """Return the total of each entry of the round, in the round's order."""
    return tuple(
        EntryTotal(entry, tuple(_part(sheet, entry, criterion) for criterion in sheet.criteria))
        for entry in sheet.entries
    )


def _part(sheet: MarkSheet, entry: str, criterion: Criterion) -> CriterionPart:
    counted: list[tuple[str, Fraction]] = []
    missing: list[str] = []
    conflicted: list[str] = []
    for juror in sheet.jurors:
        points = sheet.points(juror, entry, criterion.code)
        if points is not None:
            counted.append((juror, points))
        elif (juror, entry) in sheet.conflicts:
            conflicted.append(juror)
        else:
            missing.append(juror)
    return CriterionPart(criterion, tuple(counted), tuple(missing), tuple(conflicted))
