"""One search of the register: its awards in groups, a page at a time, with decisions and awards of the law book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.registry.models import Award, Conferral
from thidua.registry.search.by_name import PlaceByName, by_name
from thidua.registry.search.conditions import Conditions, Meaning, meaning_of
from thidua.registry.search.counting import Count, count_awards
from thidua.registry.search.names import NameGroup, Rank, name_groups, near_group
from thidua.registry.search.pages import read_cursor
from thidua.registry.search.places import Era
from thidua.registry.search.plans import Place, newest
from thidua.registry.search.query import SearchQuery
from thidua.support.refusals import Sentence

PAGE_SIZE: Final = 50
FEW_HITS: Final = 5  # exact hits below which names that are nearly the same are shown, too
_Key = tuple[int, ...]
# What no list of hits shows; reading it for fifty rows costs more than finding them.
_NOT_SHOWN: Final = (
    *("conferral__search_text", "conferral__source", "conferral__presented_by"),
    *(
        "conferral__deciding_unit__sort_key",
        "conferral__deciding_unit__source",
        "conferral__deciding_unit__note",
    ),
)


class Order(StrEnum):
    """How hits of one rank follow each other."""

    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True)
class Hit:
    """An award that was found, and how near its name is to what was typed (None: no name was typed)."""

    award: Award
    rank: Rank | None


@dataclass(frozen=True)
class Page:
    """A page of hits. `next`: the cursor of the next page, "" where this is the last.

    `previous`: that of the page before, "" for the first one; `has_previous`: whether there is one at all.
    `faults`: sentences about what was not understood. `meaning`: the units meant, for a screen to show.
    """

    hits: tuple[Hit, ...]
    next: str
    previous: str
    has_previous: bool
    faults: tuple[Sentence, ...]
    meaning: Meaning


def search(
    query: SearchQuery,
    *,
    by: User | None,
    order: Order = Order.NEWEST,
    cursor: str = "",
    size: int = PAGE_SIZE,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
) -> Page:
    """Return a page of the awards that `by` may see and the query means, the surest names first.

    `by` None is the installation itself. A public page gives `also`, the condition on awards that says what is public.
    `conferrals` narrows to those of a movement. The number of queries does not depend on the rows.
    """
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also)
    groups = groups_of(query)
    read = read_cursor(cursor, 3 if order is Order.NEWEST else 4)
    keys = _keys(groups, meaning.conditions, order, read.place, size + 1)
    shown = keys[:size]
    return Page(
        hits=_hits(shown, named=groups is not None),
        next=str(read.onward(shown[-1])) if len(keys) > size else "",
        previous=str(read.back()),
        has_previous=read.place is not None,
        faults=meaning.faults,
        meaning=meaning,
    )


def count(
    query: SearchQuery,
    *,
    by: User | None,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
) -> Count:
    """Return how many awards `search` would page through, those of nearly the same names left out."""
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also)
    groups = groups_of(query)
    return count_awards(groups, meaning.conditions)


def groups_of(query: SearchQuery) -> list[NameGroup] | None:
    """Return the groups of names that a query means; None when it asks for no name, [] when for one of no letters."""
    if query.exact:
        return name_groups(query.exact, only_exact=True)
    return name_groups(query.text) if query.text else None


def _keys(
    groups: Sequence[NameGroup] | None, conditions: Conditions, order: Order, after: _Key | None, size: int
) -> list[_Key]:
    """Return rank, then year and id (or name, year and id) of the awards of a page."""
    if groups is None:
        return _of_group(None, 0, conditions, order, after, size)
    found: list[_Key] = []
    first_rank = after[0] if after else 0
    for group in groups:
        if group.rank >= first_rank and len(found) < size:
            start = after if after and after[0] == group.rank else None
            found += _of_group(group, group.rank, conditions, order, start, size - len(found))
    return found


def _of_group(
    group: NameGroup | None, rank: int, conditions: Conditions, order: Order, after: _Key | None, size: int
) -> list[_Key]:
    if order is Order.NEWEST:
        place = Place(*after[1:]) if after else None
        return [(rank, year, pk) for year, pk in newest(group, conditions, place, size)]
    start = PlaceByName(*after[1:]) if after else None
    return [(rank, name, year, pk) for name, year, pk in by_name(group, conditions, start, size)]


def _hits(keys: Sequence[_Key], *, named: bool) -> tuple[Hit, ...]:
    rows = (
        Award.objects.select_related("conferral__deciding_unit")
        .defer(*_NOT_SHOWN)
        .in_bulk([key[-1] for key in keys])
    )
    return tuple(Hit(rows[key[-1]], Rank(key[0]) if named else None) for key in keys if key[-1] in rows)


def near(
    query: SearchQuery,
    *,
    by: User | None,
    size: int = PAGE_SIZE,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
) -> tuple[Hit, ...]:
    """Return awards of names one or two letters off, «gần giống»: the nearest names first, of each the newest award."""
    group = near_group(query.text)
    if group is None:
        return ()
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also)
    keys = [(group.rank, year, pk) for year, pk in newest(group, meaning.conditions, None, size)]
    return _hits(keys, named=True)
