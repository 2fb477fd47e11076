"""Write down a promise, and call it off."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.actions.locking import checked_reason, locked_drive
from thidua.contributions.content import PledgeContent
from thidua.contributions.models import Drive, Pledge
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def take_pledge(*, drive: Drive, content: PledgeContent, by: User) -> Pledge:
    """Write down a promise to `drive` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        pledge = Pledge.objects.create(drive=drive, **values, **content.derived())
        told = {name: value for name, value in values.items() if name != "parts"}
        details = told | {"drive": drive, "amount": pledge.amount}
        record(by=by, action="contributions.pledge_taken", subject=pledge, details=details)
    return pledge


def call_off_pledge(*, pledge: Pledge, reason: str, by: User) -> Pledge:
    """Call off what is not yet kept of a promise; raises NotAllowed, or Refused without a reason or twice."""
    with transaction.atomic():
        locked_drive(pledge.drive_id, by)
        row = Pledge.objects.get(pk=pledge.pk)
        if row.called_off_on:
            raise Refused(_("This promise was called off already. Nothing was changed."))
        row.called_off_on, row.called_off_reason = timezone.localdate(), checked_reason(reason)
        row.save(update_fields=["called_off_on", "called_off_reason"])
        details = {"reason": row.called_off_reason}
        record(by=by, action="contributions.pledge_called_off", subject=row, details=details)
    return row
