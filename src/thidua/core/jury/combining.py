"""One total of several rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class WeighedRound:
    """The totals of a round by entry, counted `weight` times; 0 for a round that only chooses who goes on."""

    name: str
    weight: Fraction
    totals: Mapping[str, Fraction | None]


@dataclass(frozen=True)
class CombinedTotal:
    """An entry's total over the rounds; `parts` are (round, weight, total of the round) as they were added.

    `total` is None when a round that counts has no total of the entry; `absent` names those rounds.
    """

    entry: str
    parts: tuple[tuple[str, Fraction, Fraction], ...]
    absent: tuple[str, ...]

    @property
    def total(self) -> Fraction | None:
        if self.absent:
            return None
        return sum((weight * total for _, weight, total in self.parts), Fraction(0))


def combined_totals(rounds: Sequence[WeighedRound], entries: Sequence[str]) -> tuple[CombinedTotal, ...]:
    """Return the combined total of each of `entries`, in their order.

    Raises ValueError on a negative weight, or when no round counts.
    """
    if any(one.weight < 0 for one in rounds):
        raise ValueError("the weight of a round is below 0")
    counting = [one for one in rounds if one.weight > 0]
    if not counting:
        raise ValueError("no round counts")
    return tuple(_combined(entry, counting) for entry in entries)


def _combined(entry: str, rounds: Sequence[WeighedRound]) -> CombinedTotal:
    parts: list[tuple[str, Fraction, Fraction]] = []
    absent: list[str] = []
    for one in rounds:
        total = one.totals.get(entry)
        if total is None:
            absent.append(one.name)
        else:
            parts.append((one.name, one.weight, total))
    return CombinedTotal(entry, tuple(parts), tuple(absent))
