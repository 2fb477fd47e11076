"""Pairs that an answer to another pair settles, and opens again when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from thidua.orgs.models import Person
from thidua.registry.enums import IdentityAnswer
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge

_WAITING: Final = (IdentityAnswer.OPEN, IdentityAnswer.UNSURE)
AT_ONCE: Final = 400


def settle(person_ids: Iterable[int], award_ids: Iterable[int] = ()) -> None:
    """Close the waiting pairs of these whose sides are one person by now, and open those that are no more.

    A pair closed in this way bears nobody's name.
    """
    persons = sorted(set(person_ids))
    awards = sorted({*award_ids, *Award.objects.filter(person__in=persons).values_list("pk", flat=True)})
    pairs = {row.pk: row for row in _touched(persons, awards)}
    owners, roots = _owners(pairs.values()), _roots(pairs.values())

    def now(person: int | None, award: int | None) -> int | None:
        owner = person or (owners.get(award) if award else None)
        return roots.get(owner, owner) if owner else None

    closing, opening = [], []
    for row in pairs.values():
        left = now(row.left_person_id, row.left_award_id)
        right = now(row.right_person_id, row.right_award_id)
        is_one = left is not None and left == right
        if is_one and row.answer in _WAITING:
            closing.append(row.pk)
        elif not is_one and row.answer == IdentityAnswer.SAME and not row.has_merge:  # type: ignore[attr-defined]
            opening.append(row.pk)
    for some in _parts(closing):
        IdentityCandidate.objects.filter(pk__in=some).update(
            answer=IdentityAnswer.SAME, answered_by=None, answered_at=timezone.now()
        )
    for some in _parts(opening):
        IdentityCandidate.objects.filter(pk__in=some).update(
            answer=IdentityAnswer.OPEN, answered_by=None, answered_at=None
        )


def _touched(persons: Sequence[int], awards: Sequence[int]) -> Iterator[IdentityCandidate]:
    standing = IdentityMerge.objects.filter(candidate=OuterRef("pk"), undone_at=None)
    rows = IdentityCandidate.objects.annotate(has_merge=Exists(standing)).order_by()
    for some in _parts(persons):
        yield from rows.filter(Q(left_person__in=some) | Q(right_person__in=some))
    for some in _parts(awards):
        yield from rows.filter(Q(left_award__in=some) | Q(right_award__in=some))


def _owners(rows: Iterable[IdentityCandidate]) -> dict[int, int]:
    ids = sorted({pk for row in rows for pk in (row.left_award_id, row.right_award_id) if pk})
    found: dict[int, int] = {}
    for some in _parts(ids):
        known = Award.objects.filter(pk__in=some, person__isnull=False).order_by()
        found |= {pk: owner for pk, owner in known.values_list("pk", "person_id") if owner is not None}
    return found


def _roots(rows: Iterable[IdentityCandidate]) -> dict[int, int]:
    ids = sorted({pk for row in rows for pk in (row.left_person_id, row.right_person_id) if pk})
    found: dict[int, int] = {}
    for some in _parts(ids):
        known = Person.objects.filter(pk__in=some, merged_into__isnull=False).order_by()
        found |= {pk: root for pk, root in known.values_list("pk", "merged_into_id") if root is not None}
    return found


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
