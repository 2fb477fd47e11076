"""Take away an edition that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.models import Competition, Edition
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

ACTION = "contests.edition_withdrawn"


def withdraw_edition(*, edition: Edition, reason: str, by: User) -> AuditEntry:
    """Delete the edition, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason.
    """
    require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        row = Edition.objects.select_for_update().get(pk=edition.pk)
        return withdraw(row=row, reason=reason, action=ACTION, by=by)


def restore_edition(*, entry: AuditEntry, by: User) -> Edition:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    parent = Competition.objects.filter(pk=kept_values(entry, ACTION)["competition"]).first()
    if parent is None:
        raise Refused(_("What this belonged to has been removed as well. Bring that back first."))
    require_keeping_contests(by, parent.organiser)
    with transaction.atomic():
        row = restore(entry=entry, action="contests.edition_restored", by=by)
        assert isinstance(row, Edition)
        return row
