"""Rows of a unit and of everything below it, each in the tree of its own day.

A unit's own figure stands for everything below it; without one, the figures below are summed. In a set of rows
of one indicator and period this means: a row counts unless a unit above it has a row, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar, cast

from django.db.models import F, Q

from thidua.orgs import paths
from thidua.orgs.models import UnitPlacement
from thidua.orgs.periods import valid_on


class Placed(Protocol):
    """A row that knows the path of its unit."""

    @property
    def path(self) -> str: ...


Row = TypeVar("Row", bound=Placed)


def topmost(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that no other row stands above."""
    found = list(rows)
    taken = {row.path for row in found}
    return [row for row in found if not any(above in taken for above in paths_above(row.path))]


def paths_above(path: str) -> Iterator[str]:
    """Yield the paths of the units above, the root first."""
    return (path[:length] for length in range(paths.WIDTH, len(path), paths.WIDTH))


def within_subtrees(unit_ids: Collection[int], prefix: str = "unit__placements__") -> Q:
    """Return the condition that a placement of the row's unit, of any day, is below one of `unit_ids`; one query."""
    roots = UnitPlacement.objects.filter(unit_id__in=unit_ids).order_by().values_list("path", flat=True)
    within = Q(pk__in=())
    for path in sorted(set(roots)):
        low, high = paths.subtree_range(path)
        within |= Q(**{f"{prefix}path__gt": low, f"{prefix}path__lt": high})
    return within


def below(unit_ids: Collection[int], *, day: str = "ends_on", prefix: str = "unit__placements__") -> Q:
    """Return the condition that the row's unit stands below one of `unit_ids` on the row's own `day`; one query."""
    return within_subtrees(unit_ids, prefix) & valid_on(cast("date", F(day)), prefix)
