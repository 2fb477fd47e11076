"""The movement or registration that an address names, for the person who asks."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.movements import access
from thidua.movements.models import Movement, Registration
from thidua.movements.queries import invitations
from thidua.nominations.queries.movements_fitting import movements_fitting
from thidua.orgs.access import may_anywhere, units_where
from thidua.orgs.models import Unit
from thidua.web.shell.access import require_right, signed_in


def movement_or_404(request: HttpRequest, slug: str) -> Movement:
    """Return the movement at `slug` if the person may read of it; raises Http404."""
    rows = access.visible_to(request.user, timezone.localdate()).select_related(
        "launched_by", "parent__launched_by", "launch_file"
    )
    movement = rows.filter(slug=slug).first()
    if movement is None:
        raise Http404
    return movement


def run_by(request: HttpRequest, slug: str) -> Movement:
    """Return the movement at `slug` if the person runs it; raises Http404, or PermissionDenied with a sentence."""
    movement = movement_or_404(request, slug)
    if not access.may_manage(request.user, movement):
        require_right(request, Right.MANAGE_MOVEMENTS, unit=movement.launched_by)
    return movement


def registration_or_404(request: HttpRequest, pk: int) -> Registration:
    """Return the registration `pk` if the person may read it; raises Http404."""
    rows = access.registrations_visible_to(request.user, timezone.localdate()).select_related(
        "movement__launched_by", "unit", "person", "decided_by"
    )
    registration = rows.filter(pk=pk).first()
    if registration is None:
        raise Http404
    return registration


def own_units(request: HttpRequest, right: Right) -> list[Unit]:
    """Return the units on which the person's own roles with `right` stand, not all below: those they work for."""
    held = units_where(signed_in(request), right).filter(role_assignments__user=signed_in(request))
    return list(held.distinct().order_by("sort_key", "pk"))


def units_called_on(request: HttpRequest, movement: Movement) -> list[Unit]:
    """Return the units one works for that the running `movement` calls on; all that stand today if it calls on none."""
    today = timezone.localdate()
    units = own_units(request, Right.REGISTER_FOR_MOVEMENT)
    called = [row.unit for row in invitations(units, today) if row.movement == movement]
    return called or [unit for unit in units if unit.exists_to is None or unit.exists_to >= today]


def answerable_units(request: HttpRequest, movement: Movement) -> list[Unit]:
    """Return the units one works for that the running `movement` calls on and that have not answered it yet."""
    if movement.state not in access.RUNNING_STATES:
        return []
    asked = invitations(own_units(request, Right.ANSWER_MOVEMENT), timezone.localdate())
    return [row.unit for row in asked if row.movement == movement and row.answer is None]


def may_nominate_in(request: HttpRequest, movement: Movement) -> bool:
    """Tell whether the person can begin a dossier for a unit they work for, out of this movement."""
    if movement.state not in access.RUNNING_STATES or not may_anywhere(request.user, Right.NOMINATE):
        return False
    fitting = movements_fitting(own_units(request, Right.NOMINATE), timezone.localdate())
    return any(movement in rows for rows in fitting.values())
