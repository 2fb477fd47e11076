"""Which place wins which prize, and who goes on to the next round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.jury.places import Place


@dataclass(frozen=True)
class PrizeQuota:
    """A prize of a category and how many of it there are."""

    name: str
    count: int

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"{self.name}: a quota is 1 or more")


@dataclass(frozen=True)
class Award:
    """A prize won; `beyond_quota` where entries share the place on which the quota runs out."""

    entry: str
    prize: str
    place: int
    beyond_quota: bool


def awards(found: Sequence[Place], quotas: Sequence[PrizeQuota]) -> tuple[Award, ...]:
    """Return the prizes of the places `found` (as `places` returns them), best first.

    The place alone decides: with one first and two second prizes, two entries on place 1 both win the first
    and the entry on place 3 a second. So entries on one place always win the same.
    """
    ends: list[tuple[int, PrizeQuota]] = []
    last = 0
    for quota in quotas:
        last += quota.count
        ends.append((last, quota))
    given: dict[str, int] = {}
    won: list[Award] = []
    for one in found:
        prize = next((quota for end, quota in ends if one.place <= end), None)
        if prize is None:
            break
        given[prize.name] = given.get(prize.name, 0) + 1
        won.append(Award(one.entry, prize.name, one.place, given[prize.name] > prize.count))
    return tuple(won)


def going_on(found: Sequence[Place], count: int) -> tuple[str, ...]:
    """Return the entries that go on: places 1 … `count`, with all who share the last of them.

    Raises ValueError when `count` is below 1.
    """
    if count < 1:
        raise ValueError("somebody has to go on")
    return tuple(one.entry for one in found if one.place <= count)
