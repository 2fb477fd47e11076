"""Runs of consecutive counting years, as the law words them."""

from collections.abc import Iterator, Sequence

import numpy as np

from thidua.core.law.columns import Column
from thidua.core.law.hearing import ONE, Hearing, Rows, Span


def to_proposal(hearing: Hearing, key: tuple[object, ...], good: Rows, after: Rows | None) -> Span:
    """The consecutive good years that reach the proposal, those after an award only when `after` is given.

    They reach it when they end in the last closed counting year: the year of the law day where it is closed,
    else the year before.
    """
    return hearing.once(("to_proposal", *key), lambda: _to_proposal(hearing, key, good, after))


def _to_proposal(hearing: Hearing, key: tuple[object, ...], good: Rows, after: Rows | None) -> Span:
    unbroken: Column = good[-1] | (hearing.closed ^ ONE)
    inside = [good[-1] if after is None else good[-1] & after[-1]]
    length: Column = inside[0].copy()
    for place in range(len(good) - 2, -1, -1):
        unbroken = unbroken & good[place]
        here = unbroken if after is None else unbroken & after[place]
        inside.append(here)
        length += here
    return Span(("to_proposal", *key), inside[::-1], length)


def ending_in_each_year(hearing: Hearing, key: tuple[object, ...], good: Rows, after: Rows) -> Sequence[Span]:
    """The runs of good years after an award, one for each year in which such a run can end.

    `inside` of a run that ends in a year has that year as its last row; rows hold 1 where the year itself is
    good and after the award, so that a run is what stands unbroken at its end.
    """
    return hearing.once(("ending", *key), lambda: _ending_in_each_year(key, good, after))


def _ending_in_each_year(key: tuple[object, ...], good: Rows, after: Rows) -> Sequence[Span]:
    spans: list[Span] = []
    rows: list[Column] = []
    for place, (row, later) in enumerate(zip(good, after, strict=True)):
        rows.append(row & later)
        before = spans[-1] if spans else None
        length = rows[-1] if before is None else (before.length + ONE) * rows[-1]
        spans.append(Span(("ending", place, *key), tuple(rows), length, before))
    return spans


def following_each_award(
    hearing: Hearing, key: tuple[object, ...], good: Rows, received: Rows
) -> Iterator[Span]:
    """The years directly following an award: one run for each year in which it was received, or an empty one."""
    nothing = good[0] & np.uint8(0)
    served = False
    for base in range(len(good)):
        unbroken = (received[base] > 0).view(np.uint8)
        if not unbroken.any():
            continue
        inside = [nothing] * len(good)
        length: Column = nothing.copy()
        for place in range(base + 1, len(good)):
            unbroken = unbroken & good[place]
            inside[place] = unbroken
            length += unbroken
        served = True
        yield Span(("following", base, *key), inside, length)
    if not served:
        yield Span(("following", None, *key), [nothing] * len(good), nothing)


def longest(good: Rows) -> Column:
    """The length of the longest run of good years, wherever it ends."""
    best = good[0].copy()
    running = good[0].copy()
    for row in good[1:]:
        running = (running + ONE) * row
        best = np.maximum(best, running)
    return best


def ending_at(good: Rows, place: int) -> Column:
    """The length of the run of good years that ends at one place."""
    unbroken = good[place].copy()
    length: Column = unbroken.copy()
    for earlier in range(place - 1, -1, -1):
        unbroken = unbroken & good[earlier]
        length += unbroken
    return length


def chained(good: Rows, interval: int, *, overlap: bool) -> Rows:
    """The times in a row that something was received, at most `interval` years from one time to the next.

    Without `overlap` a time counts only when it lies a whole interval from the next one. Counted backwards
    from the latest time: 1 in the years that are counted.
    """
    found = good[0] & np.uint8(0)
    distance = found.copy()
    broken = found.copy()
    times: list[Column] = []
    for row in reversed(good):
        distance = distance + ONE
        counts = (row > 0) & (broken == 0)
        if not overlap:
            counts &= (found == 0) | (distance >= interval)
        times.append(counts.view(np.uint8))
        found = found | times[-1]
        distance = np.where(counts, np.uint8(0), distance)
        broken = broken | ((found > 0) & (distance >= interval)).view(np.uint8)
    return times[::-1]
