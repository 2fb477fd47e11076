"""Finding persons, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Person, Position
from thidua.orgs.periods import valid_on
from thidua.orgs.queries.names import names_as_of


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
    rows = list(
        Position.objects.filter(valid_on(day), person_id__in=set(person_ids)).order_by(
            "person_id", "order", "id"
        )
    )
    units = names_as_of({row.unit_id for row in rows}, day)
    held: dict[int, list[str]] = defaultdict(list)
    for row, following in zip_longest(rows, rows[1:]):
        names_unit = following is None or (row.person_id, row.unit_id) != (
            following.person_id,
            following.unit_id,
        )
        unit = units[row.unit_id]
        mentioned = unit.short_name.lower() in row.title.lower()
        held[row.person_id].append(
            f"{row.title}, {unit.in_address}" if names_unit and not mentioned else row.title
        )
    return {person_id: tuple(titles) for person_id, titles in held.items()}


def search_persons(text: str, *, on: date, limit: int = 20) -> list[PersonHit]:
    """Return persons whose name holds every word of `text`, marks or not, with their positions on `on`."""
    words = fold(text).split()
    if not words:
        return []
    persons = Person.objects.all()
    for word in words:
        persons = persons.filter(folded_name__contains=word)
    found = list(persons.order_by("sort_key", "pk")[:limit])
    positions = positions_of([person.pk for person in found], on)
    return [PersonHit(person.pk, person.full_name, positions.get(person.pk, ())) for person in found]
