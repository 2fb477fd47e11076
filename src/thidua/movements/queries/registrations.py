"""Registrations as the office and the units read them."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, F, QuerySet

from thidua.movements import access
from thidua.movements.enums import RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.orgs.access import Visitor


def board(movement: Movement, user: Visitor, on: date) -> QuerySet[Registration]:
    """Return the registrations for `movement` that `user` may read, those waiting longest first."""
    rows = access.registrations_visible_to(user, on).filter(movement=movement)
    return (
        rows.select_related("unit", "person", "decided_by", "movement")
        .prefetch_related("groups")
        .annotate(pledge_count=Count("pledges"))
        .order_by(F("sent_at").asc(nulls_last=True), "pk")
    )


def counts_by_state(movement: Movement, user: Visitor, on: date) -> dict[str, int]:
    """Return how many registrations that `user` may read stand in each state; one query."""
    rows = access.registrations_visible_to(user, on).filter(movement=movement)
    counted = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    return {state: counted.get(state, 0) for state in RegistrationState.values}
