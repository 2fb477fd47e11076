"""Whom the rows of a table name: persons, households and units of the register, looked up all at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.orgs.access import units_where
from thidua.orgs.models import Household, Person, Position, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.queries import positions_of
from thidua.orgs.queries.unit_index import UnitIndex, UnitNotFound
from thidua.registry.importing.verdicts import Candidate

AT_ONCE: Final = 500
MOST_OFFERED: Final = 10
_HOUSEHOLD: Final = re.compile(r"^(ho gia dinh|gia dinh|ho)\s+")
_HONORIFIC: Final = re.compile(r"^(ong|ba|anh|chi|dong chi)\s+")


class Directory:
    """What rows name, read in a few queries for each 500 names; nothing more is asked of the database."""

    def __init__(
        self, by: User | None, names: Iterable[str], numbers: Iterable[int], households: bool
    ) -> None:
        self.units = UnitIndex()
        allowed = units_where(by, Right.KEEP_AWARDS).order_by().values_list("pk", flat=True)
        self.kept = frozenset(allowed)
        wanted = sorted({bare_name(name) for name in names} - {""})
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._by_number: dict[int, Person] = {}
        self._households: dict[str, list[Household]] = defaultdict(list)
        self._read(by, wanted, sorted(set(numbers)), households)
        ids = [person.pk for person in self._by_number.values()]
        self._units_of: dict[int, set[int]] = defaultdict(set)
        for start in range(0, len(ids), AT_ONCE):
            held = Position.objects.filter(person__in=ids[start : start + AT_ONCE]).order_by()
            for person, unit in held.values_list("person_id", "unit_id"):
                self._units_of[person].add(unit)

    def _read(self, by: User | None, names: Sequence[str], numbers: Sequence[int], households: bool) -> None:
        persons = persons_seen_by(by) if by is not None else Person.objects.all()
        homes = households_seen_by(by) if by is not None else Household.objects.all()
        for start in range(0, max(len(names), len(numbers)), AT_ONCE):
            some, few = names[start : start + AT_ONCE], numbers[start : start + AT_ONCE]
            for person in persons.filter(Q(folded_name__in=some) | Q(pk__in=few)).order_by("pk"):
                self._by_number[person.pk] = person
            if households:
                for home in homes.filter(head__folded_name__in=some).select_related("head"):
                    self._households[home.head.folded_name].append(home)
        for person in self._by_number.values():
            self._people[person.folded_name].append(person)

    def person(self, number: int) -> Person | None:
        """Return the person of that number in the register, if the importer sees them."""
        return self._by_number.get(number)

    def people(self, name: str, born: int | None, unit: Unit | None) -> tuple[list[Person], bool]:
        """Return the persons of that name, and whether something beside the name says that it is they.

        Year of birth and unit narrow; where they fit nobody of the name, all of the name come back, unproven.
        """
        found = self._people.get(bare_name(name), [])
        proven = False
        if born is not None and (same := [one for one in found if one.birth_year == born]):
            found, proven = same, True
        elif born is not None:
            found = [one for one in found if one.birth_year is None]
        if unit is not None and (same := [one for one in found if unit.pk in self._units_of[one.pk]]):
            found, proven = same, True
        return found, proven

    def works_elsewhere(self, person: Person, unit: Unit | None) -> bool:
        """Tell whether positions are known, and none in `unit`."""
        return (
            unit is not None and bool(self._units_of[person.pk]) and unit.pk not in self._units_of[person.pk]
        )

    def homes(self, name: str) -> list[Household]:
        """Return the households whose head has that name."""
        return self._households.get(bare_name(name), [])

    def unit(self, text: str, above: str, day: date) -> Unit | str:
        """Return the unit that bore the name on `day`, or the sentence that says why there is none."""
        try:
            return self.units.find(text, day)
        except UnitNotFound as refused:
            if above:
                try:
                    return self.units.find(f"{text}, {above}", day)
                except UnitNotFound:
                    pass
            return self._closed(text, day) or str(refused)

    def _closed(self, text: str, day: date) -> str:
        """Return what to say of a unit that does not exist on `day` but did, or will, on another."""
        same = [unit for unit in self.units.units.values() if fold(unit.name) == fold(text)]
        ended = [unit for unit in same if unit.exists_to is not None and unit.exists_to < day]
        if not ended:
            return ""
        last = max(unit.exists_to for unit in ended if unit.exists_to is not None)
        return _(
            "“%(unit)s” ended on %(day)s. Write the name of the unit that stood in its place in that year."
        ) % {"unit": text, "day": format_date(last)}


def bare_name(name: str) -> str:
    """Return a folded name without «ông», «bà», «hộ gia đình»."""
    return _HONORIFIC.sub("", _HOUSEHOLD.sub("", fold(name)))


def labelled_people(persons: Iterable[Person]) -> Mapping[int, str]:
    """Return for each person the line that tells them from others of the name; two queries."""
    rows = list(persons)
    found: dict[int, tuple[str, ...]] = {}
    ids = [row.pk for row in rows]
    for start in range(0, len(ids), AT_ONCE):
        found |= positions_of(ids[start : start + AT_ONCE], timezone.localdate())
    return {row.pk: _labelled(row, found.get(row.pk, ())) for row in rows}


def candidates(rows: Sequence[Person | Household], labels: Mapping[int, str]) -> tuple[Candidate, ...]:
    """Return those whom a row may mean, the first ten."""
    return tuple(
        Candidate(row.pk, labels[row.pk] if isinstance(row, Person) else labelled_home(row))
        for row in rows[:MOST_OFFERED]
    )


def labelled_home(row: Household) -> str:
    """Return «ông Vi Thanh Liêm – thôn Bản Đoóc – số 3»."""
    name = " – ".join(part for part in (row.head.addressed_name, row.address_text) if part)
    return _("%(label)s – no. %(number)s") % {"label": name, "number": row.pk}


def _labelled(row: Person, titles: Sequence[str]) -> str:
    name = f"{row.full_name} ({', '.join(titles)})" if titles else row.full_name
    return _("%(label)s – no. %(number)s") % {"label": name, "number": row.pk}
