"""Accept registrations, one or many at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.registration import ACCEPT
from thidua.movements import access
from thidua.movements.actions.moments import past_moment
from thidua.movements.actions.registration_moves import lock, move
from thidua.movements.models import Registration
from thidua.support.refusals import NotAllowed


def accept_registration(*, registration: Registration, by: User, at: datetime | None = None) -> Registration:
    """Accept a sent registration and return it. `at` is when, where recorded later. Raises Refused, NotAllowed."""
    return accept_registrations(registrations=[registration], by=by, at=at)[0]


def accept_registrations(
    *, registrations: Iterable[Registration], by: User, at: datetime | None = None
) -> list[Registration]:
    """Accept all of `registrations` or, when one of them cannot be accepted any more, none; return them.

    Raises Refused, NotAllowed.
    """
    wanted = sorted(registrations, key=lambda row: row.pk)
    movements = {row.movement_id: row.movement for row in wanted}
    if not all(access.may_decide(by, movement) for movement in movements.values()):
        raise NotAllowed(_("Only those who run this movement accept registrations."))
    decided_at = past_moment(at, timezone.now(), field="decided_at")
    accepted = []
    with transaction.atomic():
        for registration in wanted:
            row = lock(registration)
            values = {"return_reason": "", "decided_at": decided_at, "decided_by": by}
            move(row, ACCEPT, by=by, action="movements.registration_accepted", values=values)
            accepted.append(row)
    return accepted
