"""Write down a promise, take one from a visitor, confirm it, and call it off."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.actions.locking import checked_reason, locked_drive
from thidua.contributions.content import PledgeContent
from thidua.contributions.models import Drive, Pledge
from thidua.contributions.queries import is_running
from thidua.core.follow_up import new_code
from thidua.movements.enums import Consent
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

CODE_KIND: Final = "UH"  # of codes for follow-up


def take_pledge(*, drive: Drive, content: PledgeContent, by: User) -> Pledge:
    """Write down a promise to `drive` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        known = {"code": new_code(CODE_KIND), "confirmed_on": timezone.localdate()}
        pledge = Pledge.objects.create(drive=drive, **known, **values, **content.derived())
        # The log is for ever, and a donor may refuse to be named.
        told = {
            name: value for name, value in values.items() if name not in ("parts", "contact", "donor_name")
        }
        details = told | {"drive": drive, "amount": pledge.amount}
        record(by=by, action="contributions.pledge_taken", subject=pledge, details=details)
    return pledge


def send_pledge(
    *,
    drive: Drive,
    kind: str,
    amount: Decimal | None,
    donor_kind: str,
    donor_name: str,
    contact: str,
    may_be_named: bool,
    description: str = "",
) -> Pledge:
    """Keep the promise of a visitor until the office has called back, and return it with its code.

    Raises Refused per field at fault, without a way to call back, and where the drive takes no gifts today.
    """
    today = timezone.localdate()
    if not is_running(drive, today):
        raise Refused(_("This drive takes no promises now. Choose a drive that is running."))
    content = PledgeContent(
        kind=kind,
        amount=amount,
        donor_kind=donor_kind,
        donor_name=donor_name,
        promised_on=today,
        consent=Consent.GIVEN if may_be_named else Consent.REFUSED,
        description=description,
        contact=contact,
    )
    values = content.cleaned()
    if not values["contact"]:
        raise Refused(
            {"contact": _("Write a telephone number or an e-mail address, so that we can call back.")}
        )
    with transaction.atomic():
        pledge = Pledge.objects.create(drive=drive, code=new_code(CODE_KIND), **values, **content.derived())
        details = {"drive": drive, "kind": kind, "amount": pledge.amount}
        record(by=None, action="contributions.pledge_sent", subject=pledge, details=details)
    return pledge


def confirm_pledge(*, pledge: Pledge, by: User) -> Pledge:
    """Confirm a visitor's promise after calling back; raises NotAllowed, or Refused where that was done already."""
    with transaction.atomic():
        locked_drive(pledge.drive_id, by)
        row = Pledge.objects.get(pk=pledge.pk)
        if row.called_off_on or row.confirmed_on:
            raise Refused(_("This promise was confirmed or called off already. Nothing was changed."))
        row.confirmed_on = timezone.localdate()
        row.save(update_fields=["confirmed_on"])
        record(by=by, action="contributions.pledge_confirmed", subject=row)
    return row


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
