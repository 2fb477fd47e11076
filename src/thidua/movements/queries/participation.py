"""How widely a movement is taken up: registered and accepted of those called on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from thidua.movements.enums import FieldOfWork, RegistrationState, UnitLevel
from thidua.movements.models import Movement, Registration
from thidua.movements.queries.moments import end_of
from thidua.movements.queries.scope import units_in_scope
from thidua.support.provenance import Provenance

STANDING = (RegistrationState.SENT, RegistrationState.ACCEPTED)


@dataclass(frozen=True)
class LevelShare:
    """The units of one level: called on, registered, accepted."""

    level: UnitLevel
    in_scope: int
    registered: int
    accepted: int


@dataclass(frozen=True)
class FieldShare:
    """The units whose registration names a field."""

    field: FieldOfWork
    registered: int
    accepted: int


@dataclass(frozen=True)
class GroupShare:
    """The units whose registration names a content group; the name may still be missing."""

    order: int
    name: str
    registered: int
    accepted: int


@dataclass(frozen=True)
class Participation:
    """Participation as of a day.

    `registered` counts registrations that were sent and stand (accepted or not decided yet); a returned one
    does not stand. `states` tells the present state of every unit called on; "" is no registration at all.
    `persons` counts registered persons, who are in no scope; `elsewhere` registered units that were not, or are
    no longer, called on. One invented registration makes the whole a figure to be marked (`provenance`).
    """

    on: date
    in_scope: int
    registered: int
    accepted: int
    levels: tuple[LevelShare, ...]
    fields: tuple[FieldShare, ...]
    groups: tuple[GroupShare, ...]
    states: dict[str, int]
    persons: int
    elsewhere: int
    provenance: Provenance


class _Row(NamedTuple):
    """What is counted of a registration; a year has hundreds of them, and whole rows cost twice as much."""

    pk: int
    unit_id: int
    person_id: int | None
    state: str
    sent_at: datetime | None
    decided_at: datetime | None
    fields: list[str]
    provenance: str


def participation(movement: Movement, on: date) -> Participation:
    """Return how many units and persons had registered by the end of `on`; five queries whatever the rows."""
    scope = {unit.unit_id: unit.level for unit in units_in_scope(movement, on)}
    rows = [
        _Row(*values)
        for values in Registration.objects.filter(movement=movement).order_by().values_list(*_Row._fields)
    ]
    units = [row for row in rows if row.person_id is None]
    registered = [row for row in units if _stands(row, on) and row.unit_id in scope]
    accepted = [row for row in registered if _is_accepted(row, on)]
    return Participation(
        on=on,
        in_scope=len(scope),
        registered=len(registered),
        accepted=len(accepted),
        levels=_levels(scope, registered, accepted),
        fields=_fields(movement, registered, accepted),
        groups=_groups(movement, registered, accepted),
        states=_states(scope, units),
        persons=sum(row.person_id is not None and _stands(row, on) for row in rows),
        elsewhere=sum(_stands(row, on) and row.unit_id not in scope for row in units),
        provenance=_origin(row for row in rows if _stands(row, on)),
    )


def _stands(row: _Row, on: date) -> bool:
    return row.state in STANDING and row.sent_at is not None and row.sent_at < end_of(on)


def _is_accepted(row: _Row, on: date) -> bool:
    accepted = row.state == RegistrationState.ACCEPTED
    return accepted and row.decided_at is not None and row.decided_at < end_of(on)


def _origin(rows: Iterable[_Row]) -> Provenance:
    origins = {Provenance(row.provenance) for row in rows}
    return next(
        (origin for origin in Provenance if origin.needs_mark and origin in origins), Provenance.RECORDED
    )


def _levels(
    scope: dict[int, UnitLevel], registered: list[_Row], accepted: list[_Row]
) -> tuple[LevelShare, ...]:
    called = Counter(scope.values())
    sent = Counter(scope[row.unit_id] for row in registered)
    taken = Counter(scope[row.unit_id] for row in accepted)
    return tuple(
        LevelShare(level, called[level], sent[level], taken[level]) for level in UnitLevel if called[level]
    )


def _fields(movement: Movement, registered: list[_Row], accepted: list[_Row]) -> tuple[FieldShare, ...]:
    sent = Counter(field for row in registered for field in row.fields)
    taken = Counter(field for row in accepted for field in row.fields)
    named = {*movement.fields, *sent}
    return tuple(FieldShare(field, sent[field], taken[field]) for field in FieldOfWork if field in named)


def _groups(movement: Movement, registered: list[_Row], accepted: list[_Row]) -> tuple[GroupShare, ...]:
    links = Registration.groups.through.objects.filter(registration__movement=movement)
    chosen = list(links.values_list("registration_id", "contentgroup_id"))
    standing, taken = {row.pk for row in registered}, {row.pk for row in accepted}
    sent = Counter(group for row, group in chosen if row in standing)
    agreed = Counter(group for row, group in chosen if row in taken)
    return tuple(
        GroupShare(group.order, group.name, sent[group.pk], agreed[group.pk])
        for group in movement.content_groups.all()
    )


def _states(scope: dict[int, UnitLevel], units: list[_Row]) -> dict[str, int]:
    known = {row.unit_id: row.state for row in units}
    counted = Counter(known.get(unit_id, "") for unit_id in scope)
    return {state: counted[state] for state in ("", *RegistrationState.values)}
