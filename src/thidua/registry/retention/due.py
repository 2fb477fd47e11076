"""What is past its period on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.core.law.reading import load_law
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.personal.rights import may_see_personal_data
from thidua.registry.models import Award, Conferral
from thidua.registry.retention.periods import DataKind, RetentionPeriod, retention_periods

Hold = Callable[[], QuerySet[Person]]
_holds: Final[list[Hold]] = []


def register_hold(hold: Hold) -> None:
    """Keep the personal data of the persons that `hold` returns: something about them is not finished."""
    if hold not in _holds:
        _holds.append(hold)


@dataclass(frozen=True)
class DueCount:
    """A kind of data, its period, and how many rows are past it."""

    period: RetentionPeriod
    count: int


def due_counts(day: date) -> list[DueCount]:
    """Return every kind with what is due on `day`; a query for each."""
    return [DueCount(period, _counted(kind, period, day)) for kind, period in retention_periods().items()]


def due_personal_data(day: date) -> QuerySet[PersonalData]:
    """Return the kept rows that nobody changed and whose persons received nothing for as long as the period says."""
    years = retention_periods()[DataKind.PERSONAL_DATA].years
    rows = (
        PersonalData.objects.filter(erased_on=None)
        .select_related("person")
        .order_by("person__sort_key", "pk")
    )
    if years is None:
        return rows.none()
    recent = Award.objects.filter(year__gte=day.year - years, person__isnull=False).order_by()
    rows = rows.filter(changed_on__lt=_years_before(day, years)).exclude(person__in=recent.values("person"))
    for hold in _holds:
        rows = rows.exclude(person__in=hold().order_by().values("pk"))
    return rows


def due_for(user: User | None, day: date) -> list[PersonalData]:
    """Return those rows that are due and that `user` may erase."""
    rows = due_personal_data(day)
    if user is None:
        return list(rows)
    seen = rows.filter(person__in=persons_seen_by(user).order_by().values("pk"))
    return [row for row in seen if may_see_personal_data(user, row.person)]


def _counted(kind: DataKind, period: RetentionPeriod, day: date) -> int:
    if kind is DataKind.PERSONAL_DATA:
        return due_personal_data(day).count()
    if period.years is None:
        return 0
    codes = [code for code, award in load_law().awards.items() if award.level in _LEVELS[kind]]
    until = _years_before(day, period.years)
    old = Q(decision_date__lt=until) | Q(decision_date=None, decided_year__lt=until.year)
    return Conferral.objects.filter(old, award_code__in=codes).count()


_LEVELS: Final = {
    DataKind.DOSSIERS_STATE: {"state"},
    DataKind.DOSSIERS_PROVINCE: {"province", "ministry"},
    DataKind.DOSSIERS_UNIT: {"grassroots"},
}


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28))
