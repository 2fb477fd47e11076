"""Take back a line of the ledger by another one, with the reason; nothing is deleted."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import checked_reason, locked_drive
from thidua.contributions.models import Allocation, LedgerLine, Receipt
from thidua.contributions.queries import free_parts
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def reverse_receipt(*, receipt: Receipt, reason: str, by: User) -> LedgerLine:
    """Take back a receipt that was issued by mistake and return the new line of the ledger; its number stays used.

    Raises NotAllowed, or Refused without a reason, a second time, or while what it brought is allocated.
    """
    why = checked_reason(reason)
    with transaction.atomic():
        drive = locked_drive(receipt.drive_id, by)
        row = Receipt.objects.get(pk=receipt.pk)
        line = _still_standing(row.reversed_on is None, LedgerLine.objects.filter(receipt=row).first())
        if line.parts > free_parts(drive, line.kind, timezone.localdate()):
            raise Refused(
                _(
                    "What this receipt brought has been allocated. Reverse an allocation first, then the receipt."
                )
            )
        if row.allocations.filter(reversed_on__isnull=True).exists():
            raise Refused(
                _("An allocation names this gift as its source. Reverse that first, then the receipt.")
            )
        row.reversed_on = timezone.localdate()
        row.save(update_fields=["reversed_on"])
        against = _against(line, why)
        record(by=by, action="contributions.receipt_reversed", subject=row, details={"reason": why})
    return against


def reverse_allocation(*, allocation: Allocation, reason: str, by: User) -> LedgerLine:
    """Take back an allocation and return the new line of the ledger.

    Raises NotAllowed, or Refused without a reason or a second time.
    """
    why = checked_reason(reason)
    with transaction.atomic():
        locked_drive(allocation.drive_id, by)
        row = Allocation.objects.get(pk=allocation.pk)
        line = _still_standing(row.reversed_on is None, LedgerLine.objects.filter(allocation=row).first())
        row.reversed_on = timezone.localdate()
        row.save(update_fields=["reversed_on"])
        against = _against(line, why)
        record(by=by, action="contributions.allocation_reversed", subject=row, details={"reason": why})
    return against


def _still_standing(stands: bool, line: LedgerLine | None) -> LedgerLine:
    if line is None or not stands:
        raise Refused(_("This line of the ledger was reversed already. Nothing was changed."))
    return line


def _against(line: LedgerLine, why: str) -> LedgerLine:
    return LedgerLine.objects.create(
        drive=line.drive,
        entry=line.entry,
        kind=line.kind,
        parts=-line.parts,
        entered_on=timezone.localdate(),
        receipt=line.receipt,
        allocation=line.allocation,
        reverses=line,
        reason=why,
    )
