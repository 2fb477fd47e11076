"""Name a member of the council."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.enums import MemberPost
from thidua.council.models import CouncilMember
from thidua.orgs.access import may
from thidua.orgs.models import Person, Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@logs_refusals
def add_member(
    *,
    unit: Unit,
    user: User,
    since: date,
    by: User | None,
    person: Person | None = None,
    post: str = MemberPost.MEMBER,
    standing: bool = False,
    title: str = "",
    decision_number: str = "",
    until: date | None = None,
    provenance: str = Provenance.RECORDED,
) -> CouncilMember:
    """Seat `user` in the council of `unit` from `since` on, and return the seat.

    Raises NotAllowed; Refused for terms that overlap, a second chair, or an account without the role of a member.
    """
    require_keeping(by, unit)
    values = {"title": clean_line(title), "decision_number": clean_line(decision_number)}
    faults = misfits(CouncilMember, values)
    if post not in MemberPost.values:
        faults["post"] = _("Choose a post from the list.")
    if until is not None and until < since:
        faults["until"] = _("The last day is before the first. Put the days in order.")
    if not may(user, Right.VOTE, unit):
        faults["user"] = _(
            "This account does not hold the role “member of the council” here. Have the administrator grant it first."
        )
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=unit.pk)
        faults |= _overlaps(unit, user, person, post, since, until)
        if faults:
            raise Refused(faults)
        row = CouncilMember.objects.create(
            unit=unit,
            user=user,
            person=person,
            post=post,
            standing=standing,
            since=since,
            until=until,
            provenance=provenance,
            **values,
        )
        details = {"post": post, "standing": standing, "since": since, "until": until, **values}
        record(by=by, action="council.member_added", subject=row, details=details)
    return row


def _overlaps(
    unit: Unit, user: User, person: Person | None, post: str, since: date, until: date | None
) -> Faults:
    same_time = CouncilMember.objects.filter(Q(until__isnull=True) | Q(until__gte=since), unit=unit)
    if until is not None:
        same_time = same_time.filter(since__lte=until)
    if same_time.filter(user=user).exists():
        return {
            "user": _("“%(user)s” already has a seat in this time. End that term first.") % {"user": user}
        }
    if person is not None and same_time.filter(person=person).exists():
        return {"person": _("This person already has a seat in this time. Choose the right person.")}
    if post == MemberPost.CHAIR and same_time.filter(post=post).exists():
        return {"post": _("The council already has a chair in this time. End that term first.")}
    return {}
