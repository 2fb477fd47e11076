"""What a search asks beside the name: years, units, decision, award, kind, rights – as conditions on awards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.orgs.access import holds_everywhere, units_where
from thidua.registry.content.conferral import decision_serial
from thidua.registry.models import Award, Conferral
from thidua.registry.search.names import through
from thidua.registry.search.places import Era, PlaceMeant, places_meant
from thidua.registry.search.query import SearchQuery
from thidua.registry.search.tokens import bare, short_awards
from thidua.support.refusals import Sentence

FEW: Final = 2_000  # conferrals that are read by their ids
MOST_PLACES: Final = 1_500  # units whose awards are read place by place; more of them are a filter


@dataclass(frozen=True)
class Conditions:
    """Conditions on awards. `units`, `conferrals`: ids, None for all. `rest`: what only the row itself can tell."""

    first_year: int | None = None
    last_year: int | None = None
    units: frozenset[int] | None = None
    conferrals: frozenset[int] | None = None
    rest: Q = field(default_factory=Q)

    @property
    def are_none(self) -> bool:
        """Whether every award meets them."""
        return self == Conditions()

    def within_years(self, rows: QuerySet[Award]) -> QuerySet[Award]:
        """Return the rows of the years asked for."""
        if self.first_year is not None:
            rows = rows.filter(year__gte=self.first_year)
        return rows if self.last_year is None else rows.filter(year__lte=self.last_year)

    def of(self, rows: QuerySet[Award], *, leaving_out: str = "") -> QuerySet[Award]:
        """Return the rows that meet all conditions but those on years; `leaving_out` names one met already.

        The conditions are written so that no index is chosen by them: the caller's own condition is the narrower one.
        """
        if self.units is not None and leaving_out != "units":
            rows = rows.alias(at_place=Cast(F("place_id") + 0, IntegerField())).filter(
                at_place__among=self.units
            )
        if self.conferrals is not None and leaving_out != "conferrals":
            rows = rows.filter(conferral__among=self.conferrals)
        return rows.filter(self.rest) if self.rest else rows


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
) -> Meaning:
    """Return what the query asks beside the name, for what `by` may see (None: the installation itself).

    `conferrals`: those a room above knows, such as a movement's. `also`: a condition more, such as what is public.
    """
    faults = list(query.faults)
    places = places_meant(query.places, era) if query.places else None
    faults += places.faults if places else ()
    rest = also if also is not None else Q()
    if query.kinds:
        rest &= Q(recipient_kind__in=query.kinds)
    if query.types:
        rest &= Q(commendation_type__in=query.types)
    if query.status:
        rest &= Q(status=query.status)
    narrow, of_papers = _papers(query, by, conferrals, faults)
    first, last = query.years or (None, None)
    return Meaning(
        Conditions(first, last, places.units if places else None, narrow, rest & of_papers),
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
) -> tuple[frozenset[int] | None, Q]:
    """Return the conferrals asked for, by id where they are few, else as a condition on awards."""
    papers = Q()
    if not holds_everywhere(by, Right.SEE_RECORDS):
        papers &= Q(deciding_unit__in=units_where(by, Right.SEE_RECORDS, timezone.localdate()).values("pk"))
    rights_only = papers
    if query.awards:
        papers &= Q(award_code__in=_codes(query.awards, faults))
    if query.decision:
        papers &= decisions_numbered(query.decision)
    if given is not None:
        papers &= Q(pk__in=given.values("pk") if isinstance(given, QuerySet) else list(given))
    if not papers:
        return None, Q()
    if papers != rights_only:
        ids = Conferral.objects.filter(papers).order_by().values_list("pk", flat=True)[: FEW + 1]
        if len(found := frozenset(ids)) <= FEW:
            return found, Q()
    return None, through("conferral__", papers)


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
