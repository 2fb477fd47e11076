"""Take away a drive that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.contributions.access import require_keeping_gifts
from thidua.contributions.models import Drive
from thidua.orgs.models import Unit
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry

ACTION = "contributions.drive_withdrawn"


def withdraw_drive(*, drive: Drive, reason: str, by: User) -> AuditEntry:
    """Delete the drive, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason or while gifts belong to it.
    """
    require_keeping_gifts(by, drive.unit)
    with transaction.atomic():
        row = Drive.objects.select_for_update().get(pk=drive.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_drive(*, entry: AuditEntry, by: User) -> Drive:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping_gifts(by, Unit.objects.get(pk=kept_values(entry, ACTION)["unit"]))
    with transaction.atomic():
        row = restore(entry=entry, action="contributions.drive_restored", by=by)
        assert isinstance(row, Drive)
        return row
