"""Take away a conferral that was entered by mistake, and bring it back."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.registry.access import require_keeping
from thidua.registry.actions.granted import require_entered_by_hand
from thidua.registry.actions.recipient_names import name_awards, names_of, recount_names
from thidua.registry.models import Conferral
from thidua.support.audit.actions.withdraw import kept_values, restore, withdraw
from thidua.support.audit.models import AuditEntry

ACTION = "registry.conferral_withdrawn"


def withdraw_conferral(*, conferral: Conferral, reason: str, by: User) -> AuditEntry:
    """Delete the conferral, keep it whole in the log with `reason`, and return that entry.

    Raises NotAllowed, or Refused without a reason.
    """
    require_keeping(by, conferral.deciding_unit)
    with transaction.atomic():
        row = Conferral.objects.select_for_update().get(pk=conferral.pk)
        require_entered_by_hand(row)
        names = names_of(row.awards.all())
        entry = withdraw(row=row, reason=reason, action=ACTION, by=by)
        recount_names(names)
        return entry


def restore_conferral(*, entry: AuditEntry, by: User) -> Conferral:
    """Bring back what `entry` took away; raises NotAllowed, or Refused where its place is taken."""
    require_keeping(by, Unit.objects.get(pk=kept_values(entry, ACTION)["deciding_unit"]))
    with transaction.atomic():
        row = restore(entry=entry, action="registry.conferral_restored", by=by)
        assert isinstance(row, Conferral)
        name_awards(row.awards.all())
        return row
