"""Take away an event that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.models import Event
from thidua.movements.record_access import require_keeping_records
from thidua.orgs.models import Unit
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry

ACTION = "movements.event_withdrawn"


def withdraw_event(*, event: Event, reason: str, by: User) -> AuditEntry:
    """Delete the event, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason.
    """
    require_keeping_records(by, event.host)
    with transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_event(*, entry: AuditEntry, by: User) -> Event:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping_records(by, Unit.objects.get(pk=kept_values(entry, ACTION)["host"]))
    with transaction.atomic():
        row = restore(entry=entry, action="movements.event_restored", by=by)
        assert isinstance(row, Event)
        return row
