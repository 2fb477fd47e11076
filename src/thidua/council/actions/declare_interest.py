"""Declare a tie with a person or a unit, and take the declaration back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import may_keep, nothing_here
from thidua.council.actions.attempts import logs_refusals
from thidua.council.enums import InterestKind
from thidua.council.models import CouncilMember, InterestDeclaration
from thidua.orgs.models import Person, Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


@logs_refusals
def declare_interest(
    *,
    member: CouncilMember,
    relation: str,
    by: User,
    kind: str = InterestKind.KIN,
    person: Person | None = None,
    unit: Unit | None = None,
) -> InterestDeclaration:
    """Keep that `member` is tied to a person or a unit; it is looked at for every nominee from now on.

    Raises NotAllowed unless `by` is the member or keeps the council; Refused with a sentence per field.
    """
    _require_own(member, by)
    values = {"relation": clean_line(relation)}
    faults = misfits(InterestDeclaration, values)
    if not values["relation"]:
        faults["relation"] = _("Write the tie in a word, for example “wife” or “shareholder”.")
    if (person is None) == (unit is None):
        faults["person"] = _("Choose one person or one unit.")
    if kind not in InterestKind.values:
        faults["kind"] = _("Choose a kind from the list.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = InterestDeclaration.objects.create(
            member=member,
            kind=kind,
            person=person,
            unit=unit,
            declared_at=timezone.now(),
            declared_by=by,
            **values,
        )
        details = {"kind": kind, "person": str(person or ""), "unit": str(unit or "")}
        record(by=by, action="council.interest_declared", subject=row, details=details)
    return row


@logs_refusals
def withdraw_interest(*, declaration: InterestDeclaration, by: User) -> InterestDeclaration:
    """Let a declaration no longer hold; it stays in the history. Raises NotAllowed, Refused."""
    _require_own(declaration.member, by)
    with transaction.atomic():
        row = InterestDeclaration.objects.select_for_update().get(pk=declaration.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This declaration has already been taken back."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record(by=by, action="council.interest_withdrawn", subject=row)
    return row


def _require_own(member: CouncilMember, by: User) -> None:
    if by.pk != member.user_id and not may_keep(by, member.unit):
        raise nothing_here()
