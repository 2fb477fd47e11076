"""The queue of who may be one person, both sides of a pair, and what was merged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.orgs.models import Person
from thidua.registry.enums import IdentityAnswer
from thidua.registry.identities.rights import may_decide_identities
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge, IdentitySearch


@dataclass(frozen=True)
class SideShown:
    """One side of a pair: its name, the person if it is one, the years of birth told, and its awards by year."""

    name: str
    person: Person | None
    awards: tuple[Award, ...]

    @property
    def is_gone(self) -> bool:
        """Whether nothing of it is in the register any more."""
        return self.person is None and not self.awards

    @property
    def spellings(self) -> tuple[str, ...]:
        """The ways the name is written in the awards, other than the one shown."""
        return tuple(
            dict.fromkeys(one.recipient_name for one in self.awards if one.recipient_name != self.name)
        )


@dataclass(frozen=True)
class Place:
    """Where a pair stands in a queue: its number (0: not in it), how many there are, and its neighbours."""

    number: int
    count: int
    before: int | None
    after: int | None


def candidates_seen_by(user: User) -> QuerySet[IdentityCandidate]:
    """Return all pairs, answered or not, for who keeps awards, the most useful first."""
    if not may_decide_identities(user):
        return IdentityCandidate.objects.none()
    return IdentityCandidate.objects.order_by("-usefulness", "pk")


def merges_seen_by(user: User) -> QuerySet[IdentityMerge]:
    """Return the mergers that stand, for who keeps awards, the newest first."""
    if not may_decide_identities(user):
        return IdentityMerge.objects.none()
    rows = IdentityMerge.objects.filter(undone_at=None, kept__isnull=False)
    return rows.select_related("merged_by", "kept").order_by("-merged_at", "-pk")


def place_in(queue: QuerySet[IdentityCandidate], row: IdentityCandidate) -> Place:
    """Return where `row` stands, or would stand, among the pairs of `queue`; four queries."""
    ahead = queue.filter(Q(usefulness__gt=row.usefulness) | Q(usefulness=row.usefulness, pk__lt=row.pk))
    behind = queue.filter(Q(usefulness__lt=row.usefulness) | Q(usefulness=row.usefulness, pk__gt=row.pk))
    number, count = ahead.count(), queue.count()
    before = ahead.order_by("usefulness", "-pk").values_list("pk", flat=True).first()
    after = behind.order_by("-usefulness", "pk").values_list("pk", flat=True).first()
    return Place(number + 1 if queue.filter(pk=row.pk).exists() else 0, count, before, after)


def sides_of(row: IdentityCandidate) -> tuple[SideShown, SideShown]:
    """Return both sides with all their awards, the oldest first; two queries."""
    listed = [*row.left_awards, *row.right_awards]
    persons = {
        pk: person.merged_into or person
        for pk, person in Person.objects.select_related("merged_into")
        .in_bulk([pk for pk in (row.left_person_id, row.right_person_id) if pk])
        .items()
    }
    about = Q(pk__in=listed) | Q(person__in=[one.pk for one in persons.values()])
    owned: dict[int | None, list[Award]] = defaultdict(list)
    by_id: dict[int, Award] = {}
    rows = Award.objects.filter(about).select_related("conferral", "person").order_by("year", "pk")
    for award in rows:
        by_id[award.pk] = award
        owned[award.person_id].append(award)

    def shown(name: str, person_id: int | None, awards: list[int]) -> SideShown:
        person = persons.get(person_id) if person_id else None
        if person is not None:
            return SideShown(person.full_name, person, tuple(owned[person.pk]))
        return SideShown(name, None, tuple(by_id[pk] for pk in awards if pk in by_id))

    return (
        shown(row.left_name, row.left_person_id, row.left_awards),
        shown(row.right_name, row.right_person_id, row.right_awards),
    )


def last_answered_by(user: User) -> IdentityCandidate | None:
    """Return the pair that the user answered last."""
    rows = IdentityCandidate.objects.exclude(answer=IdentityAnswer.OPEN).filter(answered_by=user)
    return rows.order_by("-answered_at", "-pk").first()


def last_searches(count: int = 5) -> list[IdentitySearch]:
    """Return the newest runs through the register, the newest first."""
    return list(IdentitySearch.objects.select_related("started_by").order_by("-pk")[:count])


def spellings_of(person: Person) -> tuple[str, ...]:
    """Return the other ways in which the person is written: by who was merged into them, and in awards; one query."""
    merged = person.merged_persons.order_by().values_list("full_name", flat=True)
    printed = Award.objects.filter(person=person).order_by().values_list("recipient_name", flat=True)
    return tuple(sorted(name for name in merged.union(printed) if name != person.full_name))
