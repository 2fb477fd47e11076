"""One search of the register: its awards in groups, a page at a time, with decisions and awards of the law book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.registry.models import Award, Conferral
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.search.by_name import PlaceByName, by_name
from thidua.registry.search.conditions import Conditions, Meaning, meaning_of
from thidua.registry.search.counting import Count, added, count_awards, count_together
from thidua.registry.search.loading import awards_of
from thidua.registry.search.names import NameGroup, Rank, name_groups, near_group
from thidua.registry.search.pages import read_cursor
from thidua.registry.search.places import Era
from thidua.registry.search.plans import Place, newest, newest_of_each
from thidua.registry.search.query import SearchQuery
from thidua.registry.search.together import Way, together, ways_of
from thidua.support.refusals import Sentence

PAGE_SIZE: Final = 50
FEW_HITS: Final = 5  # exact hits below which names that are nearly the same are shown, too
_Key = tuple[int, ...]


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
    `is_cut`: not all was looked at for this page, «chưa xem hết»; `next` goes on where that stopped.
    """

    hits: tuple[Hit, ...]
    next: str
    previous: str
    has_previous: bool
    faults: tuple[Sentence, ...]
    meaning: Meaning
    is_cut: bool = False


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
    public: PublicAsking | None = None,
) -> Page:
    """Return a page of the awards that `by` may see and the query means, the surest names first.

    `by` None is the installation itself. A public page gives `public`: what awards may tell; `also`: a condition
    more.
    `conferrals` narrows to those of a movement. The number of queries does not depend on the rows.
    """
    if public is not None and order is Order.NAME:
        public = public.about(PublicField.NAME)
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also, public=public)
    groups = groups_of(query)
    read = read_cursor(cursor, 3 if order is Order.NEWEST else 4)
    found = _found(query, groups, meaning.conditions, era, order, read.place, size + 1, public)
    shown = found.keys[:size]
    goes_on = shown[-1] if len(found.keys) > size else found.cut
    return Page(
        hits=_hits(shown, named=groups is not None),
        next=str(read.onward(goes_on)) if goes_on is not None else "",
        previous=str(read.back()),
        has_previous=read.place is not None,
        faults=meaning.faults,
        meaning=meaning,
        is_cut=len(found.keys) <= size and found.cut is not None,
    )


def count(
    query: SearchQuery,
    *,
    by: User | None,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
    public: PublicAsking | None = None,
) -> Count:
    """Return how many awards `search` would page through, those of nearly the same names left out."""
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also, public=public)
    groups = groups_of(query)
    total = count_awards(groups, meaning.conditions)
    if not groups or not query.text:
        return total
    ways = ways_of(query.text, groups, meaning.conditions, era=era, public=public)
    return added((total, count_together(ways))) if ways else total


def groups_of(query: SearchQuery) -> list[NameGroup] | None:
    """Return the groups of names that a query means; None when it asks for no name, [] when for one of no letters."""
    if query.exact:
        return name_groups(query.exact, only_exact=True)
    return name_groups(query.text) if query.text else None


@dataclass
class _Found:
    """Rank, then year and id (or name, year and id) of the awards of a page; `cut`: where looking stopped."""

    keys: list[_Key]
    cut: _Key | None = None


def _found(
    query: SearchQuery,
    groups: Sequence[NameGroup] | None,
    conditions: Conditions,
    era: Era,
    order: Order,
    after: _Key | None,
    size: int,
    public: PublicAsking | None,
) -> _Found:
    if groups is None:
        return _of_group(None, 0, conditions, order, after, size)
    found = _Found([])
    first_rank = after[0] if after else 0
    for group in groups:
        if group.rank >= first_rank and len(found.keys) < size:
            start = after if after and after[0] == group.rank else None
            own = _of_group(group, group.rank, conditions, order, start, size - len(found.keys))
            found.keys += own.keys
            if own.cut is not None:
                return _Found(found.keys, own.cut)
    if not groups or not query.text or len(found.keys) >= size:
        return found
    ways = ways_of(query.text, groups, conditions, era=era, public=public)
    start = after if after and after[0] == Rank.TOGETHER else None
    own = _of_ways(ways, order, start, size - len(found.keys))
    return _Found(found.keys + own.keys, own.cut)


def _of_group(
    group: NameGroup | None, rank: int, conditions: Conditions, order: Order, after: _Key | None, size: int
) -> _Found:
    if order is Order.NEWEST:
        found = newest(group, conditions, Place(*after[1:]) if after else None, size)
        cut = (rank, found.cut.year, found.cut.id) if found.cut is not None else None
        return _Found([(rank, year, pk) for year, pk in found.rows], cut)
    named = by_name(group, conditions, PlaceByName(*after[1:]) if after else None, size)
    last = (rank, named.cut.name, named.cut.year, named.cut.id) if named.cut is not None else None
    return _Found([(rank, name, year, pk) for name, year, pk in named.rows], last)


def _of_ways(ways: Sequence[Way], order: Order, after: _Key | None, size: int) -> _Found:
    """Return the awards that names and places have together, the newest first in either order."""
    if not ways:
        return _Found([])
    before = (int(Rank.TOGETHER),) if order is Order.NEWEST else (int(Rank.TOGETHER), 0)
    found = together(ways, Place(*after[-2:]) if after else None, size)
    cut = (*before, found.cut.year, found.cut.id) if found.cut is not None else None
    return _Found([(*before, year, pk) for year, pk in found.rows], cut)


def _hits(keys: Sequence[_Key], *, named: bool) -> tuple[Hit, ...]:
    rows = awards_of([key[-1] for key in keys])
    return tuple(Hit(rows[key[-1]], Rank(key[0]) if named else None) for key in keys if key[-1] in rows)


def near(
    query: SearchQuery,
    *,
    by: User | None,
    size: int = PAGE_SIZE,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
    public: PublicAsking | None = None,
) -> tuple[Hit, ...]:
    """Return awards of names one or two letters off, «gần giống»: the nearest names first, of each the newest award."""
    found = near_group(query.text)
    if found is None:
        return ()
    folded, group = found
    meaning = meaning_of(query, by=by, era=era, conferrals=conferrals, also=also, public=public)
    keys = newest_of_each(group, folded, meaning.conditions)[:size]
    return _hits([(int(Rank.NEAR), year, pk) for year, pk in keys], named=True)
