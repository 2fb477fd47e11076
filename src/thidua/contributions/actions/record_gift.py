"""Record a gift, and correct it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.content import GiftContent
from thidua.contributions.models import Drive, Gift, Receipt
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, apply_edit
from thidua.support.refusals import Refused

# What the receipt says of a gift; a receipt is corrected by reversing it.
_ON_RECEIPT = ("kind", "amount", "is_lower_bound", "received_on")


def record_gift(*, drive: Drive, content: GiftContent, by: User) -> Gift:
    """Record a gift to `drive` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        gift = Gift.objects.create(drive=drive, **values, **content.derived())
        # The log is for ever, and a donor may refuse to be named.
        told = {name: value for name, value in values.items() if name != "donor_name"}
        record(by=by, action="contributions.gift_recorded", subject=gift, details=told | {"drive": drive})
    return gift


def edit_gift(*, gift: Gift, content: GiftContent, version: int, by: User) -> Gift:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`.

    Raises Refused where the gift has a receipt and what that says would change.
    """
    require_keeping_gifts(by, gift.drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        row = Gift.objects.select_for_update().get(pk=gift.pk)
        _refuse_another_receipt(row, values)
        changes = apply_edit(row, values, seen=version, derived=content.derived())
        if changes:
            told = {name: change for name, change in changes.items() if name != "donor_name"}
            record(by=by, action="contributions.gift_edited", subject=row, details=told)
    return row


def _refuse_another_receipt(row: Gift, values: dict[str, object]) -> None:
    changed = [name for name in _ON_RECEIPT if getattr(row, name) != values[name]]
    if changed and Receipt.objects.filter(gift=row).exists():
        sentence = _(
            "The receipt of this gift says something else. Reverse the receipt and receive the gift again."
        )
        faults: Faults = dict.fromkeys(changed, sentence)
        raise Refused(faults)
