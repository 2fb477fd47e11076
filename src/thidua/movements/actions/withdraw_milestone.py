"""Take away a milestone that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.models import Milestone
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry

ACTION = "movements.milestone_withdrawn"


def withdraw_milestone(*, milestone: Milestone, reason: str, by: User) -> AuditEntry:
    """Delete the milestone, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason.
    """
    require_keeping_records(by, milestone.unit)
    with transaction.atomic():
        row = Milestone.objects.select_for_update().get(pk=milestone.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_milestone(*, entry: AuditEntry, by: User) -> Milestone:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping_records(by, Unit.objects.get(pk=kept_values(entry, ACTION)["unit"]))
    with transaction.atomic():
        row = restore(entry=entry, action="movements.milestone_restored", by=by)
        assert isinstance(row, Milestone)
        return row
