"""Registrations as the office and the units read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from thidua.movements import access
from thidua.movements.enums import RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.orgs.access import Visitor
from thidua.orgs.models import Unit
from thidua.orgs.queries import names_as_of


@dataclass(frozen=True)
class RegistrationRow:
    """A line of the officer's board: who registers, what, and since when it waits."""

    registration: Registration
    unit_name: str
    person_name: str
    groups: tuple[int, ...]
    pledge_count: int


def board(
    movement: Movement, user: Visitor, on: date, *, state: str = "", text: str = ""
) -> QuerySet[Registration]:
    """Return the registrations for `movement` that `user` may read, those waiting longest first."""
    rows = access.registrations_visible_to(user, on).filter(movement=movement)
    if state:
        rows = rows.filter(state=state)
    return (
        rows.select_related("unit", "person", "decided_by", "movement")
        .prefetch_related("groups")
        .annotate(pledge_count=Count("pledges"))
        .order_by(F("sent_at").asc(nulls_last=True), "pk")
    )


def rows_of(registrations: list[Registration], on: date) -> list[RegistrationRow]:
    """Return the lines of `registrations` read by `board`, with the names of units as of `on`; one query."""
    names = names_as_of({row.unit_id for row in registrations}, on)
    return [
        RegistrationRow(
            registration=row,
            unit_name=names[row.unit_id].name if row.unit_id in names else row.unit.name,
            person_name=row.person.full_name if row.person else "",
            groups=tuple(group.order for group in row.groups.all()),
            pledge_count=row.pledge_count,  # type: ignore[attr-defined]
        )
        for row in registrations
    ]


def counts_by_state(movement: Movement, user: Visitor, on: date) -> dict[str, int]:
    """Return how many registrations that `user` may read stand in each state; one query."""
    rows = access.registrations_visible_to(user, on).filter(movement=movement)
    counted = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    return {state: counted.get(state, 0) for state in RegistrationState.values}


def registration_of(movement: Movement, unit: Unit) -> Registration | None:
    """Return the registration of `unit` itself for `movement`, or None."""
    return Registration.objects.filter(movement=movement, unit=unit, person__isnull=True).first()
