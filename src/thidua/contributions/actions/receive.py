"""Receive a gift: its receipt takes the next number, and the ledger a line."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import fault_of_published_month, locked_drive
from thidua.contributions.actions.record_gift import record_gift
from thidua.contributions.amounts import to_parts
from thidua.contributions.content import GiftContent
from thidua.contributions.content.quantity import faults_of_quantity
from thidua.contributions.enums import Entry
from thidua.contributions.models import Drive, Gift, LedgerLine, Pledge, Receipt
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults
from thidua.support.refusals import Refused


def receive_gift(*, drive: Drive, content: GiftContent, pledge: Pledge | None = None, by: User) -> Receipt:
    """Record a gift together with its receipt and return that; raises as `record_gift` and `issue_receipt`."""
    with transaction.atomic():
        locked_drive(drive.pk, by)
        gift = record_gift(drive=drive, content=content, by=by)
        return issue_receipt(gift=gift, pledge=pledge, by=by)


def issue_receipt(*, gift: Gift, pledge: Pledge | None = None, by: User) -> Receipt:
    """Enter a recorded gift into the ledger under the next number of its drive and year, and return its receipt.

    Raises NotAllowed, or Refused where the gift has a receipt, its day or exact amount is not known, or the pledge
    is of another drive or kind or was called off.
    """
    with transaction.atomic():
        drive = locked_drive(gift.drive_id, by)
        row = Gift.objects.select_for_update().get(pk=gift.pk)
        promise = Pledge.objects.get(pk=pledge.pk) if pledge else None
        faults = _faults(row, promise)
        if row.received_on and (published := fault_of_published_month(drive, row.received_on)):
            faults.setdefault("received_on", published)
        if faults:
            raise Refused(faults)
        assert row.received_on
        assert row.amount is not None
        year = row.received_on.year
        last = Receipt.objects.filter(drive=drive, year=year).aggregate(last=Max("number"))["last"] or 0
        receipt = Receipt.objects.create(
            drive=drive,
            year=year,
            number=last + 1,
            gift=row,
            pledge=promise,
            issued_on=timezone.localdate(),
        )
        LedgerLine.objects.create(
            drive=drive,
            entry=Entry.RECEIVED,
            kind=row.kind,
            parts=to_parts(row.kind, row.amount),
            entered_on=row.received_on,
            receipt=receipt,
        )
        details = {"drive": drive, "gift": row, "amount": row.amount, "pledge": promise}
        record(by=by, action="contributions.gift_received", subject=receipt, details=details)
    return receipt


def _faults(gift: Gift, pledge: Pledge | None) -> Faults:
    if Receipt.objects.filter(gift=gift).exists():
        return {"": _("This gift has a receipt already. Nothing was changed.")}
    faults = faults_of_quantity(gift.kind, gift.amount)
    if gift.is_lower_bound:
        faults["amount"] = _("A receipt tells the exact amount. Write what was received, not “more than”.")
    if gift.received_on is None:
        faults["received_on"] = _("Write the day on which the gift was received.")
    elif gift.received_on > timezone.localdate():
        faults["received_on"] = _("This day has not come yet. Write the day on which the gift was received.")
    if pledge and (pledge.drive_id, pledge.kind) != (gift.drive_id, gift.kind):
        faults["pledge"] = _("This promise is of another drive or another kind. Choose the one that is kept.")
    elif pledge and pledge.called_off_on:
        faults["pledge"] = _("This promise was called off. Receive the gift without it.")
    return faults
