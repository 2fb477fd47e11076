"""The way of each dossier through the office, told from the log of moves alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.clock import Stay, pauses
from thidua.core.workflow.dossier import LIFT, RECEIVE, RESOLVING, RETURN, SUSPEND
from thidua.core.workflow.lateness import Timeliness, timeliness
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier, DossierMove


@dataclass
class Course:
    """What the log tells of one dossier.

    `due_on`: the last day of the step that ended it. `days`: working days from reception to the end, those with the
    unit and those of a suspension left out.
    """

    dossier: int
    unit: int
    received: date | None = None
    ended: date | None = None
    due_on: date | None = None
    returns: int = 0
    days: int | None = None

    def is_received(self, first: date, last: date) -> bool:
        """Whether the office received it in the period."""
        return self.received is not None and first <= self.received <= last

    def is_in_work(self, last: date) -> bool:
        """Whether it was received by the last day and had not ended then."""
        return (
            self.received is not None and self.received <= last and (self.ended is None or self.ended > last)
        )

    def is_resolved(self, first: date, last: date) -> bool:
        """Whether it ended in the period."""
        return self.ended is not None and first <= self.ended <= last

    @property
    def met(self) -> Timeliness:
        """How the end met the last day of its step."""
        assert self.ended is not None
        return timeliness(self.due_on, self.ended)


def courses_of(dossiers: QuerySet[Dossier] | None = None) -> list[Course]:
    """Return the course of each of `dossiers` (all); one query."""
    within = {} if dossiers is None else {"dossier__in": dossiers.order_by().values("pk")}
    rows = DossierMove.objects.filter(**within).order_by("dossier", "ordinal")
    wanted = ("dossier_id", "dossier__unit_id", "verb", "target", "at", "due_on")
    return _courses(rows.values_list(*wanted, named=False).iterator(chunk_size=5000))


def _courses(rows: Iterable[tuple[int, int, str, str, datetime, date | None]]) -> list[Course]:
    courses: list[Course] = []
    course, current = Course(0, 0), None
    stays: list[Stay] = []
    stopped: list[tuple[date, date | None]] = []
    for pk, unit, verb, target, at, due_on in rows:
        if pk != current:
            course, stays, stopped, current = Course(pk, unit), [], [], pk
            courses.append(course)
        day = local_day(at)
        if stays and stays[-1].until is None:
            stays[-1] = Stay(stays[-1].state, stays[-1].since, day)
        stays.append(Stay(target, day))
        if verb == RECEIVE and course.received is None:
            course.received = day
        elif verb == RETURN:
            course.returns += 1
        elif verb in RESOLVING and course.received and course.ended is None:
            course.ended, course.due_on = day, due_on
            course.days = _working_days(course.received, day, stays[:-1], stopped)
        elif verb == SUSPEND and not (stopped and stopped[-1][1] is None):
            stopped.append((day, None))
        elif verb == LIFT and stopped:
            stopped[-1] = (stopped[-1][0], day)
    return courses


def _working_days(
    received: date, ended: date, stays: Sequence[Stay], stopped: Sequence[tuple[date, date | None]]
) -> int:
    return national_calendar().days_used(received, ended, pauses(stays, stopped))
