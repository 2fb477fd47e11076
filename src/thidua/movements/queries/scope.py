"""Which units a movement calls on: everything below the launching unit, of the levels named in its scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from thidua.movements.enums import UnitLevel
from thidua.movements.models import Movement
from thidua.orgs import paths
from thidua.orgs.enums import COMMUNE_LEVEL, DISTRICT_LEVEL, Hierarchy, UnitKind
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import Span, existing_on, valid_on
from thidua.orgs.queries import subtree

_BODIES = {
    Hierarchy.STATE: UnitLevel.AGENCY,
    Hierarchy.PARTY: UnitLevel.PARTY_BODY,
    Hierarchy.MASS: UnitLevel.MASS_BODY,
}


@dataclass(frozen=True)
class ScopeUnit:
    """A unit called on, as it was on the day: `path` holds the ids from the root down to it."""

    unit_id: int
    key: str
    name: str
    level: UnitLevel
    path: str


def level_of(kind: str, hierarchy: str) -> UnitLevel | None:
    """Return the level of a unit of this kind and hierarchy; a province has none."""
    if kind in DISTRICT_LEVEL:
        return UnitLevel.DISTRICT
    if kind in COMMUNE_LEVEL:
        return UnitLevel.COMMUNE
    if kind == UnitKind.VILLAGE:
        return UnitLevel.VILLAGE
    if kind == UnitKind.ENTERPRISE:
        return UnitLevel.ENTERPRISE
    return _BODIES.get(Hierarchy(hierarchy)) if kind == UnitKind.BODY else None


def reference_day(movement: Movement, today: date) -> date:
    """Return the day on which a movement's units are counted: its end once it is over, else today."""
    if movement.ended_on:
        return movement.ended_on
    return max(today, movement.starts_on) if movement.starts_on else today


def units_in_scope(movement: Movement, day: date) -> list[ScopeUnit]:
    """Return the units that `movement` calls on as they stood on `day`, in the order of names; two queries."""
    rows = subtree(movement.launched_by, day, include_self=False).values_list(  # type: ignore[misc]
        "pk", "key", "kind", "hierarchy", "name", "name_then", "path_then"
    )
    return [
        ScopeUnit(pk, key, name_then or name, level, path)
        for pk, key, kind, hierarchy, name, name_then, path in rows
        if (level := level_of(kind, hierarchy)) and level in movement.scope
    ]


def sizes_in_scope(movements: Iterable[Movement], today: date) -> dict[int, int]:
    """Return how many units each movement calls on, by the movement's id; one query for all of them."""
    placed = [
        _Placed(unit_id, path, level_of(kind, hierarchy), Span(first, last), Span(born, gone))
        for unit_id, path, kind, hierarchy, first, last, born, gone in UnitPlacement.objects.order_by().values_list(
            *("unit_id", "path", "unit__kind", "unit__hierarchy"),
            *("valid_from", "valid_to", "unit__exists_from", "unit__exists_to"),
        )
    ]
    sizes: dict[tuple[int, date, tuple[str, ...]], int] = {}
    found: dict[int, int] = {}
    for movement in movements:
        asked = movement.launched_by_id, reference_day(movement, today), tuple(movement.scope)
        if asked not in sizes:
            sizes[asked] = _size(placed, *asked)
        found[movement.pk] = sizes[asked]
    return found


class _Placed(NamedTuple):
    unit_id: int
    path: str
    level: UnitLevel | None
    here: Span
    existing: Span


def _size(placed: list[_Placed], root_id: int, day: date, levels: tuple[str, ...]) -> int:
    standing = [row for row in placed if row.here.holds(day) and row.existing.holds(day)]
    root = next((row.path for row in standing if row.unit_id == root_id), None)
    if root is None:
        return 0
    return sum(
        row.level in levels and row.path != root and paths.is_within(row.path, root) for row in standing
    )


def stands_below(unit: Unit, root: Unit, day: date) -> bool:
    """Tell whether `unit` stands below `root`, and not on it, on `day`."""
    if unit.pk == root.pk:
        return False
    rows = UnitPlacement.objects.filter(valid_on(day), existing_on(day, "unit__"), unit__in=(unit, root))
    found = dict(rows.order_by().values_list("unit_id", "path"))
    return {unit.pk, root.pk} <= found.keys() and paths.is_within(found[unit.pk], found[root.pk])
