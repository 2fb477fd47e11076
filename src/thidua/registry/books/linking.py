"""Which person, unit or household of the register a row means, only where nothing speaks for another one.

Nobody is entered here: who stays without a link waits for the review of identities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.accounts.models import User
from thidua.orgs.models import Household, Person, Position, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.registry.books.on_record import chunks
from thidua.registry.books.placing import Places
from thidua.registry.books.rows import AwardRead
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.registry.importing.directory import bare_name


@dataclass(frozen=True, slots=True)
class Links:
    """The rows of the register that a line leads to; `place`: where the recipient worked or lived then."""

    person: Person | None = None
    unit: Unit | None = None
    household: Household | None = None
    place: Unit | None = None


class Linker:
    """Persons, households and units that the rows of a book may mean; a few queries for each 500 names."""

    def __init__(self, places: Places, by: User | None, names: Iterable[str]) -> None:
        self._places = places
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._homes: dict[str, list[Household]] = defaultdict(list)
        self._served: dict[int, list[tuple[int, date | None, date | None]]] = defaultdict(list)
        wanted = sorted({bare_name(name) for name in names} - {""})
        persons = (Person.objects.all() if by is None else persons_seen_by(by)).filter(merged_into=None)
        homes = Household.objects.all() if by is None else households_seen_by(by)
        any_home = homes.exists()
        for some in chunks(wanted) if persons.exists() else ():
            found = list(persons.filter(folded_name__in=some).order_by("pk"))
            for person in found:
                self._people[person.folded_name].append(person)
            held = Position.objects.filter(person__in=found).order_by()
            for pk, unit, since, until in held.values_list("person_id", "unit_id", "valid_from", "valid_to"):
                self._served[pk].append((unit, since, until))
            if any_home:
                for home in homes.filter(Q(head__folded_name__in=some)).select_related("head"):
                    self._homes[home.head.folded_name].append(home)

    def links(self, award: AwardRead) -> Links:
        """Return what the row leads to."""
        day, year = award.decision_date, award.year
        place = self._places.unit(award.unit, day, year)
        if award.kind == RecipientKind.COLLECTIVE:
            full = f"{award.name}, {award.unit}" if award.unit else award.name
            unit = self._places.unit(full, day, year) or self._places.unit(award.name, day, year)
            return Links(unit=unit, place=unit or place)
        if award.kind == RecipientKind.HOUSEHOLD:
            return Links(household=self._home(award, place), place=place)
        if award.kind in PEOPLE:
            return Links(person=self._person(award, place), place=place)
        return Links(place=place)

    def _home(self, award: AwardRead, place: Unit | None) -> Household | None:
        found = [
            home
            for home in self._homes.get(bare_name(award.name), [])
            if place is not None and home.address_unit_id == place.pk
        ]
        return found[0] if len(found) == 1 else None

    def _person(self, award: AwardRead, place: Unit | None) -> Person | None:
        """Year of birth or a post held there on that day must say that it is they, and of nobody else of the name."""
        born = award.birth_year or (award.birth_date.year if award.birth_date else None)
        named = [
            one
            for one in self._people.get(bare_name(award.name), [])
            if not born or not one.birth_year or one.birth_year == born
        ]
        proven = [
            one for one in named if (born and one.birth_year == born) or self._worked(one, place, award)
        ]
        return proven[0] if len(proven) == 1 else None

    def _worked(self, person: Person, place: Unit | None, award: AwardRead) -> bool:
        if place is None:
            return False
        first = award.decision_date or date(award.year or 1, 1, 1)
        last = award.decision_date or date(award.year or 1, 12, 31)
        return any(
            unit == place.pk and (since is None or since <= last) and (until is None or until >= first)
            for unit, since, until in self._served.get(person.pk, ())
        )
