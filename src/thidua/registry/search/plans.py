"""How the newest awards of a group of names are found among tens of millions: three plans, chosen by counts.

Few names: their awards by the index (name, year, id). Many names in few places: the awards of these places by the index
(place, year, code of the name). Many names anywhere: the register itself from its newest award backwards, since every
few rows one fits. Each is asked for year after year, so that no query reads more than it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Max, Min, Q, QuerySet

from thidua.registry.content.spelling import code_range
from thidua.registry.models import Award
from thidua.registry.models.recipient_name import YEAR_STEP
from thidua.registry.search.conditions import MOST_PLACES, Conditions
from thidua.registry.search.names import NameGroup

MOST_NAMES: Final = 3_000  # names whose awards are asked one by one
FIRST_WINDOW: Final = 500
MOST_WALKED: Final = 400_000
SPAN: Final = 20  # years over which most awards lie
_Found = list[tuple[int, int]]  # year and id, newest first


@dataclass(frozen=True)
class Place:
    """Where a page goes on: behind the award of this year and id."""

    year: int
    id: int

    @property
    def position(self) -> int:
        """The place as one number that falls from the newest award to the oldest."""
        return self.year * YEAR_STEP + self.id


def newest(group: NameGroup | None, conditions: Conditions, after: Place | None, size: int) -> _Found:
    """Return year and id of the newest awards of the group (None: of anybody), behind `after`."""
    if group is None:
        return _of_anybody(conditions, after, size)
    names = list(group.names().values_list("pk", "award_count", "latest")[: MOST_NAMES + 1])
    if len(names) <= MOST_NAMES:
        return _of_names(names, conditions, after, size)
    if conditions.conferrals is not None or _in_few_places(conditions):
        return _of_anybody(conditions, after, size, group)
    return _walked(group, conditions, after, size)


def _of_anybody(
    conditions: Conditions, after: Place | None, size: int, group: NameGroup | None = None
) -> _Found:
    rows = _behind(conditions.within_years(Award.objects.order_by("-year", "-pk")), after)
    if conditions.conferrals is not None:
        rows = _named(conditions.of(rows), group)
        return list(rows.values_list("year", "pk")[:size])
    if _in_few_places(conditions):
        assert conditions.units is not None
        rows = rows.filter(place__among=conditions.units)
        if group is not None and group.prefix:
            low, high = code_range(group.prefix)
            rows = rows.filter(name_code__gte=low, name_code__lte=high)
        rows = _named(conditions.of(rows, leaving_out="units"), group)
        return _year_by_year(rows, conditions, after, size, 1)
    return _walked(group, conditions, after, size)


def _of_names(
    names: list[tuple[int, int, int]], conditions: Conditions, after: Place | None, size: int
) -> _Found:
    """Return the newest awards of these names (id, how many awards, position of the newest)."""
    names.sort(key=lambda name: -name[2])
    floor = None
    if conditions.are_none:
        # The newest n awards belong to the n names with the newest awards, and to those begun before the page.
        begun = [name for name in names if after is not None and name[2] >= after.position]
        others = [name for name in names if after is None or name[2] < after.position]
        names = begun + others[:size]
        floor = others[size - 1][2] // YEAR_STEP if len(others) >= size else None
    if not names:
        return []
    total = sum(count for _pk, count, _latest in names)
    rows = Award.objects.filter(name__among=[pk for pk, _count, _latest in names]).order_by("-year", "-pk")
    if floor is not None:
        rows = rows.filter(year__gte=floor)
    rows = _behind(conditions.of(conditions.within_years(rows)), after)
    if floor is not None or total <= 10 * size:
        return list(rows.values_list("year", "pk")[:size])
    newest_year = max(latest for _pk, _count, latest in names) // YEAR_STEP
    return _year_by_year(rows, conditions, after, size, max(1, 8 * size * SPAN // total), newest_year)


def _year_by_year(
    rows: QuerySet[Award],
    conditions: Conditions,
    after: Place | None,
    size: int,
    step: int,
    newest_year: int | None = None,
) -> _Found:
    """Return the first rows, asked in spans of years that grow until there are enough."""
    first, last = _span(conditions, after, newest_year)
    found: _Found = []
    while last >= first and len(found) < size:
        begin = max(first, last - step + 1)
        years = list(range(begin, last + 1))
        some = rows.filter(year=last) if step == 1 else rows.filter(year__in=years)
        found += some.values_list("year", "pk")[: size - len(found)]
        last, step = begin - 1, 2 * step
    return found


def _span(conditions: Conditions, after: Place | None, newest_year: int | None) -> tuple[int, int]:
    """Return the first and last year that may hold an award of the page."""
    ends = (
        Award.objects.order_by().aggregate(first=Min("year"))["first"]
        if conditions.first_year is None
        else None
    )
    first = conditions.first_year if conditions.first_year is not None else (ends or 0)
    if newest_year is None:
        newest_year = Award.objects.order_by().aggregate(last=Max("year"))["last"] or 0
    last = min(
        year
        for year in (newest_year, conditions.last_year, after.year if after else None)
        if year is not None
    )
    return first, last


def _walked(group: NameGroup | None, conditions: Conditions, after: Place | None, size: int) -> _Found:
    """Walk through the register from its newest award, in windows that grow, until enough rows fit."""
    found: _Found = []
    window, walked = FIRST_WINDOW, 0
    while len(found) < size and walked < MOST_WALKED:
        rows = _behind(conditions.within_years(Award.objects.order_by("-year", "-pk")), after)
        end = list(rows.values_list("year", "pk")[window - 1 : window])
        some = Award.objects.filter(pk__in=rows.values("pk")[:window]).order_by("-year", "-pk")
        found += _named(conditions.of(some), group).values_list("year", "pk")[: size - len(found)]
        if not end:
            break
        walked += window
        after, window = Place(*end[0]), min(4 * window, 32_000)
    return found


def _behind(rows: QuerySet[Award], after: Place | None) -> QuerySet[Award]:
    if after is None:
        return rows
    return rows.filter(Q(year__lt=after.year) | Q(year=after.year, pk__lt=after.id), year__lte=after.year)


def _in_few_places(conditions: Conditions) -> bool:
    return conditions.units is not None and len(conditions.units) <= MOST_PLACES


def _named(rows: QuerySet[Award], group: NameGroup | None) -> QuerySet[Award]:
    return rows if group is None else group.named(rows)
