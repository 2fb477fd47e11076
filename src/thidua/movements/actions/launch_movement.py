"""Launch a movement."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.movements import access
from thidua.movements.actions.moments import past_moment
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def launch_movement(*, movement: Movement, by: User, at: datetime | None = None) -> Movement:
    """Set the movement running, visible to everybody and open for registration, and return it.

    `at` is when it was launched, where that is recorded later. Raises Refused, NotAllowed.
    """
    if not access.may_launch(by, movement):
        raise NotAllowed(
            _("A movement of the province is launched by the Chairman, an answer by its own unit.")
        )
    launched_at = past_moment(at, timezone.now(), field="launched_at")
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        if row.state != MovementState.DRAFT:
            raise Refused(_("This movement has been launched already."))
        row.state, row.launched_at = MovementState.LAUNCHED, launched_at
        row.version += 1
        row.save(update_fields=["state", "launched_at", "version"])
        record(
            by=by,
            action="movements.launched",
            subject=row,
            details={"launched": format_date_time(launched_at)},
        )
    return row
