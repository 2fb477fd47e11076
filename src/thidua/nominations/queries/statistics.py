"""The office's work in a period, counted from the log of moves alone: the same rows give the same numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final, TypeAlias

from django.db.models import QuerySet

from thidua.core.workflow.lateness import Timeliness
from thidua.nominations.clock_rows import local_day
from thidua.nominations.models import Dossier, ReturnedFault
from thidua.nominations.queries.courses import Course, courses_of

COMMONEST = 10
FAULT: Final = "fault/"
_Fault: TypeAlias = tuple[int, str, date]  # dossier, code, day of the return


def _resolved_as(*wanted: Timeliness) -> Callable[[Course, date, date], bool]:
    return lambda one, first, last: one.is_resolved(first, last) and one.met in wanted


# What each figure counts; the list behind it holds exactly these.
FIGURES: Final[dict[str, Callable[[Course, date, date], bool]]] = {
    "received": lambda one, first, last: one.is_received(first, last),
    "in_work": lambda one, _first, last: one.is_in_work(last),
    "resolved": _resolved_as(*Timeliness),
    "early": _resolved_as(Timeliness.EARLY),
    "on_time": _resolved_as(Timeliness.ON_TIME),
    "late": _resolved_as(Timeliness.LATE),
    "no_limit": _resolved_as(Timeliness.NO_LIMIT),
    "returned": lambda one, first, last: one.is_resolved(first, last) and one.returns > 0,
}


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
    def returns_each(self) -> float | None:
        """Returns per resolved dossier; None: nothing resolved."""
        return self.returns / self.resolved if self.resolved else None

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


def statistics(first: date, last: date, dossiers: QuerySet[Dossier] | None = None) -> Statistics:
    """Return the work from `first` to `last`, both included, for `dossiers` (all); two queries."""
    return _told(courses_of(dossiers), first, last, _faults_of(dossiers))


def with_last_year(
    first: date, last: date, dossiers: QuerySet[Dossier] | None = None
) -> tuple[Statistics, Statistics]:
    """Return the work of a period and of the same days a year before, from one reading of the log; two queries."""
    courses, faults = courses_of(dossiers), _faults_of(dossiers)
    return _told(courses, first, last, faults), _told(courses, year_before(first), year_before(last), faults)


def year_before(day: date) -> date:
    """Return the same day of the year before; the 28th for a 29th of February."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def dossiers_behind(
    figure: str,
    first: date,
    last: date,
    dossiers: QuerySet[Dossier] | None = None,
    unit: int | None = None,
) -> list[int]:
    """Return the ids of the dossiers that a figure of `FIGURES`, or a «fault/CODE», counts; one query.

    Raises ValueError for a figure that does not exist.
    """
    if figure.startswith(FAULT):
        code = figure.removeprefix(FAULT)
        found = [pk for pk, said, day in _faults_of(dossiers) if said == code and first <= day <= last]
        return sorted(set(found))
    counts = FIGURES.get(figure)
    if counts is None:
        raise ValueError(f"no figure is called {figure}")
    courses = courses_of(dossiers)
    return [one.dossier for one in courses if (unit is None or one.unit == unit) and counts(one, first, last)]


def _told(courses: Sequence[Course], first: date, last: date, faults: Sequence[_Fault]) -> Statistics:
    counted = Counter(code for _pk, code, day in faults if first <= day <= last)
    return Statistics(
        total=_work(courses, first, last),
        by_unit=_by_unit(courses, first, last),
        by_month=_by_month(courses, first, last),
        faults=tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:COMMONEST]),
    )


def _work(courses: Sequence[Course], first: date, last: date) -> Work:
    resolved = [one for one in courses if one.is_resolved(first, last)]
    met = Counter(one.met for one in resolved)
    return Work(
        received=sum(one.is_received(first, last) for one in courses),
        in_work=sum(one.is_in_work(last) for one in courses),
        early=met[Timeliness.EARLY],
        on_time=met[Timeliness.ON_TIME],
        late=met[Timeliness.LATE],
        no_limit=met[Timeliness.NO_LIMIT],
        median_days=float(median(one.days or 0 for one in resolved)) if resolved else None,
        returns=sum(one.returns for one in resolved),
    )


def _by_unit(courses: Sequence[Course], first: date, last: date) -> dict[int, Work]:
    grouped: dict[int, list[Course]] = defaultdict(list)
    for course in courses:
        grouped[course.unit].append(course)
    return {unit: _work(own, first, last) for unit, own in grouped.items()}


def _by_month(courses: Sequence[Course], first: date, last: date) -> dict[str, Work]:
    found: dict[str, Work] = {}
    start = first
    while start <= last:
        following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        end = min(last, date.fromordinal(following.toordinal() - 1))
        found[f"{start:%Y-%m}"] = _work(courses, start, end)
        start = following
    return found


def _faults_of(dossiers: QuerySet[Dossier] | None) -> list[_Fault]:
    within = {} if dossiers is None else {"dossier__in": dossiers.order_by().values("pk")}
    rows = ReturnedFault.objects.filter(**within).order_by("pk").values_list("dossier_id", "code", "move__at")
    return [(pk, code, local_day(at)) for pk, code, at in rows]
