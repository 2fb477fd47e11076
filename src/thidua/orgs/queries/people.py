"""Finding persons, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import zip_longest
from operator import and_

from django.db.models import Q, QuerySet

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Person, Position
from thidua.orgs.periods import Span
from thidua.orgs.queries.names import UnitNameThen, names_on


@dataclass(frozen=True)
class PersonHit:
    """A person that was found, with the positions that tell them from others of the name."""

    person_id: int
    name: str
    positions: tuple[str, ...]

    @property
    def label(self) -> str:
        """«Lương Thị Bình (Bí thư Chi bộ, Trưởng thôn Nà Ao 2)»."""
        return f"{self.name} ({', '.join(self.positions)})" if self.positions else self.name


def positions_of(person_ids: Iterable[int], day: date) -> dict[int, tuple[str, ...]]:
    """Return the positions held on `day` by each person, in printed order, as «Trưởng phòng X, Sở Nội vụ».

    Persons without a position are left out. Positions in one unit name it once, after the last; two queries.
    """
    held = positions_on((person_id, day) for person_id in person_ids)
    return {person_id: titles for (person_id, _day), titles in held.items() if titles}


def positions_on(pairs: Iterable[tuple[int, date]]) -> dict[tuple[int, date], tuple[str, ...]]:
    """Return what `positions_of` does for each person on their own day, by (person id, day); two queries."""
    wanted = set(pairs)
    known: dict[int, list[Position]] = defaultdict(list)
    rows = Position.objects.filter(person_id__in={person_id for person_id, _day in wanted})
    for row in rows.order_by("person_id", "order", "id"):
        known[row.person_id].append(row)
    held = {
        (person_id, day): [row for row in known[person_id] if Span(row.valid_from, row.valid_to).holds(day)]
        for person_id, day in wanted
    }
    names = names_on((row.unit_id, day) for (_person, day), found in held.items() for row in found)
    return {pair: _titles(found, pair[1], names) for pair, found in held.items()}


def _titles(rows: list[Position], day: date, names: dict[tuple[int, date], UnitNameThen]) -> tuple[str, ...]:
    titles = []
    for row, following in zip_longest(rows, rows[1:]):
        names_unit = following is None or row.unit_id != following.unit_id
        unit = names[row.unit_id, day]
        mentioned = unit.short_name.lower() in row.title.lower()
        titles.append(f"{row.title}, {unit.in_address}" if names_unit and not mentioned else row.title)
    return tuple(titles)


def search_persons(
    text: str, *, on: date, within: QuerySet[Person] | None = None, limit: int = 20
) -> list[PersonHit]:
    """Return persons whose name holds every word of `text`, marks or not, with their positions on `on`.

    Who was merged into another is found as that person, by either name. `within` narrows to some persons, such as
    those that somebody may see.
    """
    words = fold(text).split()
    if not words:
        return []
    persons = Person.objects.filter(merged_into=None) if within is None else within
    named = reduce(and_, (Q(folded_name__contains=word) for word in words))
    merged = Person.objects.filter(named, merged_into__isnull=False).order_by().values("merged_into")
    found = list(persons.filter(named | Q(pk__in=merged)).order_by("sort_key", "pk")[:limit])
    positions = positions_of([person.pk for person in found], on)
    return [PersonHit(person.pk, person.full_name, positions.get(person.pk, ())) for person in found]


def other_spellings(person: Person) -> tuple[str, ...]:
    """Return the names of those who turned out to be this person, other than the one they bear; one query."""
    names = person.merged_persons.order_by("pk").values_list("full_name", flat=True)
    return tuple(dict.fromkeys(name for name in names if name != person.full_name))
