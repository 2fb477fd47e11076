"""The units of a day, as querysets of `Unit` that also carry their state on that day.

Added to each row: `name_then`, `short_name_then`, `code_then`, `sort_key_then`, `parent_then` (id or None)
and `path_then` (None while the unit exists but nobody knows where it belongs).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import F, FilteredRelation, Q, QuerySet

from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import existing_on, valid_on

_STATE: Final = {
    "name_then": F("naming_then__name"),
    "short_name_then": F("naming_then__short_name"),
    "code_then": F("naming_then__official_code"),
    "sort_key_then": F("naming_then__sort_key"),
    "parent_then": F("placement_then__parent_id"),
    "path_then": F("placement_then__path"),
}


def units_as_of(
    day: date, *, kinds: Iterable[str] | None = None, hierarchies: Iterable[str] | None = None
) -> QuerySet[Unit]:
    """Return the units that exist on `day`, in the order of their names."""
    units = _with_state(day).filter(existing_on(day))
    if kinds is not None:
        units = units.filter(kind__in=list(kinds))
    if hierarchies is not None:
        units = units.filter(hierarchy__in=list(hierarchies))
    return units


def children(unit: Unit, day: date) -> QuerySet[Unit]:
    """Return the units that stand right below `unit` on `day`."""
    return units_as_of(day).filter(Q(placement_then__parent=unit))


def subtree(unit: Unit, day: date, *, include_self: bool = True) -> QuerySet[Unit]:
    """Return `unit` and everything below it on `day`; nothing when the unit stands nowhere on that day."""
    path = path_on(unit, day)
    if path is None:
        return units_as_of(day).none()
    low, high = paths.subtree_range(path)
    below = units_as_of(day).filter(Q(placement_then__path__gte=low, placement_then__path__lt=high))
    return below if include_self else below.exclude(pk=unit.pk)


def ancestors(unit: Unit, day: date) -> list[Unit]:
    """Return the units above `unit` on `day`, the nearest first."""
    path = path_on(unit, day)
    above = paths.ids_in(path)[-2::-1] if path else ()
    found = {row.pk: row for row in _with_state(day).filter(pk__in=above)}
    return [found[pk] for pk in above]


def parent_on(unit: Unit, day: date) -> Unit | None:
    """Return the unit right above `unit` on `day`, or None."""
    placement = (
        UnitPlacement.objects.filter(valid_on(day), unit=unit).select_related("parent").order_by().first()
    )
    return placement.parent if placement else None


def path_on(unit: Unit, day: date) -> str | None:
    """Return the path of `unit` on `day`, or None when it stands nowhere."""
    return (
        UnitPlacement.objects.filter(valid_on(day), unit=unit)
        .order_by()
        .values_list("path", flat=True)
        .first()
    )


def _with_state(day: date) -> QuerySet[Unit]:
    relations = {
        "naming_then": FilteredRelation("names", condition=valid_on(day, "names__")),
        "placement_then": FilteredRelation("placements", condition=valid_on(day, "placements__")),
    }
    return Unit.objects.annotate(**relations).annotate(**_STATE).order_by(F("sort_key_then"), "pk")
