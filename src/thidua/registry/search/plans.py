"""How the newest awards of a group of names are found among tens of millions: three plans, chosen by counts.

Few names: their awards by the index (name, year, id). Many names in few places: the awards of these places by the index
(place, year, code of the name). Many names anywhere: the register itself from its newest award backwards, since every
few rows one fits. Each is asked for year after year, so that no query reads more than it needs, and each stops after so
many rows: then it says where, so that the next page goes on there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from thidua.registry.content.spelling import code_range
from thidua.registry.models.recipient_name import YEAR_STEP
from thidua.registry.search.conditions import Conditions
from thidua.registry.search.names import Name, NameGroup
from thidua.registry.search.statements import NAMED, Sql, among, awards_where, both, read, read_on
from thidua.registry.search.texts import COLUMNS

FIRST_WINDOW: Final = 500
LARGEST_WINDOW: Final = 32_000
MOST_WALKED: Final = 100_000  # awards looked at for one page
MOST_TEXTS: Final = 20_000  # posts and units looked at for one page
MANY_AWARDS: Final = 2_000  # of names, from which on their places may be the shorter way
LOOKING_COSTS: Final = 4  # how much dearer it is to look at a row and its name than at an entry of an index
SPAN: Final = 20  # years over which most awards lie
_NEWEST: Final = "registry_award.year DESC, registry_award.id DESC"
_PLACE: Final = "registry_award.year, registry_award.id"


@dataclass(frozen=True)
class Place:
    """Where a page goes on: behind the award of this year and id."""

    year: int
    id: int

    @property
    def position(self) -> int:
        """The place as one number that falls from the newest award to the oldest."""
        return self.year * YEAR_STEP + self.id


@dataclass
class Found:
    """Year and id of awards, newest first. `cut`: behind which place nobody has looked yet, None at the end."""

    rows: list[tuple[int, int]] = field(default_factory=list)
    cut: Place | None = None


def newest(group: NameGroup | None, conditions: Conditions, after: Place | None, size: int) -> Found:
    """Return year and id of the newest awards of the group (None: of anybody), behind `after`."""
    if conditions.units == frozenset() or conditions.conferrals == frozenset():
        return Found()
    if group is None:
        return _of_anybody(conditions, after, size)
    if not group.is_large and not _places_are_fewer(group.names, conditions):
        return _of_names(group.names, conditions, after, size)
    if conditions.conferrals is not None or conditions.of_few_places:
        return _of_anybody(conditions, after, size, group)
    return _walked(group, conditions, after, size)


def _of_anybody(
    conditions: Conditions, after: Place | None, size: int, group: NameGroup | None = None
) -> Found:
    joins, seen = (NAMED, group.seen) if group is not None else ("", Sql())
    base = both(conditions.years, behind(after))
    if conditions.conferrals is not None:
        found = Found()
        own = among("registry_award.conferral_id", conditions.conferrals)
        rest = conditions.of_row(leaving_out="conferrals")
        _take(found, both(own, base, rest, seen), conditions, joins, size)
        return found
    if conditions.of_few_places:
        assert conditions.units is not None
        own = among("registry_award.place_id", conditions.units)
        if group is not None and group.prefix:
            codes = Sql(
                "registry_award.name_code >= %s AND registry_award.name_code <= %s", code_range(group.prefix)
            )
            own = both(own, codes)
        own = both(own, base, conditions.of_row(leaving_out="units"), seen)
        return _year_by_year(own, conditions, after, size, 1, joins=joins)
    return _walked(group, conditions, after, size)


def _places_are_fewer(names: Sequence[Name], conditions: Conditions) -> bool:
    """Tell whether it is less work to look at all awards of the places than at all awards of the names."""
    if not conditions.of_few_places or not conditions.units or conditions.conferrals is not None:
        return False
    total = sum(name[1] for name in names)
    if total < MANY_AWARDS:
        return False
    awards, units = read("SELECT (SELECT max(id) FROM registry_award), (SELECT max(id) FROM orgs_unit)")[0]
    return bool(total > LOOKING_COSTS * len(conditions.units) * (awards or 0) / max(1, units or 1))


def _of_names(names: Sequence[Name], conditions: Conditions, after: Place | None, size: int) -> Found:
    """Return the newest awards of these names."""
    names = sorted(names, key=lambda name: -name[2])
    floor = None
    if conditions.are_none:
        # The newest n awards belong to the n names with the newest awards, and to those begun before the page.
        begun = [name for name in names if after is not None and name[2] >= after.position]
        others = [name for name in names if after is None or name[2] < after.position]
        names = begun + others[:size]
        floor = others[size - 1][2] // YEAR_STEP if len(others) >= size else None
    if not names:
        return Found()
    total = sum(name[1] for name in names)
    own = among("registry_award.name_id", [name[0] for name in names])
    if floor is not None:
        own = both(own, Sql("registry_award.year >= %s", (floor,)))
    own = both(own, conditions.years, conditions.of_row(), behind(after))
    if floor is not None or total <= 10 * size:
        found = Found()
        _take(found, own, conditions, "", size)
        return found
    newest_year = names[0][2] // YEAR_STEP
    return _year_by_year(
        own, conditions, after, size, max(1, 8 * size * SPAN // total), newest_year, a_year=total // SPAN
    )


def _year_by_year(
    own: Sql,
    conditions: Conditions,
    after: Place | None,
    size: int,
    step: int,
    newest_year: int | None = None,
    *,
    joins: str = "",
    a_year: int = 0,
) -> Found:
    """Return the first rows, asked in spans of years that grow until there are enough, or enough were read."""
    first, last = _span(conditions, after, newest_year)
    found, likely_read = Found(), 0
    while last >= first and len(found.rows) < size and found.cut is None:
        begin = max(first, last - step + 1)
        years = ",".join(map(str, range(begin, last + 1)))
        in_years = Sql(f"registry_award.year {f'= {last}' if step == 1 else f'IN ({years})'}")
        _take(found, both(own, in_years), conditions, joins, size)
        likely_read += a_year * (last - begin + 1)
        if likely_read > MOST_WALKED and len(found.rows) < size and begin > first and found.cut is None:
            found.cut = Place(begin, 0)
        last, step = begin - 1, 2 * step
    return found


def _span(conditions: Conditions, after: Place | None, newest_year: int | None) -> tuple[int, int]:
    """Return the first and last year that may hold an award of the page."""
    first = conditions.first_year
    if first is None:
        first = read("SELECT min(year) FROM registry_award")[0][0] or 0
    if newest_year is None:
        newest_year = read("SELECT max(year) FROM registry_award")[0][0] or 0
    assert newest_year is not None
    bounds = (newest_year, conditions.last_year, after.year if after else None)
    return first, min(year for year in bounds if year is not None)


def _walked(group: NameGroup | None, conditions: Conditions, after: Place | None, size: int) -> Found:
    """Walk through the register from its newest award, in windows that grow, until enough rows fit."""
    found = Found()
    joins, seen = (NAMED, group.seen) if group is not None else ("", Sql())
    condition = both(conditions.of_row(), seen)
    window, walked = FIRST_WINDOW, 0
    most = MOST_TEXTS if any(one.anywhere for one in conditions.texts) else MOST_WALKED
    while len(found.rows) < size:
        begin = both(conditions.years, behind(after))
        ids = awards_where("registry_award.id", begin, order=_NEWEST, limit=window)
        last = awards_where(_PLACE, begin, order=_NEWEST, limit=1)
        end = read(f"{last.text} OFFSET {window - 1}", last.params)
        inside = Sql(f"registry_award.id IN ({ids.text})", ids.params)
        _take(found, both(inside, condition), conditions, joins, size)
        if not end or found.cut is not None:
            break
        walked += window
        after, window = Place(*end[0]), max(1, min(4 * window, LARGEST_WINDOW, most - walked))
        if walked >= most and len(found.rows) < size:
            found.cut = after
            break
    return found


def _take(found: Found, own: Sql, conditions: Conditions, joins: str, size: int) -> None:
    """Add the newest rows that meet the condition, until `size` are found."""
    wanted = size - len(found.rows)
    joins += conditions.joins
    if not conditions.texts:
        statement = awards_where(_PLACE, own, joins=joins, order=_NEWEST, limit=wanted)
        found.rows += read(statement.text, statement.params)
        return
    columns = f"{_PLACE}, {COLUMNS}"
    statement = awards_where(columns, own, joins=joins, order=_NEWEST, limit=MOST_TEXTS)
    looked_at, last = 0, (0, 0)
    for year, pk, post, unit in read_on(statement.text, statement.params):
        looked_at, last = looked_at + 1, (year, pk)
        if conditions.fit(post, unit):
            found.rows.append(last)
            if len(found.rows) == size:
                return
    if looked_at == MOST_TEXTS:
        found.cut = Place(*last)


def newest_of_each(group: NameGroup, folded: Sequence[str], conditions: Conditions) -> list[tuple[int, int]]:
    """Return year and id of the newest award of each of these few names, in the order of `folded`."""
    rows = read(
        f"SELECT n.id, n.folded, n.latest FROM registry_recipientname n WHERE {group.condition.text}",  # noqa: S608
        group.condition.params,
    )
    order = {name: place for place, name in enumerate(folded)}
    names = [(order[row[1]], -row[2], row[0]) for row in rows]
    if conditions.are_none:
        return [divmod(-latest, YEAR_STEP) for _place, latest, _pk in sorted(names)]
    places = {pk: (place, latest) for place, latest, pk in names}
    found: dict[int, tuple[int, int]] = {}
    for year, pk, name in _awards_of_few(list(places), conditions):
        found.setdefault(name, (year, pk))
    return [found[name] for name in sorted(found, key=lambda name: (places[name], name))]


def _awards_of_few(names: Sequence[int], conditions: Conditions) -> list[tuple[int, int, int]]:
    """Return year, id and name of the newest awards of the names that meet the conditions."""
    own = both(among("registry_award.name_id", names), conditions.years, conditions.of_row())
    columns = f"{_PLACE}, registry_award.name_id, {COLUMNS}"
    statement = awards_where(columns, own, joins=conditions.joins, order=_NEWEST, limit=MOST_TEXTS)
    return [
        (year, pk, name)
        for year, pk, name, post, unit in read(statement.text, statement.params)
        if conditions.fit(post, unit)
    ]


def behind(after: Place | None) -> Sql:
    """Return the condition that an award comes behind a place."""
    if after is None:
        return Sql()
    return Sql(
        "registry_award.year <= %s AND (registry_award.year < %s OR registry_award.id < %s)",
        (after.year, after.year, after.id),
    )


def merged(parts: Sequence[Found], size: int) -> Found:
    """Return the newest of several lists as one, each award once."""
    rows = sorted({row for part in parts for row in part.rows}, reverse=True)
    cuts = [(part.cut.year, part.cut.id) for part in parts if part.cut is not None]
    cut = max(cuts, default=None)
    if cut is not None:  # behind it one of the lists is not complete
        rows = [row for row in rows if row >= cut]
    rows = list(islice(rows, size))
    return Found(rows, Place(*cut) if cut is not None and len(rows) < size else None)
