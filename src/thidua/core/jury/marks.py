"""The marks of one round: who gave what to which entry by which criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Cell = tuple[str, str, str]  # juror, entry, criterion


class MarkFault(ValueError):
    """A mark sheet that contradicts itself; the actions refuse such marks before they come here."""


@dataclass(frozen=True)
class Criterion:
    """What is judged: marks from 0 to `top`, counted `weight` times in the total."""

    code: str
    top: Fraction
    weight: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        if self.top <= 0 or self.weight <= 0:
            raise MarkFault(f"{self.code}: top mark and weight must be above 0")


@dataclass(frozen=True)
class MarkSheet:
    """One round: its criteria, the jurors assigned, the entries in it, the marks given so far.

    `conflicts` are pairs (juror, entry) that must not count; marks of such a pair are left out wherever they
    come from. Raises MarkFault on marks outside 0 … top or of somebody or something that is not in the round.
    """

    criteria: tuple[Criterion, ...]
    jurors: tuple[str, ...]
    entries: tuple[str, ...]
    marks: Mapping[Cell, Fraction]
    conflicts: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        tops = {criterion.code: criterion.top for criterion in self.criteria}
        for names in (list(tops), self.jurors, self.entries):
            if len(set(names)) != len(names):
                raise MarkFault("named twice in one round")
        if not tops or len(tops) != len(self.criteria):
            raise MarkFault("a round needs criteria, each named once")
        jurors, entries = set(self.jurors), set(self.entries)
        for (juror, entry, criterion), points in self.marks.items():
            if juror not in jurors or entry not in entries or criterion not in tops:
                raise MarkFault(f"{juror}, {entry}, {criterion}: not in this round")
            if not 0 <= points <= tops[criterion]:
                raise MarkFault(
                    f"{juror}, {entry}, {criterion}: {points} is not between 0 and {tops[criterion]}"
                )

    def points(self, juror: str, entry: str, criterion: str) -> Fraction | None:
        """Return the mark that counts; None when it is missing or its juror has a conflict."""
        if (juror, entry) in self.conflicts:
            return None
        return self.marks.get((juror, entry, criterion))

    def score(self, juror: str, entry: str) -> Fraction | None:
        """Return the juror's weighted total of the entry; None unless every criterion is marked."""
        total = Fraction(0)
        for criterion in self.criteria:
            points = self.points(juror, entry, criterion.code)
            if points is None:
                return None
            total += points * criterion.weight
        return total

    def missing(self) -> tuple[Cell, ...]:
        """Return the marks still awaited, conflicts aside, in the order of jurors, entries and criteria."""
        return tuple(
            (juror, entry, criterion.code)
            for juror in self.jurors
            for entry in self.entries
            if (juror, entry) not in self.conflicts
            for criterion in self.criteria
            if (juror, entry, criterion.code) not in self.marks
        )

    def highest_total(self) -> Fraction:
        """Return the total of an entry with the top mark everywhere."""
        return sum((criterion.top * criterion.weight for criterion in self.criteria), Fraction(0))
