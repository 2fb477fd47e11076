"""Movements for form 0601.N: those that began in the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from thidua.movements.enums import DatePrecision, MovementKind, MovementReach, MovementState
from thidua.movements.models import Movement
from thidua.orgs.enums import UnitKind
from thidua.reports.statistics.conditions import Condition
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources.group import Group, grouped, keys_meeting

_EXACT: Final = frozenset({DatePrecision.DAY, DatePrecision.MONTH})


class Movements:
    """Movements by their first day, else by the day of the launching document, else by the day they were launched."""

    def groups(self, scope: StatisticsScope) -> list[Group]:
        return grouped(values for _pk, values in _things(scope))

    def behind(self, scope: StatisticsScope, conditions: tuple[Condition, ...]) -> QuerySet[Movement]:
        return Movement.objects.filter(pk__in=keys_meeting(_things(scope), conditions))


def _things(scope: StatisticsScope) -> Iterator[tuple[int, dict[str, str | None]]]:
    days = (scope.period.start, scope.period.end)
    began = (
        Q(starts_on__range=days)
        | Q(starts_on__isnull=True, launch_date__range=days)
        | Q(starts_on__isnull=True, launch_date__isnull=True, launched_at__date__range=days)
    )
    rows = Movement.objects.filter(began, scope.readable("launched_by"), scope.within("launched_by"))
    told = rows.exclude(state=MovementState.DRAFT).order_by("pk")
    for pk, kind, reach, launcher, start, precision, end, planned in told.values_list(
        *("pk", "kind", "reach", "launched_by__kind", "starts_on", "starts_precision"),
        *("ended_on", "planned_end"),
    ):
        yield (
            pk,
            {
                "launcher": _launcher(reach, launcher),
                "reach": reach or None,
                "length": length_of(start if precision in _EXACT else None, end or planned),
                "method": "annual" if kind == MovementKind.REGULAR else "thematic",
            },
        )


def _launcher(reach: str, kind: str) -> str:
    """A nation-wide movement is launched by the President or the Prime Minister (article 18)."""
    if reach == MovementReach.NATION:
        return "central"
    return "province" if kind == UnitKind.PROVINCE else "unit"


def length_of(start: date | None, end: date | None) -> str | None:
    """Return the class of length from the first day to the last; None where one of them is not known."""
    if start is None or end is None:
        return None
    after = end + timedelta(days=1)
    if after < _years_after(start, 1):
        return "under_1"
    if after == _years_after(start, 1) or end == _years_after(start, 1):
        return "1"  # «from 01/01 to 31/12» and «from 19/08 to 19/08 of the next year» are both one year
    if after < _years_after(start, 3):
        return "1_to_3"
    return "3_to_5" if after < _years_after(start, 5) else "5_and_more"


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
