"""Say that two persons of the register are one."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Person
from thidua.registry.identities.moving import below, point_to_root, turn_rows
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.identities.settling import settle
from thidua.registry.models import IdentityCandidate, IdentityMerge, YearlyGrade
from thidua.registry.models.record import STANDING
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def merge_persons(
    *,
    keep: Person,
    merge: Person,
    by: User | None,
    reason: str = "",
    candidate: IdentityCandidate | None = None,
) -> IdentityMerge:
    """Turn everything about `merge` to `keep` and return the merger, which `unmerge_persons` takes back exactly.

    Whoever was merged earlier stands for the one they became. Raises NotAllowed, or Refused when both are one already
    or have different grades for one year.
    """
    with transaction.atomic():
        _lock_in_order(keep, merge)
        kept, merged = _locked(keep), _locked(merge)
        if kept.pk == merged.pk:
            raise Refused(_("These two are one person in the register already."))
        require_deciding_identities(by, persons=(kept, merged))
        _require_fitting_grades(kept, merged)
        row = IdentityMerge.objects.create(
            kept=kept,
            merged=merged,
            kept_name=kept.full_name,
            merged_name=merged.full_name,
            candidate=candidate,
            reason=reason,
            merged_by=by,
            merged_at=timezone.now(),
        )
        moved = turn_rows(row, merged, kept)
        together = below(merged.pk)
        point_to_root(together, kept.pk)
        settle({kept.pk, *together})
        details: dict[str, object] = {"merged": f"{merged.full_name} ({merged.pk})", "rows": moved}
        record(
            by=by,
            action="registry.persons_merged",
            subject=kept,
            details=details | ({"reason": reason} if reason else {}),
        )
    return row


def _lock_in_order(*persons: Person) -> None:
    """Lock both, the smaller id first: two who merge the same pair the other way round wait for each other once."""
    ids = [one.pk for one in persons]
    list(Person.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))


def _locked(person: Person) -> Person:
    row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    return row if row.merged_into_id is None else _locked(Person(pk=row.merged_into_id))


def _require_fitting_grades(kept: Person, merged: Person) -> None:
    own = dict(YearlyGrade.objects.filter(STANDING, person=kept).values_list("counting_year", "grade"))
    for row in YearlyGrade.objects.filter(STANDING, person=merged):
        if own.get(row.counting_year, row.grade) != row.grade:
            raise Refused(
                _("For %(year)s the two have different grades. Correct the wrong one first.")
                % {"year": row.counting_year}
            )
