"""Remind every unit of a round that has not sent its report."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.reporting import AWAITED
from thidua.movements.actions.moments import past_moment
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.models import Reminder, ReportingRound, Sheet


def remind(
    *, round_: ReportingRound, by: User | None, message: str = "", at: datetime | None = None
) -> list[Reminder]:
    """Remind all units whose sheet is awaited, and return the reminders; units see them in their work list.

    Raises Refused when nobody is missing, NotAllowed.
    """
    if not access.may_appraise(by, round_):
        raise NotAllowed(_("Only those who opened this round remind its units."))
    message = clean_line(message)[:500]
    moment = past_moment(at, timezone.now(), field="sent_at")
    with transaction.atomic():
        sheets = list(Sheet.objects.filter(round=round_, state__in=AWAITED).select_related("unit"))
        if not sheets:
            raise Refused(_("Every unit has sent its report: there is nobody to remind."))
        reminders = Reminder.objects.bulk_create(
            [Reminder(sheet=sheet, sent_at=moment, sent_by=by, message=message) for sheet in sheets],
            batch_size=500,
        )
        details = {"message": message, "units": [sheet.unit.key for sheet in sheets]}
        record(by=by, action="targets.reminded", subject=round_, details=details)
    return reminders
