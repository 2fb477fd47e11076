"""Record a gift, and correct it."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.content import GiftContent
from thidua.contributions.models import Drive, Gift
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def record_gift(*, drive: Drive, content: GiftContent, by: User) -> Gift:
    """Record a gift to `drive` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_gifts(by, drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        gift = Gift.objects.create(drive=drive, **values, **content.derived())
        record(by=by, action="contributions.gift_recorded", subject=gift, details=values | {"drive": drive})
    return gift


def edit_gift(*, gift: Gift, content: GiftContent, version: int, by: User) -> Gift:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_gifts(by, gift.drive.unit)
    values = content.cleaned()
    with transaction.atomic():
        row = Gift.objects.select_for_update().get(pk=gift.pk)
        changes = apply_edit(row, values, seen=version, derived=content.derived())
        if changes:
            record(by=by, action="contributions.gift_edited", subject=row, details=changes)
    return row
