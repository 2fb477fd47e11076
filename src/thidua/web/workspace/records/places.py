"""Who somebody was on the day of a record, where that was, and where it is today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.orgs.models import Household, Person, Position, Unit
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import AddressToday, addresses_on, addresses_today, positions_on

Subject = Person | Unit | Household


@dataclass(frozen=True)
class Place:
    """What a subject was or where it stood on its day (`then`), and what became of that place («nay: …», or "")."""

    then: str
    today: str


def places_of(subjects: Sequence[tuple[Subject, date]]) -> list[Place]:
    """Return the place of each subject on its own day, in their order; the same few queries for any number.

    A person is told by their positions, a household by its address as printed, a unit by its address.
    """
    now = timezone.localdate()
    persons = {(subject.pk, day) for subject, day in subjects if isinstance(subject, Person)}
    units = {(unit, day) for subject, day in subjects if (unit := _unit_id(subject)) is not None}
    positions = positions_on(persons) if persons else {}
    addresses = addresses_on(units) if units else {}
    today = addresses_today((unit for unit, _day in units), now) if units else {}
    found = []
    for subject, day in subjects:
        unit = _unit_id(subject)
        became = "" if unit is None else _became(today[unit], addresses[unit, day])
        if isinstance(subject, Person):
            found.append(Place(", ".join(positions[subject.pk, day]), ""))
        elif isinstance(subject, Household):
            found.append(Place(subject.address_text or _address(addresses, unit, day), became))
        else:
            found.append(Place(_address(addresses, unit, day), became))
    return found


def places_of_person(person: Person, day: date) -> list[Place]:
    """Return the address of each unit in which `person` held a position on `day`, and what became of it."""
    rows = Position.objects.filter(valid_on(day), person=person).order_by("order", "pk")
    units = dict.fromkeys(rows.values_list("unit_id", flat=True))
    addresses = addresses_on((unit, day) for unit in units)
    today = addresses_today(units, timezone.localdate())
    return [
        Place(_capital(addresses[unit, day]), _became(today[unit], addresses[unit, day])) for unit in units
    ]


def last_day_of(year: int) -> date:
    """Return the day by which a record that only tells its year is placed in time."""
    return date(year, 12, 31)


def _became(today: AddressToday, then: str) -> str:
    """Return what became of a place; one that still stands may stand elsewhere."""
    address = today.places[0].address if today.unchanged else ""
    return _("now: %(places)s") % {"places": address} if address and address != then else today.sentence


def _unit_id(subject: Subject) -> int | None:
    if isinstance(subject, Household):
        return subject.address_unit_id
    return subject.pk if isinstance(subject, Unit) else None


def _address(addresses: dict[tuple[int, date], str], unit: int | None, day: date) -> str:
    return "" if unit is None else addresses.get((unit, day), "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def attach_places(rows: Iterable[object], subjects: Sequence[tuple[Subject, date]]) -> None:
    """Put on each row as `place` what `places_of` tells of its subject."""
    for row, place in zip(rows, places_of(subjects), strict=True):
        row.place = place  # type: ignore[attr-defined]
