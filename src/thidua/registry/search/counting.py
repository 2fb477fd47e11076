"""How many awards a search finds: exactly where that is cheap, else a number that there are certainly more than."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from thidua.registry.search.conditions import Conditions
from thidua.registry.search.names import Name, NameGroup
from thidua.registry.search.plans import newest
from thidua.registry.search.statements import NAMED, Sql, among, awards_where, both, read
from thidua.registry.search.together import Way, together

MOST_COUNTED: Final = 10_000
MOST_INDEXED: Final = 300_000  # awards of names that are counted by the index alone
MOST_ROWS: Final = 8_000  # awards whose rows are looked at
MOST_TEXTS: Final = 500  # awards that are told by words of post or unit


@dataclass(frozen=True)
class Count:
    """How many; not `exact`: there are more than that."""

    number: int
    exact: bool


def count_awards(groups: Sequence[NameGroup] | None, conditions: Conditions) -> Count:
    """Return how many awards the groups have (None: everybody); a fixed number of queries per group."""
    if conditions.units == frozenset() or conditions.conferrals == frozenset():
        return Count(0, True)
    if groups is None:
        return _by_looking(None, conditions) if conditions.texts else _of_everybody(conditions)
    return added(_of_group(group, conditions) for group in groups)


def added(counts: Iterable[Count]) -> Count:
    """Return the sum of counts, exact when all of them are."""
    total, exact = 0, True
    for one in counts:
        total, exact = total + one.number, exact and one.exact
    return Count(total, exact)


def count_together(ways: Sequence[Way]) -> Count:
    """Return how many awards names and places have together, up to MOST_TEXTS."""
    found = together(ways, None, MOST_TEXTS + 1)
    number = len(found.rows)
    return Count(min(number, MOST_TEXTS), number <= MOST_TEXTS and found.cut is None)


def _of_group(group: NameGroup, conditions: Conditions) -> Count:
    if conditions.texts:
        return _by_looking(group, conditions)
    if conditions.are_none:
        return _of_dictionary(group)
    if not group.is_large or (conditions.conferrals is None and not conditions.of_few_places):
        return _of_names(group, conditions)
    return _bounded(both(_narrowest(conditions), group.seen), NAMED + conditions.joins)


def _of_dictionary(group: NameGroup) -> Count:
    """Add up what the dictionary counts: an exact answer as long as the names are not too many."""
    if not group.is_large:
        return Count(sum(name[1] for name in group.names), True)
    some = f"SELECT n.award_count FROM registry_recipientname n WHERE {group.condition.text} LIMIT %s"  # noqa: S608
    params = (*group.condition.params, MOST_COUNTED + 1)
    number, names = read(f"SELECT sum(award_count), count(*) FROM ({some}) AS counted", params)[0]  # noqa: S608
    if names <= MOST_COUNTED:
        return Count(int(number or 0), True)
    return Count(int(number) - 1, False)


def _of_names(group: NameGroup, conditions: Conditions) -> Count:
    """Count the awards of as many names as may be read; fewer than all names give a lower bound."""
    by_index = conditions.conferrals is None and not conditions.rest
    some, whole = _within(group.names, MOST_INDEXED if by_index else MOST_ROWS)
    condition = both(among("registry_award.name_id", some), conditions.years, conditions.of_row())
    counted = _bounded(condition, conditions.joins)
    return Count(counted.number, counted.exact and whole and not group.is_large)


def _within(names: Sequence[Name], most: int) -> tuple[list[int], bool]:
    """Return names that have so many awards together at most, and whether these are all."""
    chosen: list[int] = []
    awards = 0
    for name in names:
        awards += name[1]
        if awards > most and chosen:
            return chosen, False
        chosen.append(name[0])
    return chosen, True


def _of_everybody(conditions: Conditions) -> Count:
    if conditions.are_none:
        return Count(int(read("SELECT sum(award_count) FROM registry_recipientname")[0][0] or 0), True)
    return _bounded(_narrowest(conditions), conditions.joins)


def _by_looking(group: NameGroup | None, conditions: Conditions) -> Count:
    found = newest(group, conditions, None, MOST_TEXTS + 1)
    number = len(found.rows)
    return Count(min(number, MOST_TEXTS), number <= MOST_TEXTS and found.cut is None)


def _narrowest(conditions: Conditions) -> Sql:
    if conditions.conferrals is not None:
        own = among("registry_award.conferral_id", conditions.conferrals)
        return both(own, conditions.years, conditions.of_row(leaving_out="conferrals"))
    if conditions.of_few_places:
        assert conditions.units is not None
        own = among("registry_award.place_id", conditions.units)
        return both(own, conditions.years, conditions.of_row(leaving_out="units"))
    return both(conditions.years, conditions.of_row())


def _bounded(condition: Sql, joins: str) -> Count:
    some = awards_where("1", condition, joins=joins, limit=MOST_COUNTED + 1)
    number = read(f"SELECT count(*) FROM ({some.text}) AS counted", some.params)[0][0]  # noqa: S608
    return Count(min(number, MOST_COUNTED), number <= MOST_COUNTED)
