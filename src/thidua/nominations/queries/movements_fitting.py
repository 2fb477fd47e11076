"""The movements in which a unit may have earned what it nominates for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thidua.movements.models import Movement
from thidua.movements.queries import open_for_registration
from thidua.movements.queries.scope import level_of
from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import existing_on, valid_on


def movements_fitting(units: Iterable[Unit], today: date) -> dict[int, list[Movement]]:
    """Return by unit the running movements that it launched itself or that call on it; two queries.

    A movement is running until it is closed: nominations follow its final review.
    """
    known = {unit.pk: unit for unit in units}
    placed = UnitPlacement.objects.filter(valid_on(today), existing_on(today, "unit__"), unit__in=known)
    above = {pk: set(paths.ids_in(path)) for pk, path in placed.values_list("unit_id", "path")}
    movements = list(open_for_registration(today)) if known else []
    return {
        pk: [one for one in movements if _calls_on(one, unit, above.get(pk, set()))]
        for pk, unit in known.items()
    }


def _calls_on(movement: Movement, unit: Unit, above: set[int]) -> bool:
    if movement.launched_by_id == unit.pk:
        return True
    return movement.launched_by_id in above and level_of(unit.kind, unit.hierarchy) in movement.scope
