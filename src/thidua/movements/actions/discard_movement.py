"""Throw away a draft."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def discard_movement(*, movement: Movement, by: User) -> None:
    """Delete a movement that was never launched. Raises Refused, NotAllowed."""
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement discard it."))
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        if row.state != MovementState.DRAFT:
            raise Refused(_("A movement that was launched is not deleted. Close it by a final review."))
        record(by=by, action="movements.discarded", subject=row, details={"theme": row.theme})
        row.delete()
