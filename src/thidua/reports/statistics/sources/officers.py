"""Who does the work, for form 0605.N: as it was on the last day of the period."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from thidua.reports.models import EmulationOfficer
from thidua.reports.statistics.conditions import Condition
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources.group import Group, grouped, keys_meeting

AGES = ((30, "to_30"), (40, "31_40"), (50, "41_50"), (55, "51_55"), (60, "56_60"))


class Officers:
    """Officers of emulation and commendation."""

    def groups(self, scope: StatisticsScope) -> list[Group]:
        return grouped(values for _pk, values in _things(scope))

    def behind(self, scope: StatisticsScope, conditions: tuple[Condition, ...]) -> QuerySet[EmulationOfficer]:
        return EmulationOfficer.objects.filter(pk__in=keys_meeting(_things(scope), conditions))


def _things(scope: StatisticsScope) -> Iterator[tuple[int, dict[str, str | None]]]:
    day = scope.period.end
    there = Q(here_from__lte=day) & (Q(here_to__isnull=True) | Q(here_to__gte=day))
    rows = EmulationOfficer.objects.filter(there, scope.readable("unit"), scope.within("unit")).order_by("pk")
    for pk, born, woman, education, since in rows.values_list(
        "pk", "birth_year", "woman", "education", "first_year"
    ):
        yield (
            pk,
            {
                "woman": None if woman is None else ("yes" if woman else "no"),
                "age": None if born is None else age_band(day.year - born),
                "education": education or None,
                "years": None if since is None else years_band(day.year - since),
            },
        )


def age_band(age: int) -> str:
    """Return the band of an age in years."""
    return next((band for last, band in AGES if age <= last), "over_60")


def years_band(years: int) -> str:
    """Return the band of years in this work."""
    return "under_5" if years < 5 else "5_to_10" if years < 10 else "10_and_more"
