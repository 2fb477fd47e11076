"""Conflicts of interest that the records show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from thidua.council.access import members_for
from thidua.council.enums import RecusalGround
from thidua.council.models import AgendaItem, CouncilMember, InterestDeclaration, Session
from thidua.nominations.models import Nomination
from thidua.orgs.models import Position
from thidua.orgs.periods import valid_on


@dataclass(frozen=True)
class Conflict:
    """Why a member may not vote on an item; `explanation` names the record: a unit, a dossier, a relation."""

    item: AgendaItem
    member: CouncilMember
    ground: RecusalGround
    explanation: str


@dataclass(frozen=True)
class _Records:
    """What is looked up once: where people work on the day, and the ties that were declared."""

    units: dict[int, dict[int, str]]  # person → unit → name
    interests: dict[int, list[InterestDeclaration]]  # member → declarations


def found_conflicts(session: Session) -> tuple[Conflict, ...]:
    """Return the strongest conflict of each member with each item, as the records show it; four queries."""
    items = list(session.items.select_related("nomination__dossier", "nomination__household"))
    members = list(members_for(session).select_related("user"))
    records = _records(items, members, timezone.localdate(session.opens_at))
    found = []
    for item in items:
        for member in members:
            first = next(_conflicts(item.nomination, member, records), None)
            if first is not None:
                found.append(Conflict(item, member, *first))
    return tuple(found)


def _conflicts(
    nomination: Nomination, member: CouncilMember, records: _Records
) -> Iterator[tuple[RecusalGround, str]]:
    """Yield grounds with their records, the strongest first."""
    nominee = _person_of(nomination)
    if nominee is not None and nominee == member.person_id:
        yield RecusalGround.NOMINEE, nomination.recipient_name
    nominee_units = dict(records.units.get(nominee, {})) if nominee is not None else {}
    if nomination.unit_id is not None:
        nominee_units.setdefault(nomination.unit_id, nomination.recipient_name)
    for interest in records.interests.get(member.pk, ()):
        same_person = nominee is not None and interest.person_id == nominee
        if same_person or (interest.unit_id is not None and interest.unit_id in nominee_units):
            yield RecusalGround.DECLARED_TIE, interest.relation
    if member.user_id == nomination.dossier.declared_by_id:
        yield RecusalGround.SIGNED, nomination.dossier.code
    own_units = records.units.get(member.person_id, {}) if member.person_id is not None else {}
    for unit, name in own_units.items():
        if unit in nominee_units:
            yield RecusalGround.SAME_UNIT, name


def _person_of(nomination: Nomination) -> int | None:
    if nomination.person_id is not None:
        return nomination.person_id
    return nomination.household.head_id if nomination.household is not None else None


def _records(items: Iterable[AgendaItem], members: list[CouncilMember], day: date) -> _Records:
    people = {_person_of(item.nomination) for item in items} | {member.person_id for member in members}
    units: dict[int, dict[int, str]] = defaultdict(dict)
    held = Position.objects.filter(valid_on(day), person__in=people - {None}).order_by("order", "id")
    for person, unit, name in held.values_list("person_id", "unit_id", "unit__name"):
        units[person][unit] = name
    interests: dict[int, list[InterestDeclaration]] = defaultdict(list)
    # A tie declared for an earlier term still is one.
    seats: dict[int, list[int]] = defaultdict(list)
    for member in members:
        seats[member.user_id].append(member.pk)
    declared = InterestDeclaration.objects.filter(withdrawn_at__isnull=True, member__user__in=seats)
    for interest in declared.select_related("member").order_by("id"):
        for seat in seats[interest.member.user_id]:
            interests[seat].append(interest)
    return _Records(dict(units), dict(interests))
