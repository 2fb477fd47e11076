"""Take away a prize or contest that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.models import Competition
from thidua.orgs.models import Unit
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry

ACTION = "contests.competition_withdrawn"


def withdraw_competition(*, competition: Competition, reason: str, by: User) -> AuditEntry:
    """Delete the prize or contest, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason or while it has editions.
    """
    require_keeping_contests(by, competition.organiser)
    with transaction.atomic():
        row = Competition.objects.select_for_update().get(pk=competition.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_competition(*, entry: AuditEntry, by: User) -> Competition:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping_contests(by, Unit.objects.get(pk=kept_values(entry, ACTION)["organiser"]))
    with transaction.atomic():
        row = restore(entry=entry, action="contests.competition_restored", by=by)
        assert isinstance(row, Competition)
        return row
