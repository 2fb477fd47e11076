"""Fairness over the years: shares of what was given, with their basis, against the Board's aims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.periods import Period
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import ShareMeasure
from thidua.nominations.models import ShareAim
from thidua.nominations.queries.fairness import Counted
from thidua.registry.enums import PEOPLE, RecipientClass, RecipientKind
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources.awards import awards_of

LEADERS: Final = "leaders"
MEASURES: Final = {
    ShareMeasure.DIRECT_WORKERS.value: ShareMeasure.DIRECT_WORKERS.label,
    LEADERS: _("leaders"),
    ShareMeasure.WOMEN.value: ShareMeasure.WOMEN.label,
    ShareMeasure.ETHNIC_MINORITIES.value: ShareMeasure.ETHNIC_MINORITIES.label,
    ShareMeasure.HOUSEHOLDS.value: ShareMeasure.HOUSEHOLDS.label,
}
LEVELS: Final = {
    "state": pgettext_lazy("level", "State"),
    "province": _("province or ministry"),
    "grassroots": _("grassroots"),
}
_LEADING: Final = frozenset(
    {RecipientClass.SENIOR_LEADER, RecipientClass.DEPARTMENT_LEADER, RecipientClass.OTHER_LEADER}
)


@dataclass(frozen=True)
class Shares:
    """The shares of one year and level, by measure."""

    year: int
    level: str  # empty: all levels, unknown ones too
    counted: Mapping[str, Counted]


@dataclass(frozen=True)
class _Kind:
    level: str
    is_person: bool
    is_household: bool
    direct: bool | None
    leader: bool | None
    woman: bool | None
    minority: bool | None


def shares_by_year(scope: StatisticsScope, years: Iterable[int]) -> dict[tuple[int, str], Shares]:
    """Return the shares by year and level («» for all); the period of `scope` is not asked. One query a year."""
    book = current_book()
    found = {}
    for year in years:
        within = StatisticsScope(Period.of_year(year), scope.unit, scope.seen)
        rows = awards_of(within).order_by()
        counts: dict[_Kind, int] = {}
        for code, kind, class_, woman, minority, count in (
            rows.values(
                "conferral__award_code", "recipient_kind", "recipient_class", "woman", "ethnic_minority"
            )
            .annotate(counted=Count("pk"))
            .values_list(
                *("conferral__award_code", "recipient_kind", "recipient_class", "woman", "ethnic_minority"),
                "counted",
            )
        ):
            award = book.awards.get(code)
            level = {"ministry": "province"}.get(award.level, award.level) if award else ""
            one = _Kind(
                level=level,
                is_person=kind in PEOPLE,
                is_household=kind == RecipientKind.HOUSEHOLD,
                direct=class_ == RecipientClass.DIRECT_WORKER if class_ else None,
                leader=class_ in _LEADING if class_ else None,
                woman=woman,
                minority=minority,
            )
            counts[one] = counts.get(one, 0) + count
        for level in ("", *LEVELS):
            wanted = {one: count for one, count in counts.items() if level in ("", one.level)}
            found[year, level] = Shares(year, level, _counted(wanted))
    return found


def aims_of(year: int) -> dict[str, int]:
    """Return the Board's aims for a year in percent, by measure; one query."""
    return dict(ShareAim.objects.filter(year=year).order_by().values_list("measure", "percent"))


def _counted(counts: Mapping[_Kind, int]) -> dict[str, Counted]:
    people = [one for one in counts if one.is_person]
    return {
        ShareMeasure.DIRECT_WORKERS.value: _sum((one.direct, counts[one]) for one in people),
        LEADERS: _sum((one.leader, counts[one]) for one in people),
        ShareMeasure.WOMEN.value: _sum((one.woman, counts[one]) for one in people),
        ShareMeasure.ETHNIC_MINORITIES.value: _sum((one.minority, counts[one]) for one in people),
        ShareMeasure.HOUSEHOLDS.value: _sum((one.is_household, count) for one, count in counts.items()),
    }


def _sum(answers: Iterable[tuple[bool | None, int]]) -> Counted:
    said = list(answers)
    return Counted(
        count=sum(count for answer, count in said if answer),
        base=sum(count for _answer, count in said),
        unknown=sum(count for answer, count in said if answer is None),
    )
