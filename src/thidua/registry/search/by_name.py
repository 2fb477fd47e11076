"""Awards in the order of the recipients' names, as a Vietnamese list is kept; of one name the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from thidua.registry.models import Award, RecipientName
from thidua.registry.search.conditions import Conditions
from thidua.registry.search.names import NameGroup
from thidua.registry.search.plans import MOST_NAMES

HEAVY: Final = 200  # awards of one name from which on it is asked alone
FIRST_WINDOW: Final = 200
MOST_WALKED: Final = 100_000
Name = tuple[int, int, str]  # id, how many awards, sort key


@dataclass(frozen=True)
class PlaceByName:
    """Where a page goes on: behind the award of this name, year and id."""

    name: int
    year: int
    id: int


Found = list[tuple[int, int, int]]  # name, year, id


def by_name(group: NameGroup | None, conditions: Conditions, after: PlaceByName | None, size: int) -> Found:
    """Return name, year and id of the group's awards (None: of anybody), the first behind `after`."""
    start = (
        RecipientName.objects.filter(pk=after.name).values_list("sort_key", "pk").first() if after else None
    )
    found: Found = []
    for names in _names(group, start):
        found += _of_names(names, conditions, after, size - len(found))
        if len(found) >= size:
            break
    return found


def _names(group: NameGroup | None, start: tuple[str, int] | None) -> Iterator[list[Name]]:
    """Yield the names in their order from `start` on, in parts that grow."""
    if group is not None:
        few = list(group.names().values_list("pk", "award_count", "sort_key")[: MOST_NAMES + 1])
        if len(few) <= MOST_NAMES:
            few.sort(key=lambda name: (name[2], name[0]))
            yield [name for name in few if start is None or (name[2], name[0]) >= start]
            return
    yield from _walked(group, start)


def _walked(group: NameGroup | None, start: tuple[str, int] | None) -> Iterator[list[Name]]:
    window, walked = FIRST_WINDOW, 0
    while walked < MOST_WALKED:
        rows = RecipientName.objects.order_by("sort_key", "pk")
        if start is not None:
            key, pk = start
            rows = rows.filter(Q(sort_key__gt=key) | Q(sort_key=key, pk__gte=pk), sort_key__gte=key)
        end = list(rows.values_list("sort_key", "pk")[window : window + 1])
        some = RecipientName.objects.filter(pk__in=rows.values("pk")[:window]).order_by("sort_key", "pk")
        if group is not None:
            some = group.looked_at(some)
        yield list(some.values_list("pk", "award_count", "sort_key"))
        if not end:
            return
        start, walked, window = end[0], walked + window, min(4 * window, 12_000)


def _of_names(names: Sequence[Name], conditions: Conditions, after: PlaceByName | None, size: int) -> Found:
    found: Found = []
    for some in _parts(names, 2 * size if conditions.are_none else 40 * size):
        rows = _behind(Award.objects.filter(name__among=[pk for pk, _count, _key in some]), after)
        rows = conditions.of(conditions.within_years(rows)).order_by("-year", "-pk")
        own = rows.values_list("name_id", "year", "pk")
        if len(some) == 1:
            found += own[: size - len(found)]
        else:
            order = {pk: place for place, (pk, _count, _key) in enumerate(some)}
            found += sorted(own, key=lambda row: (order[row[0]], -row[1], -row[2]))[: size - len(found)]
        if len(found) >= size:
            break
    return found


def _parts(names: Sequence[Name], most: int) -> Iterator[list[Name]]:
    """Yield the names in parts that have some `most` awards together, a heavy one alone."""
    part: list[Name] = []
    awards = 0
    for name in names:
        if name[1] > HEAVY or awards + name[1] > most:
            if part:
                yield part
            part, awards = [], 0
        part.append(name)
        awards += name[1]
        if name[1] > HEAVY:
            yield part
            part, awards = [], 0
    if part:
        yield part


def _behind(rows: QuerySet[Award], after: PlaceByName | None) -> QuerySet[Award]:
    if after is None:
        return rows
    older = Q(year__lt=after.year) | Q(year=after.year, pk__lt=after.id)
    return rows.filter(~Q(name=after.name) | older)
