"""What running movements ask of the units in whose name somebody works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.movements.enums import RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.movements.queries.lists import open_for_registration
from thidua.movements.queries.scope import level_of
from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import existing_on, valid_on


@dataclass(frozen=True)
class Invitation:
    """A running movement that calls on a unit, and the unit's own registration and answer, if any."""

    movement: Movement
    unit: Unit
    registration: Registration | None
    answer: Movement | None

    @property
    def is_open(self) -> bool:
        """Whether the unit still has to send something."""
        row = self.registration
        return row is None or row.state in {RegistrationState.DRAFT, RegistrationState.RETURNED}


def invitations(units: Iterable[Unit], today: date) -> list[Invitation]:
    """Return every pair of a running movement and one of `units` that it calls on; four queries."""
    known = {unit.pk: unit for unit in units}
    placed = list(
        UnitPlacement.objects.filter(valid_on(today), existing_on(today, "unit__"), unit__in=known)
        .order_by("unit__sort_key", "unit")
        .values_list("unit_id", "path")
    )
    movements = list(open_for_registration(today))
    registered = {
        (row.movement_id, row.unit_id): row
        for row in Registration.objects.filter(unit__in=known, person__isnull=True, movement__in=movements)
    }
    answered = {
        (row.parent_id, row.launched_by_id): row
        for row in Movement.objects.filter(launched_by__in=known, parent__in=movements).order_by("-pk")
    }
    return [
        Invitation(movement, known[pk], registered.get((movement.pk, pk)), answered.get((movement.pk, pk)))
        for movement in movements
        for pk, path in placed
        if movement.launched_by_id in paths.ids_in(path)[:-1]
        and level_of(known[pk].kind, known[pk].hierarchy) in movement.scope
    ]
