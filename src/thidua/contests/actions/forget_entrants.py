"""Forget how to reach the entrants of editions that have been over for long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import editions_kept_by, require_keeping_contests
from thidua.contests.models import Edition, Entry
from thidua.contests.queries.reachable import editions_over_before, reachable_entries
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

# No law names a period; within a year of the results a winner is reached for the ceremony, a prize or a correction.
KEPT_DAYS: Final = 365


def entrants_to_forget(on: date) -> int:
    """Return how many entries still hold a telephone number or an e-mail address past their period."""
    return reachable_entries(editions_over_before(on - timedelta(days=KEPT_DAYS))).count()


def forget_entrants(*, reason: str, by: User | None) -> int:
    """Erase telephone numbers and e-mail addresses that are due, and return of how many entries.

    Works, authors, codes and results stay. With `by` only editions that the person keeps. Raises Refused without a
    reason.
    """
    why = clean_line(reason)
    if not why:
        raise Refused({"reason": _("Write why this is deleted; the reason stays in the log.")})
    due = editions_over_before(timezone.localdate() - timedelta(days=KEPT_DAYS))
    if by is not None:
        due = due.filter(pk__in=editions_kept_by(by).order_by().values("pk"))
    return sum(_forget(edition, why, by) for edition in due)


def _forget(edition: Edition, why: str, by: User | None) -> int:
    if by is not None:
        require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        rows = list(reachable_entries(Edition.objects.filter(pk=edition.pk)).select_for_update(of=("self",)))
        for row in rows:
            row.phone, row.email = "", ""
        Entry.objects.bulk_update(rows, ["phone", "email"])
        if rows:
            details = {"reason": why, "entries": len(rows)}
            record(by=by, action="contests.entrants_forgotten", subject=edition, details=details)
    return len(rows)
