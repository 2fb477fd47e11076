"""Good examples who agreed to be named, with their addresses of the day and of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.movements.enums import Consent, SubjectKind
from thidua.movements.models import Movement, RoleModel
from thidua.orgs.enums import PLACES
from thidua.orgs.models import Position
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import addresses_as_of, addresses_today, names_as_of

MAY_BE_NAMED: Final = frozenset({Consent.GIVEN, Consent.PUBLISHED})


@dataclass(frozen=True)
class Example:
    """A good example: «bà Lương Thị Bình», their titles, the address then, and what stands there now."""

    name: str
    titles: str
    address: str
    today: str
    deed: str
    provenance: str


@dataclass(frozen=True)
class Examples:
    """Those who may be named, and how many may not."""

    named: tuple[Example, ...]
    unnamed: int


def examples_of(
    movement: Movement, day: date, today: date, *, told: frozenset[int] = frozenset()
) -> Examples:
    """Return the good examples of `movement` as of `day`; the number of queries does not depend on the rows.

    `told`: keys of role models whose story the reader sees already; they are not named twice.
    """
    rows = list(
        movement.role_models.select_related("person", "unit", "household__head").order_by("order", "pk")
    )
    nameable = [row for row in rows if _may_be_named(row)]
    named = [row for row in nameable if row.pk not in told]
    positions = _positions({row.person_id for row in named if row.person_id}, day)
    places = _places(named, positions)
    addresses = addresses_as_of(places.values(), day)
    fates = addresses_today(places.values(), today)
    titles = _titles(positions, day)
    return Examples(
        tuple(
            Example(
                name=_name(row),
                titles=titles.get(row.person_id or 0, ""),
                address=_address(row, addresses.get(places.get(row.pk, 0), "")),
                today=fates[places[row.pk]].sentence if row.pk in places else "",
                deed=row.deed,
                provenance=row.provenance,
            )
            for row in named
        ),
        len(rows) - len(nameable),
    )


def _may_be_named(row: RoleModel) -> bool:
    return row.subject_kind == SubjectKind.COLLECTIVE or row.consent in MAY_BE_NAMED


def _name(row: RoleModel) -> str:
    subject = row.person.addressed_name if row.person else row.household or row.unit
    return str(subject)


def _address(row: RoleModel, address: str) -> str:
    return (row.household.address_text if row.household else "") or address


def _positions(person_ids: Iterable[int], day: date) -> dict[int, list[Position]]:
    found: dict[int, list[Position]] = defaultdict(list)
    rows = Position.objects.filter(valid_on(day), person_id__in=set(person_ids)).select_related("unit")
    for row in rows.order_by("person_id", "order", "id"):
        found[row.person_id].append(row)
    return found


def _titles(positions: dict[int, list[Position]], day: date) -> dict[int, str]:
    """Return the titles of each person; an agency is named, a village stands in the address instead."""
    names = names_as_of({row.unit_id for held in positions.values() for row in held}, day)
    said: dict[int, str] = {}
    for person_id, held in positions.items():
        titles = [row.title for row in held]
        last = held[-1].unit
        if last.kind not in PLACES and last.pk in names:
            titles.append(names[last.pk].name)
        said[person_id] = ", ".join(titles)
    return said


def _places(named: Iterable[RoleModel], positions: dict[int, list[Position]]) -> dict[int, int]:
    """Return by role model the place it stands at: a household's, or the village of a person's position."""
    places: dict[int, int] = {}
    for row in named:
        if row.household and row.household.address_unit_id:
            places[row.pk] = row.household.address_unit_id
        for position in positions.get(row.person_id or 0, ()):
            if position.unit.kind in PLACES:
                places[row.pk] = position.unit_id
    return places
