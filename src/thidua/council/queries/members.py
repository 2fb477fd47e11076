"""The members of a council, with where they work today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.council.enums import MemberPost
from thidua.council.models import CouncilMember, InterestDeclaration
from thidua.orgs.models import Position, Unit
from thidua.orgs.periods import valid_on


@dataclass(frozen=True)
class Seat:
    """A member on a day; `works_at` are title and unit of each position held that day."""

    member: CouncilMember
    name: str
    works_at: tuple[str, ...]


def seats(unit: Unit, day: date) -> tuple[Seat, ...]:
    """Return the members of the council of `unit` on `day`, chair first; two queries."""
    terms = CouncilMember.objects.filter(valid_on(day, first="since", last="until"), unit=unit)
    members = list(terms.select_related("user", "person"))
    works_at: dict[int, list[str]] = defaultdict(list)
    people = [member.person_id for member in members if member.person_id is not None]
    held = Position.objects.filter(valid_on(day), person__in=people).order_by("order", "id")
    for person, title, name in held.values_list("person_id", "title", "unit__name"):
        works_at[person].append(f"{title}, {name}")
    return tuple(
        Seat(member, str(member.user), tuple(works_at.get(member.person_id or 0, ())))
        for member in sorted(members, key=precedence)
    )


def other_terms(unit: Unit, day: date) -> tuple[CouncilMember, ...]:
    """Return the terms that had ended before `day` or begin after it, the latest first; one query."""
    terms = CouncilMember.objects.filter(unit=unit).exclude(valid_on(day, first="since", last="until"))
    return tuple(terms.select_related("user").order_by("-since", "pk"))


def declared_ties(members: Iterable[CouncilMember]) -> dict[int, list[InterestDeclaration]]:
    """Return by account what members declared, in this term or an earlier one, withdrawn ones included; one query."""
    accounts = {member.user_id for member in members}
    found: dict[int, list[InterestDeclaration]] = defaultdict(list)
    rows = InterestDeclaration.objects.filter(member__user__in=accounts)
    for row in rows.select_related("member", "person", "unit", "withdrawn_by").order_by("pk"):
        found[row.member.user_id].append(row)
    return dict(found)


def precedence(member: CouncilMember) -> tuple[int, int]:
    """Return what members are listed by: the chair first, then as they were named."""
    order: list[str] = list(MemberPost.values)
    return order.index(member.post), member.pk
