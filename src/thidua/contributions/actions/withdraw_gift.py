"""Take away a gift that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.models import Drive, Gift
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

ACTION = "contributions.gift_withdrawn"


def withdraw_gift(*, gift: Gift, reason: str, by: User) -> AuditEntry:
    """Delete the gift, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason.
    """
    require_keeping_gifts(by, gift.drive.unit)
    with transaction.atomic():
        row = Gift.objects.select_for_update().get(pk=gift.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_gift(*, entry: AuditEntry, by: User) -> Gift:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    parent = Drive.objects.filter(pk=kept_values(entry, ACTION)["drive"]).first()
    if parent is None:
        raise Refused(_("What this belonged to has been removed as well. Bring that back first."))
    require_keeping_gifts(by, parent.unit)
    with transaction.atomic():
        row = restore(entry=entry, action="contributions.gift_restored", by=by)
        assert isinstance(row, Gift)
        return row
