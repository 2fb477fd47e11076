"""Places by total, and equal totals by the rule of the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class TieRule(StrEnum):
    """What becomes of entries with equal totals."""

    SHARED = "shared"  # they share the place, and the places after it stay empty: 1, 2, 2, 4
    CRITERION = (
        "criterion"  # the higher mean by a named criterion; what is equal there, too, shares the place
    )
    CHAIR = "chair"  # the chair decides, with a reason that is recorded; they share the place until then


@dataclass(frozen=True)
class ChairDecision:
    """The chair's order of entries with equal totals, best first."""

    order: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Place:
    """An entry's place from 1; `tied` are the others with its total, `shared_with` those still on its place."""

    entry: str
    place: int
    total: Fraction
    tied: tuple[str, ...] = ()
    shared_with: tuple[str, ...] = ()
    decision: ChairDecision | None = None


def places(
    totals: Mapping[str, Fraction | None],
    rule: TieRule,
    *,
    deciding: Mapping[str, Fraction | None] | None = None,
    decisions: Sequence[ChairDecision] = (),
) -> tuple[Place, ...]:
    """Return the place of each entry that has a total, best first; entries on one place by their name.

    `deciding` are the means by the criterion that settles ties (rule CRITERION; no mean stands behind any).
    A chair's decision counts (rule CHAIR) only for exactly the entries that are tied now. Raises ValueError
    when the rule asks for means that are not given.
    """
    if rule is TieRule.CRITERION and deciding is None:
        raise ValueError("the criterion that decides is not given")
    known = {entry: total for entry, total in totals.items() if total is not None}
    found: list[Place] = []
    for total in sorted(set(known.values()), reverse=True):
        tied = sorted(entry for entry, own in known.items() if own == total)
        decision = _decision_on(tied, decisions) if rule is TieRule.CHAIR else None
        for group in _groups(tied, deciding if rule is TieRule.CRITERION else None, decision):
            number = len(found) + 1
            found += [
                Place(entry, number, total, _others(tied, entry), _others(group, entry), decision)
                for entry in group
            ]
    return tuple(found)


def unsettled_ties(found: Sequence[Place]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of entries that still share a place, best first."""
    groups: dict[int, list[str]] = {}
    for one in found:
        groups.setdefault(one.place, []).append(one.entry)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _groups(
    tied: list[str], deciding: Mapping[str, Fraction | None] | None, decision: ChairDecision | None
) -> list[list[str]]:
    if decision is not None:
        return [[entry] for entry in decision.order]
    if deciding is None:
        return [tied]
    means = {entry: _mean_or_below(deciding.get(entry)) for entry in tied}
    return [
        [entry for entry in tied if means[entry] == mean]
        for mean in sorted(set(means.values()), reverse=True)
    ]


def _mean_or_below(mean: Fraction | None) -> Fraction:
    return Fraction(-1) if mean is None else mean  # marks are never below 0


def _decision_on(tied: list[str], decisions: Sequence[ChairDecision]) -> ChairDecision | None:
    """The last decision on exactly these entries: a later mark may have dissolved the tie it was about."""
    if len(tied) < 2:
        return None
    return next((one for one in reversed(decisions) if sorted(one.order) == tied), None)


def _others(group: list[str], entry: str) -> tuple[str, ...]:
    return tuple(other for other in group if other != entry)
