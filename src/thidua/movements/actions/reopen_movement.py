"""Take back a final review that was recorded by mistake."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.movements import access
from thidua.movements.enums import MovementState, ReviewKind
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def reopen_movement(*, movement: Movement, reason: str, by: User) -> Movement:
    """Set a closed movement running again and return it.

    The final review is taken away; the audit log keeps what it said, and why. Raises Refused, NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement reopen it."))
    reason = clean_text(reason)
    if not reason:
        raise Refused({"reason": _("Write why the movement is reopened; it is kept in its history.")})
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        if row.state != MovementState.CLOSED:
            raise Refused(_("This movement is not closed."))
        final = row.reviews.get(kind=ReviewKind.FINAL)
        said = {
            "reason": reason,
            "held_on": final.held_on,
            "ended_on": row.ended_on,
            "findings": final.findings,
        }
        final.delete()
        was_reviewed = row.reviews.exists()
        row.state = MovementState.REVIEWED if was_reviewed else MovementState.LAUNCHED
        row.ended_on = None
        row.version += 1
        row.save(update_fields=["state", "ended_on", "version"])
        record(by=by, action="movements.reopened", subject=row, details=said)
    return row
