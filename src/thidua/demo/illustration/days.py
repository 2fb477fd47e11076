"""Moments of the past weeks, counted in working days from today, so that queues look alive whenever they are made."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import count

from django.utils import timezone

from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.clock import APPRAISAL, shortest_limit
from thidua.lawbook.queries import current_book


def ago(working_days: int) -> datetime:
    """Return nine o'clock of the working day that lies so many before today; 0: now."""
    if working_days == 0:
        return timezone.now()
    return timezone.make_aware(datetime.combine(day_ago(working_days), time(9)))


def day_ago(working_days: int) -> date:
    """Return the working day that lies so many before today; 0: today."""
    today = timezone.localdate()
    return national_calendar().add_working_days(today, -working_days) if working_days else today


def days_since_reception(award: str, days_left: int) -> int:
    """Return how many working days ago a dossier for `award` came in whose appraisal has `days_left` left today.

    Where the law book knows no limit: a week.
    """
    today = timezone.localdate()
    due = national_calendar().add_working_days(today, days_left) if days_left else today
    for days in count(1):
        since = day_ago(days)
        limit = shortest_limit(current_book(), APPRAISAL, since, [award])
        last = limit.due(since) if limit else None
        if last is None:
            return 5
        if last <= due:
            return days
    raise AssertionError("counting does not end")
