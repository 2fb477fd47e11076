"""What a search asks beside the name: years, units, decision, award, kind, rights – as conditions on awards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.orgs.access import holds_everywhere, units_where
from thidua.registry.content.conferral import decision_serial
from thidua.registry.models import Conferral
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.search.in_public import (
    fields_asked,
    in_places,
    numbered_in_public,
    public_part,
    told_kinds,
)
from thidua.registry.search.places import Area, Era, PlaceMeant, places_meant
from thidua.registry.search.query import SearchQuery
from thidua.registry.search.statements import Sql, among, both, negated, of_awards, through
from thidua.registry.search.texts import TextWanted, wanted
from thidua.registry.search.tokens import bare, short_awards
from thidua.support.refusals import Sentence

FEW: Final = 2_000  # conferrals that are read by their ids
MOST_PLACES: Final = 1_500  # units whose awards are read place by place; more of them are a filter


@dataclass(frozen=True)
class Conditions:
    """Conditions on awards. `area`, `conferrals`: units and ids, None for all. `rest`: what only the row itself tells.

    `texts`: words of post or unit; they are looked for in Python, row by row.
    """

    first_year: int | None = None
    last_year: int | None = None
    area: Area | None = None
    conferrals: frozenset[int] | None = None
    rest: Q = field(default_factory=Q)
    texts: tuple[TextWanted, ...] = ()

    @property
    def units(self) -> frozenset[int] | None:
        """The units asked for, None for all."""
        return None if self.area is None else self.area.units

    @property
    def are_none(self) -> bool:
        """Whether every award meets them."""
        return self == Conditions()

    @property
    def of_few_places(self) -> bool:
        """Whether the awards of the units can be read place by place."""
        return self.units is not None and len(self.units) <= MOST_PLACES

    @property
    def years(self) -> Sql:
        """The condition that an award is of the years asked for."""
        first = Sql("registry_award.year >= %s", (self.first_year,)) if self.first_year is not None else Sql()
        last = Sql("registry_award.year <= %s", (self.last_year,)) if self.last_year is not None else Sql()
        return both(first, last)

    @cached_property
    def _rest(self) -> tuple[str, Sql]:
        return of_awards(self.rest)

    @property
    def joins(self) -> str:
        """What the condition on a row joins."""
        return self._rest[0]

    def of_row(self, *, leaving_out: str = "") -> Sql:
        """Return all conditions but those on years; `leaving_out` names one met already.

        They are written so that no index is chosen by them: the caller's own condition is the narrower one.
        """
        places = papers = outside = Sql()
        if self.area is not None:
            outside = negated(self.area.outside())
            if leaving_out != "units":
                places = among("(registry_award.place_id + 0)", self.area.units)
        if self.conferrals is not None and leaving_out != "conferrals":
            papers = among("registry_award.conferral_id", self.conferrals)
        return both(places, outside, papers, self._rest[1])

    def given_by(self, papers: Q) -> Conditions:
        """Return the conditions narrowed to conferrals, by their ids where they are few."""
        ids, of_papers = _by_id(papers)
        if ids is None:
            return replace(self, rest=self.rest & of_papers)
        return replace(self, conferrals=ids if self.conferrals is None else ids & self.conferrals)

    def fit(self, post: str, unit: str) -> bool:
        """Tell whether post and unit hold the words asked for."""
        return all(one.fits(post, unit) for one in self.texts)


@dataclass(frozen=True)
class Meaning:
    """The conditions of a query, the units its places mean, and what could not be understood."""

    conditions: Conditions
    places: PlaceMeant | None
    faults: tuple[Sentence, ...]


def meaning_of(
    query: SearchQuery,
    *,
    by: User | None,
    era: Era = Era.EITHER,
    conferrals: QuerySet[Conferral] | Iterable[int] | None = None,
    also: Q | None = None,
    public: PublicAsking | None = None,
) -> Meaning:
    """Return what the query asks beside the name, for what `by` may see (None: the installation itself).

    `conferrals`: those a room above knows, such as a movement's. `also`: a condition more. `public`: the public asks,
    and finds only what its hits may tell.
    """
    query = public_part(query) if public else query
    faults = list(query.faults)
    places = places_meant(query.places, era, told_kinds if public else None) if query.places else None
    faults += places.faults if places else ()
    rest = also if also is not None else Q()
    if public is not None:
        asked = fields_asked(query, of_movement=conferrals is not None)
        rest &= through("conferral__", public.papers(*asked))
        rest &= in_places(public, places.kinds) if places else Q()
    if query.kinds:
        rest &= Q(recipient_kind__in=query.kinds)
    if query.types:
        rest &= Q(commendation_type__in=query.types)
    if query.status:
        rest &= Q(status=query.status)
    narrow, of_papers = _papers(query, by, conferrals, faults, in_public=public is not None)
    first, last = query.years or (None, None)
    posts = tuple(post for said in query.posts if (post := wanted(said)) is not None)
    return Meaning(
        Conditions(first, last, places.area if places else None, narrow, rest & of_papers, posts),
        places,
        tuple(faults),
    )


def award_codes(said: str) -> tuple[str, ...]:
    """Return the codes of the awards that a text names: a code, a short form, or words of the name; () for none."""
    awards = load_law().awards
    if said in awards:
        return (said,)
    wanted = [fold(said), *short_awards().get(bare(said), ())]
    names = {code: [fold(name) for name in (award.name.vi, award.name.en)] for code, award in awards.items()}
    very = [code for code, own in names.items() if any(one in own for one in wanted)]
    if very:
        return tuple(very)
    words = [one.split() for one in wanted if one]
    return tuple(
        code
        for code, own in names.items()
        if any(set(some) <= set(name.replace(",", " ").split()) for some in words for name in own)
    )


def _papers(
    query: SearchQuery,
    by: User | None,
    given: QuerySet[Conferral] | Iterable[int] | None,
    faults: list[Sentence],
    *,
    in_public: bool,
) -> tuple[frozenset[int] | None, Q]:
    """Return the conferrals asked for, by id where they are few, else as a condition on awards."""
    papers = Q()
    if not holds_everywhere(by, Right.SEE_RECORDS):
        papers &= Q(deciding_unit__in=units_where(by, Right.SEE_RECORDS, timezone.localdate()).values("pk"))
    rights_only = papers
    if query.awards:
        papers &= Q(award_code__in=_codes(query.awards, faults))
    if query.decision:
        papers &= (numbered_in_public if in_public else decisions_numbered)(query.decision)
    if query.day:
        day = date.fromisoformat(query.day)
        papers &= Q(decision_date=day) if in_public else decided_on(day)
    if given is not None:
        papers &= Q(pk__in=given.values("pk") if isinstance(given, QuerySet) else list(given))
    if not papers:
        return None, Q()
    return _by_id(papers) if papers != rights_only else (None, through("conferral__", papers))


def _by_id(papers: Q) -> tuple[frozenset[int] | None, Q]:
    ids = Conferral.objects.filter(papers).order_by().values_list("pk", flat=True)[: FEW + 1]
    found = frozenset(ids)
    return (found, Q()) if len(found) <= FEW else (None, through("conferral__", papers))


def decided_on(day: date) -> Q:
    """Return the condition on conferrals that they were decided, or presented, on this day."""
    return Q(decision_date=day) | Q(presented_on=day)


def decisions_numbered(said: str) -> Q:
    """Return the condition on conferrals for a decision number: «163», or «163/QĐ-UBND» however it is written."""
    serial = decision_serial(said)
    if serial is None:
        return Q(decision_number=said)
    rest = fold(said.partition("/")[2]).replace(" ", "")
    return Q(decision_serial=serial, search_text__contains=f"/{rest}") if rest else Q(decision_serial=serial)


def _codes(said: Iterable[str], faults: list[Sentence]) -> list[str]:
    codes: list[str] = []
    for one in said:
        found = award_codes(one)
        if not found:
            faults.append(_("There is no award “%(name)s” in the law book.") % {"name": one})
        codes += found
    return codes
