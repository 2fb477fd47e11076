"""Forget how to reach those who spoke about nominees, once the consultation has been over for long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations import access
from thidua.nominations.models import Opinion
from thidua.nominations.queries.speakers import reachable_opinions
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

# No law names a period for how to reach a speaker; within a year of the end an answer may still be asked for.
KEPT_DAYS: Final = 365


def speakers_to_forget(on: date) -> int:
    """Return how many opinions still say how to reach the speaker past their period."""
    return reachable_opinions(on - timedelta(days=KEPT_DAYS)).count()


def forget_speakers(*, reason: str, by: User | None) -> int:
    """Erase the contacts that are due, and return of how many opinions.

    The opinions, their answers and the names in the dossier stay. With `by` only those of dossiers whose
    consultations the person keeps. Raises Refused without a reason.
    """
    why = clean_line(reason)
    if not why:
        raise Refused({"reason": _("Write why this is deleted; the reason stays in the log.")})
    due = reachable_opinions(timezone.localdate() - timedelta(days=KEPT_DAYS))
    kept = [
        row for row in due if by is None or access.office_may(by, Right.CONSULT, row.consultation.dossier)
    ]
    for row in kept:
        _forget(row, why, by)
    return len(kept)


def _forget(opinion: Opinion, why: str, by: User | None) -> None:
    with transaction.atomic():
        row = Opinion.objects.select_for_update().get(pk=opinion.pk)
        row.contact = ""
        row.version += 1
        row.save(update_fields=["contact", "version"])
        record(by=by, action="nominations.speaker_forgotten", subject=row, details={"reason": why})
