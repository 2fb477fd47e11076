"""Awards in the order of the recipients' names, as a Vietnamese list is kept; of one name the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from thidua.registry.search.conditions import Conditions
from thidua.registry.search.names import Name, NameGroup
from thidua.registry.search.statements import Sql, among, awards_where, both, negated, read
from thidua.registry.search.texts import COLUMNS

HEAVY: Final = 200  # awards of one name from which on it is asked alone
FIRST_WINDOW: Final = 200
MOST_WALKED: Final = 100_000  # names
MOST_READ: Final = 50_000  # awards of names, for one page
_COLUMNS: Final = "n.id, n.award_count, n.latest, n.sort_key"
_ORDER: Final = "n.sort_key, n.id"


@dataclass(frozen=True)
class PlaceByName:
    """Where a page goes on: behind the award of this name, year and id."""

    name: int
    year: int
    id: int


@dataclass
class FoundByName:
    """Name, year and id of awards. `cut`: behind which place nobody has looked yet, None at the end."""

    rows: list[tuple[int, int, int]] = field(default_factory=list)
    cut: PlaceByName | None = None


def by_name(
    group: NameGroup | None, conditions: Conditions, after: PlaceByName | None, size: int
) -> FoundByName:
    """Return name, year and id of the group's awards (None: of anybody), the first behind `after`."""
    start = None
    if after is not None:
        rows = read("SELECT sort_key, id FROM registry_recipientname WHERE id = %s", (after.name,))
        start = (rows[0][0], rows[0][1]) if rows else None
    found = FoundByName()
    looked_at = 0
    for names in _names(group, start):
        for some in _parts(names, 2 * size if conditions.are_none else 40 * size):
            found.rows += _of_names(some, conditions, after, size - len(found.rows))
            if len(found.rows) >= size:
                return found
            looked_at += sum(name[1] for name in some) + len(some)
            if looked_at > MOST_READ:
                found.cut = PlaceByName(some[-1][0], 0, 0)
                return found
    return found


def _names(group: NameGroup | None, start: tuple[str, int] | None) -> Iterator[Sequence[Name]]:
    """Yield the names in their order from `start` on, in parts that grow."""
    if group is not None and not group.is_large:
        few = sorted(group.names, key=lambda name: (name[3], name[0]))
        yield [name for name in few if start is None or (name[3], name[0]) >= start]
        return
    yield from _walked(group, start)


def _walked(group: NameGroup | None, start: tuple[str, int] | None) -> Iterator[Sequence[Name]]:
    window, walked = FIRST_WINDOW, 0
    while walked < MOST_WALKED:
        begin = Sql()
        if start is not None:
            key, pk = start
            begin = Sql("n.sort_key >= %s AND (n.sort_key > %s OR n.id >= %s)", (key, key, pk))
        where = f" WHERE {begin.text}" if begin else ""
        table = f"registry_recipientname n{where} ORDER BY {_ORDER}"
        end = read(f"SELECT n.sort_key, n.id FROM {table} LIMIT 1 OFFSET {window}", begin.params)  # noqa: S608
        inside = Sql(f"n.id IN (SELECT n.id FROM {table} LIMIT {window})", begin.params)  # noqa: S608
        condition = both(inside, group.seen if group is not None else Sql())
        yield read(
            f"SELECT {_COLUMNS} FROM registry_recipientname n WHERE {condition.text} ORDER BY {_ORDER}",  # noqa: S608
            condition.params,
        )
        if not end:
            return
        start, walked, window = (end[0][0], end[0][1]), walked + window, min(4 * window, 12_000)


def _of_names(
    some: Sequence[Name], conditions: Conditions, after: PlaceByName | None, size: int
) -> list[tuple[int, int, int]]:
    own = both(among("registry_award.name_id", [name[0] for name in some]), conditions.years, _behind(after))
    order = "registry_award.year DESC, registry_award.id DESC"
    columns = f"registry_award.name_id, registry_award.year, registry_award.id, {COLUMNS}"
    if not conditions.texts:
        columns = columns.removesuffix(f", {COLUMNS}")
    alone = len(some) == 1 and not conditions.texts
    statement = awards_where(
        columns,
        both(own, conditions.of_row()),
        joins=conditions.joins,
        order=order,
        limit=size if alone else None,
    )
    rows = read(statement.text, statement.params)
    if conditions.texts:
        rows = [row[:3] for row in rows if conditions.fit(row[3], row[4])]
    places = {name[0]: place for place, name in enumerate(some)}
    return sorted(rows, key=lambda row: (places[row[0]], -row[1], -row[2]))[:size]


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


def _behind(after: PlaceByName | None) -> Sql:
    """Return the condition that an award is not one of the first of the name where the page begins."""
    if after is None:
        return Sql()
    first = Sql(
        "registry_award.name_id = %s AND NOT (registry_award.year < %s "
        "OR (registry_award.year = %s AND registry_award.id < %s))",
        (after.name, after.year, after.year, after.id),
    )
    return negated(first)
