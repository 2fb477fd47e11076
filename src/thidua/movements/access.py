"""Who may do what with movements and registrations, and which rows they may see.

Each predicate has a twin among the querysets: what `may_see` answers for one row, `visible_to` answers for all.
A unit runs the movement with which it answers one above as its own: it edits, launches and reviews it, and
decides about the registrations for it, with the right to answer.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import roles_with
from thidua.core.workflow.registration import DRAFT, RETURNED, SENT
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement, Registration
from thidua.orgs.access import Visitor, accounts_with, may, may_anywhere, units_where
from thidua.orgs.models import RoleAssignment, Unit

# What the public sees: a movement that was launched, whatever came after.
PUBLIC_STATES = (MovementState.LAUNCHED, MovementState.REVIEWED, MovementState.CLOSED)
# The states in which a movement is answered and registered for.
RUNNING_STATES = (MovementState.LAUNCHED, MovementState.REVIEWED)


def is_public(movement: Movement) -> bool:
    """Tell whether everybody may read of `movement`."""
    return movement.state in PUBLIC_STATES


def public() -> QuerySet[Movement]:
    """Return the movements that everybody may read of; the twin of `is_public`."""
    return Movement.objects.filter(state__in=PUBLIC_STATES)


def may_see(user: Visitor, movement: Movement) -> bool:
    """Tell whether `user` may read of `movement`: launched, or prepared in a unit whose movements they see."""
    return is_public(movement) or may(user, Right.SEE_MOVEMENTS, movement.launched_by)


def visible_to(user: Visitor, on: date) -> QuerySet[Movement]:
    """Return the movements that `user` may read of; the twin of `may_see`."""
    seen = units_where(user, Right.SEE_MOVEMENTS, on)
    return Movement.objects.filter(Q(state__in=PUBLIC_STATES) | Q(launched_by__in=seen))


def may_see_history(user: Visitor, movement: Movement) -> bool:
    """Tell whether `user` may read who did what to `movement`: those who see the movements of its unit."""
    return may(user, Right.SEE_MOVEMENTS, movement.launched_by)


def may_create(user: Visitor, unit: Unit) -> bool:
    """Tell whether `user` may prepare a movement that `unit` launches by itself."""
    return may(user, Right.MANAGE_MOVEMENTS, unit)


def may_answer(user: Visitor, unit: Unit) -> bool:
    """Tell whether `user` may answer a movement above with a movement of `unit`."""
    return may(user, Right.ANSWER_MOVEMENT, unit)


def may_manage(user: Visitor, movement: Movement) -> bool:
    """Tell whether `user` may edit, review and close `movement`."""
    return _runs(user, Right.MANAGE_MOVEMENTS, movement)


def may_launch(user: Visitor, movement: Movement) -> bool:
    """Tell whether `user` may launch `movement`."""
    return _runs(user, Right.LAUNCH_MOVEMENT, movement)


def launchable_by(user: Visitor, on: date) -> QuerySet[Movement]:
    """Return the drafts that `user` may launch; the twin of `may_launch`."""
    own = Q(parent__isnull=False, launched_by__in=units_where(user, Right.ANSWER_MOVEMENT, on))
    given = Q(launched_by__in=units_where(user, Right.LAUNCH_MOVEMENT, on))
    return Movement.objects.filter(own | given, state=MovementState.DRAFT)


def may_keep_anniversaries(user: Visitor) -> bool:
    """Tell whether `user` may add or correct anniversaries, which belong to no unit."""
    return may_anywhere(user, Right.MANAGE_MOVEMENTS)


def may_register(user: Visitor, unit: Unit) -> bool:
    """Tell whether `user` may write and send registrations of `unit` and its people."""
    return may(user, Right.REGISTER_FOR_MOVEMENT, unit)


def may_decide(user: Visitor, movement: Movement) -> bool:
    """Tell whether `user` may accept and return registrations for `movement`."""
    return _runs(user, Right.ACCEPT_REGISTRATION, movement)


def deciders_of(movement: Movement) -> QuerySet[User]:
    """Return the accounts that decide about registrations for `movement`: who holds what was sent."""
    decide = accounts_with(Right.ACCEPT_REGISTRATION, movement.launched_by)
    if movement.parent_id is None:
        return decide
    own = RoleAssignment.objects.filter(
        role__in=roles_with(Right.ANSWER_MOVEMENT), unit=movement.launched_by, valid_to__isnull=True
    )
    return User.objects.filter(is_active=True, pk__in=own.values("user")).order_by("full_name")


def may_see_registration(user: Visitor, registration: Registration) -> bool:
    """Tell whether `user` may read `registration`: of a unit of theirs, or sent to a movement that they see through."""
    if may(user, Right.SEE_MOVEMENTS, registration.unit):
        return True
    sent = registration.state != DRAFT
    return sent and may(user, Right.SEE_MOVEMENTS, registration.movement.launched_by)


def registrations_visible_to(user: Visitor, on: date) -> QuerySet[Registration]:
    """Return the registrations that `user` may read; the twin of `may_see_registration`."""
    seen = units_where(user, Right.SEE_MOVEMENTS, on)
    sent = ~Q(state=DRAFT) & Q(movement__launched_by__in=seen)
    return Registration.objects.filter(Q(unit__in=seen) | sent)


def waiting_for(user: Visitor, on: date) -> QuerySet[Registration]:
    """Return the sent registrations that `user` may decide about; the twin of `may_decide`."""
    own = Q(
        movement__parent__isnull=False,
        movement__launched_by__in=units_where(user, Right.ANSWER_MOVEMENT, on),
    )
    given = Q(movement__launched_by__in=units_where(user, Right.ACCEPT_REGISTRATION, on))
    return Registration.objects.filter(own | given, state=SENT)


def unfinished_of(user: Visitor, on: date) -> QuerySet[Registration]:
    """Return the registrations not yet sent, or returned, that `user` may finish; the twin of `may_register`."""
    units = units_where(user, Right.REGISTER_FOR_MOVEMENT, on)
    return Registration.objects.filter(
        unit__in=units, state__in=(DRAFT, RETURNED), movement__state__in=RUNNING_STATES
    )


def _runs(user: Visitor, right: Right, movement: Movement) -> bool:
    answers = movement.parent_id is not None and may_answer(user, movement.launched_by)
    return answers or may(user, right, movement.launched_by)
