"""Answer whether two lines of the register are one person, and take the answer back."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Person
from thidua.registry.actions.claim_awards import claim_awards
from thidua.registry.actions.merge_persons import merge_persons
from thidua.registry.actions.unmerge_persons import unmerge_persons
from thidua.registry.enums import IdentityAnswer
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.models import Award, IdentityCandidate
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

_FINAL = (IdentityAnswer.SAME, IdentityAnswer.DIFFERENT)


def decide_identity(
    *, candidate: IdentityCandidate, answer: str, by: User | None, reason: str = ""
) -> IdentityCandidate:
    """Store the answer and return the candidate; «the same person» merges both sides into one person.

    Raises NotAllowed, or Refused: for no answer, when somebody else answered meanwhile, when a side is no longer in
    the register, or when the two cannot be merged (`merge_persons`, `claim_awards`).
    """
    if answer not in IdentityAnswer.values or answer == IdentityAnswer.OPEN:
        raise Refused(_("Say whether they are one person."))
    require_deciding_identities(by)
    with transaction.atomic():
        row = IdentityCandidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
        if row.answer in _FINAL:
            raise Refused(_("This pair has been answered meanwhile. Take that answer back first."))
        if answer == IdentityAnswer.SAME:
            _unite(row, by, reason)
        else:
            require_deciding_identities(by, persons=_persons(row), awards=_awards(row))
        row.answer, row.answered_by, row.answered_at = answer, by, timezone.now()
        row.save(update_fields=["answer", "answered_by", "answered_at"])
        details = {"answer": str(answer)} | ({"reason": reason} if reason else {})
        record(by=by, action="registry.identity_answered", subject=row, details=details)
    return row


def reopen_identity(*, candidate: IdentityCandidate, by: User | None) -> IdentityCandidate:
    """Take the answer back, with the mergers it led to, and return the candidate. Raises NotAllowed, or Refused."""
    require_deciding_identities(by)
    with transaction.atomic():
        row = IdentityCandidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
        if row.answer == IdentityAnswer.OPEN:
            raise Refused(_("Nobody has answered this pair."))
        before = row.answer
        for merge in row.merges.filter(undone_at=None).order_by("-pk"):
            unmerge_persons(merge=merge, by=by)
        row.refresh_from_db()  # a person made by the answer is gone
        row.answer, row.answered_by, row.answered_at = IdentityAnswer.OPEN, None, None
        row.save(update_fields=["answer", "answered_by", "answered_at"])
        record(by=by, action="registry.identity_reopened", subject=row, details={"was": before})
    return row


def _unite(row: IdentityCandidate, by: User | None, reason: str) -> None:
    persons, free = _persons(row), [one for one in _awards(row) if one.person_id is None]
    if not persons and len(free) < 2:
        raise Refused(_("One of the two is no longer in the register. Look for identities again."))
    kept = None
    if persons:
        kept, *others = _fullest_first(persons)
        for other in others:
            merge_persons(keep=kept, merge=other, by=by, reason=reason, candidate=row)
    if free:
        claim_awards(awards=free, person=kept, by=by, reason=reason, candidate=row)


def _persons(row: IdentityCandidate) -> list[Person]:
    """Return the persons on both sides as the register knows them now, each once."""
    ids = {pk for pk in (row.left_person_id, row.right_person_id) if pk is not None}
    ids |= {one.person_id for one in _awards(row) if one.person_id is not None}
    found = Person.objects.filter(pk__in=ids)
    roots = {one.merged_into_id or one.pk for one in found}
    return list(Person.objects.filter(pk__in=roots).order_by("pk"))


def _awards(row: IdentityCandidate) -> list[Award]:
    return list(Award.objects.filter(pk__in=[*row.left_awards, *row.right_awards]).order_by("pk"))


def _fullest_first(persons: Sequence[Person]) -> list[Person]:
    counted = Person.objects.filter(pk__in=[one.pk for one in persons]).annotate(received=Count("awards"))
    return list(counted.order_by("-received", "pk"))
