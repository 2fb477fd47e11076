"""Forget how to reach those who promised gifts, once their promise has been settled for long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from thidua.accounts.models import User
from thidua.contributions.access import drives_kept_by
from thidua.contributions.actions.locking import checked_reason
from thidua.contributions.models import Pledge
from thidua.contributions.queries.contacts import settled_before
from thidua.support.audit.actions.record import record

# No law names a period for what visitors send in; a year lets the donor come back on it.
KEPT_DAYS: Final = 365


def contacts_to_forget(on: date, by: User | None) -> QuerySet[Pledge]:
    """Return the promises settled longer ago than contacts are kept; of the drives that `by` keeps, None: of all."""
    rows = settled_before(on - timedelta(days=KEPT_DAYS))
    return rows if by is None else rows.filter(drive__in=drives_kept_by(by).order_by().values("pk"))


def forget_contacts(*, reason: str, by: User | None) -> int:
    """Delete the contacts that are due, and the names of those of whom nothing was received; return how many.

    What was promised and what became of it stay, and so do the donors of receipts. Raises Refused without a reason.
    """
    why = checked_reason(reason)
    due = list(contacts_to_forget(timezone.localdate(), by))
    for pledge in due:
        _forget(pledge, why, by)
    return len(due)


def _forget(pledge: Any, why: str, by: User | None) -> None:
    with transaction.atomic():
        row = Pledge.objects.select_for_update().get(pk=pledge.pk)
        row.contact = ""
        if not row.receipts.exists():
            row.donor_name, row.donor_search_text = "", ""
        row.save(update_fields=["contact", "donor_name", "donor_search_text"])
        record(by=by, action="contributions.contact_forgotten", subject=row, details={"reason": why})
