"""How persons and households are named, and that they are named only with their consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import override

from thidua.movements.enums import Consent
from thidua.orgs.enums import PLACES
from thidua.orgs.models import Household, Person, Position
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import addresses_on, names_as_of
from thidua.reports.figures.scope import Scope

# Somebody already named in an official publication is named with what that publication says.
NAMED: frozenset[str] = frozenset({Consent.GIVEN, Consent.PUBLISHED})


class HasConsent(Protocol):
    """A row about somebody, with what is known of their consent."""

    @property
    def consent(self) -> str: ...


def may_be_named(row: HasConsent) -> bool:
    """Tell whether the report may say the name."""
    return row.consent in NAMED


@dataclass(frozen=True)
class Described:
    """Persons and households in the words of a report, by their ids."""

    persons: Mapping[int, str]
    households: Mapping[int, str]


def described(scope: Scope, persons: Iterable[Person], households: Iterable[Household]) -> Described:
    """Return persons with their positions of the day, households with their address; four queries."""
    people, families = list(persons), list(households)
    positions = _positions(people, scope.as_of)
    days = {row.pk: row.address_on or scope.as_of for row in families}
    wanted = {(place.unit_id, scope.as_of) for each in positions.values() for place in each}
    wanted |= {(row.address_unit_id, days[row.pk]) for row in families if row.address_unit_id}
    addresses = addresses_on(wanted)
    names = names_as_of({place.unit_id for each in positions.values() for place in each}, scope.as_of)
    where = {
        unit_id: addresses[unit_id, scope.as_of] if name.kind in PLACES else name.name
        for unit_id, name in names.items()
    }
    # Forms of address are part of the text; everything else that is translated here is for who checks it.
    with override(scope.language):
        return Described(
            persons={row.pk: _person(row, positions.get(row.pk, []), where) for row in people},
            households={
                row.pk: _household(scope, row, addresses.get((row.address_unit_id or 0, days[row.pk]), ""))
                for row in families
            },
        )


def _positions(people: list[Person], day: date) -> dict[int, list[Position]]:
    found: dict[int, list[Position]] = {}
    rows = Position.objects.filter(valid_on(day), person__in=people).order_by("person_id", "order", "id")
    for row in rows:
        found.setdefault(row.person_id, []).append(row)
    return found


def _person(row: Person, positions: list[Position], where: Mapping[int, str]) -> str:
    """Return «bà Lương Thị Bình, Bí thư Chi bộ, …, Trưởng thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, …»."""
    said = [row.addressed_name]
    for number, position in enumerate(positions):
        following = positions[number + 1] if number + 1 < len(positions) else None
        if following and following.unit_id == position.unit_id:
            said.append(position.title)
        else:
            said.append(_at(position.title, where.get(position.unit_id, "")))
    return ", ".join(said)


def _at(title: str, place: str) -> str:
    """Return title and place without saying a word twice: «Trưởng thôn» of «thôn Nà Ao 2, …»."""
    if not place:
        return title
    name, comma, rest = place.partition(",")
    if title.casefold().endswith(name.casefold()):
        return f"{title}{comma}{rest}"
    level, _space, own = place.partition(" ")
    if own and title.casefold().endswith(f" {level.casefold()}"):
        return f"{title} {own}"
    return f"{title}, {place}"


def _household(scope: Scope, row: Household, address: str) -> str:
    head = scope.words.say("household", head=row.head.addressed_name)
    place = row.address_text or address
    return f"{head}, {place}" if place else head


def listed(scope: Scope, named: list[str], others: int, kind: str) -> str:
    """Return the list, closed honestly: who is not named is counted. `kind` is the word for the others."""
    if not named:
        return scope.words.say("only_others", count=scope.count(others), kind=kind)
    text = "; ".join(named)
    if others:
        text += "; " + scope.words.say("others", count=scope.count(others), kind=kind)
    return text
