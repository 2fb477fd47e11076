"""Record the day on which a conferral was presented."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.accounts.models import User
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record


def present_conferral(*, conferral: Conferral, on: date, by: User | None) -> Conferral:
    """Store the day of presentation, once, and return the row.

    Called when the last certificate of a signed decision is handed over; the right is that of handing over,
    checked there.
    """
    with transaction.atomic():
        row = Conferral.objects.select_for_update().get(pk=conferral.pk)
        if row.presented_on is None:
            row.presented_on, row.version = on, row.version + 1
            row.save(update_fields=["presented_on", "version"])
            record(by=by, action="registry.conferral_presented", subject=row, details={"presented_on": on})
    return row
