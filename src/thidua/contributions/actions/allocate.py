"""Give on what a drive received."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.actions.locking import fault_of_published_month, locked_drive
from thidua.contributions.amounts import from_parts
from thidua.contributions.content import AllocationContent
from thidua.contributions.enums import Entry
from thidua.contributions.models import Allocation, Drive, LedgerLine, Receipt
from thidua.contributions.queries import free_parts, unspent_parts
from thidua.core.vietnamese.numbers import format_number
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def allocate(*, drive: Drive, content: AllocationContent, by: User) -> Allocation:
    """Allocate to a work or place what the drive has left on that day, and return the row.

    Raises NotAllowed, or Refused per field at fault, and where less is left. Two at once wait for each other.
    """
    with transaction.atomic():
        locked = locked_drive(drive.pk, by)
        values = content.cleaned()
        allocation = Allocation(drive=locked, **values)
        if published := fault_of_published_month(locked, allocation.allocated_on):
            raise Refused({"allocated_on": published})
        _refuse_another_gift(allocation)
        _refuse_overspending(allocation)
        allocation.save()
        LedgerLine.objects.create(
            drive=locked,
            entry=Entry.ALLOCATED,
            kind=allocation.kind,
            parts=allocation.parts,
            entered_on=allocation.allocated_on,
            allocation=allocation,
        )
        told = {name: value for name, value in values.items() if name != "parts"}
        details = told | {"drive": locked, "amount": allocation.amount}
        record(by=by, action="contributions.allocated", subject=allocation, details=details)
    return allocation


def _refuse_another_gift(allocation: Allocation) -> None:
    """Refuse to give on of one gift what that gift is not, or more than is left of it."""
    if allocation.receipt is None:
        return
    receipt = Receipt.objects.select_related("gift").get(pk=allocation.receipt.pk)
    if (receipt.drive_id, receipt.gift.kind) != (allocation.drive_id, allocation.kind) or receipt.reversed_on:
        raise Refused(
            {"receipt": _("This gift is of another drive or kind, or was taken back. Choose another.")}
        )
    free = unspent_parts(receipt)
    if allocation.parts > free:
        left = format_number(from_parts(allocation.kind, free))
        said = _("Only %(left)s of this gift is left. Allocate at most that, or leave out the gift.")
        raise Refused({"amount": said % {"left": left}})


def _refuse_overspending(allocation: Allocation) -> None:
    free = free_parts(allocation.drive, allocation.kind, allocation.allocated_on)
    if allocation.parts <= free:
        return
    left = format_number(from_parts(allocation.kind, max(free, 0)))
    sentence = _(
        "Only %(left)s of this kind is left in the drive. Allocate at most that, or receive more first."
    )
    raise Refused({"amount": sentence % {"left": left}})
