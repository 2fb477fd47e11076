"""The office's work in a period, counted from the log of moves alone: the same rows give the same numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.db.models import QuerySet

from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.clock import Stay, pauses
from thidua.core.workflow.dossier import LIFT, RECEIVE, RESOLVING, RETURN, SUSPEND
from thidua.core.workflow.lateness import Timeliness, timeliness
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier, DossierMove, ReturnedFault

COMMONEST = 10


@dataclass(frozen=True)
class Work:
    """Dossiers received in a period, in work at its end, and resolved in it, with how they met their last day.

    `median_days`: working days from reception to the end, those with the unit left out; None: nothing resolved.
    `returns`: of the resolved dossiers; divided by `resolved` it is the returns per dossier.
    """

    received: int
    in_work: int
    early: int
    on_time: int
    late: int
    no_limit: int
    median_days: float | None
    returns: int

    @property
    def resolved(self) -> int:
        """How many ended in the period."""
        return self.early + self.on_time + self.late + self.no_limit

    @property
    def in_time(self) -> tuple[int, int]:
        """Early and on time, out of those that had a last day."""
        return self.early + self.on_time, self.early + self.on_time + self.late


@dataclass(frozen=True)
class Statistics:
    """The work of a period: in all, by nominating unit (id), by month («2026-03»), and the commonest faults (code)."""

    total: Work
    by_unit: dict[int, Work]
    by_month: dict[str, Work]
    faults: tuple[tuple[str, int], ...]


@dataclass
class _Course:
    """What the log tells of one dossier."""

    unit: int
    received: date | None = None
    ended: date | None = None
    due_on: date | None = None
    returns: int = 0
    days: int | None = None


def statistics(first: date, last: date, dossiers: QuerySet[Dossier] | None = None) -> Statistics:
    """Return the work from `first` to `last`, both included, for `dossiers` (all); two queries."""
    within = {} if dossiers is None else {"dossier__in": dossiers.order_by().values("pk")}
    rows = DossierMove.objects.filter(**within).order_by("dossier", "ordinal")
    courses = _courses(
        rows.values_list(
            "dossier_id", "dossier__unit_id", "verb", "target", "at", "due_on", named=False
        ).iterator(chunk_size=5000)
    )
    return Statistics(
        total=_work(courses, first, last),
        by_unit=_by_unit(courses, first, last),
        by_month=_by_month(courses, first, last),
        faults=_commonest(first, last, within),
    )


def _courses(rows: Iterable[tuple[int, int, str, str, datetime, date | None]]) -> list[_Course]:
    courses: list[_Course] = []
    course, current = _Course(0), None
    stays: list[Stay] = []
    stopped: list[tuple[date, date | None]] = []
    for pk, unit, verb, target, at, due_on in rows:
        if pk != current:
            course, stays, stopped, current = _Course(unit), [], [], pk
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


def _work(courses: Sequence[_Course], first: date, last: date) -> Work:
    met: Counter[Timeliness] = Counter()
    days: list[int] = []
    received = in_work = returns = 0
    for course in courses:
        if course.received is None or course.received > last:
            continue
        received += course.received >= first
        in_work += course.ended is None or course.ended > last
        if course.ended is not None and first <= course.ended <= last:
            met[timeliness(course.due_on, course.ended)] += 1
            returns += course.returns
            days.append(course.days or 0)
    return Work(
        received=received,
        in_work=in_work,
        early=met[Timeliness.EARLY],
        on_time=met[Timeliness.ON_TIME],
        late=met[Timeliness.LATE],
        no_limit=met[Timeliness.NO_LIMIT],
        median_days=float(median(days)) if days else None,
        returns=returns,
    )


def _by_unit(courses: Sequence[_Course], first: date, last: date) -> dict[int, Work]:
    grouped: dict[int, list[_Course]] = defaultdict(list)
    for course in courses:
        grouped[course.unit].append(course)
    return {unit: _work(own, first, last) for unit, own in grouped.items()}


def _by_month(courses: Sequence[_Course], first: date, last: date) -> dict[str, Work]:
    found: dict[str, Work] = {}
    start = first
    while start <= last:
        following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        end = min(last, date.fromordinal(following.toordinal() - 1))
        found[f"{start:%Y-%m}"] = _work(courses, start, end)
        start = following
    return found


def _commonest(first: date, last: date, within: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    rows = ReturnedFault.objects.filter(**within).values_list("code", "move__at")
    counted = Counter(code for code, at in rows if first <= local_day(at) <= last)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:COMMONEST])
