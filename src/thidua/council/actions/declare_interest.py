"""Declare a tie with a person or a unit, and take the declaration back."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import may_keep, nothing_here
from thidua.council.actions.attempts import logs_refusals
from thidua.council.enums import InterestKind, RecusalGround, RecusalState, SessionState
from thidua.council.models import CouncilMember, InterestDeclaration, Recusal
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
def withdraw_interest(*, declaration: InterestDeclaration, reason: str, by: User) -> InterestDeclaration:
    """Let a declaration no longer hold, with the reason; it stays in the history.

    Recusals that rest on it and that nobody confirmed go with it; those in force stay until they are dismissed.
    Raises NotAllowed unless `by` is the member or keeps the council; Refused.
    """
    _require_own(declaration.member, by)
    told = {"withdrawn_reason": clean_line(reason)}
    faults = misfits(InterestDeclaration, told)
    if not told["withdrawn_reason"]:
        faults["withdrawn_reason"] = _("Write why the declaration no longer holds; it goes into the log.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = InterestDeclaration.objects.select_for_update(of=("self",)).get(pk=declaration.pk)
        if row.withdrawn_at is not None:
            raise Refused(_("This declaration has already been taken back."))
        row.withdrawn_at, row.withdrawn_by = timezone.now(), by
        row.withdrawn_reason = told["withdrawn_reason"]
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
        unconfirmed = _unconfirmed(row).delete()[0]
        details = {"reason": row.withdrawn_reason, "unconfirmed_recusals": unconfirmed}
        record(by=by, action="council.interest_withdrawn", subject=row, details=details)
    return row


def _unconfirmed(declaration: InterestDeclaration) -> QuerySet[Recusal]:
    """Return the proposals that rest on the declaration; what else the records show is found again on opening."""
    return Recusal.objects.filter(
        member__user=declaration.member.user_id,
        item__session__state=SessionState.PLANNED,
        state=RecusalState.PROPOSED,
        ground=RecusalGround.DECLARED_TIE,
        explanation=declaration.relation,
    )


def _require_own(member: CouncilMember, by: User) -> None:
    if by.pk != member.user_id and not may_keep(by, member.unit):
        raise nothing_here()
