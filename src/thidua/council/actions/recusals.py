"""Recusals: found in the records, stated by a member or the secretary, dismissed with a reason."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import may_keep, members_for, nothing_here, require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_open, require_planned
from thidua.council.enums import RecusalGround, RecusalState, SessionState
from thidua.council.models import AgendaItem, CouncilMember, NamedVote, Recusal, Session, Voted
from thidua.council.queries.conflicts import found_conflicts
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


@logs_refusals
def find_recusals(*, session: Session, by: User) -> list[Recusal]:
    """Look through the records and propose the recusals that are not known yet; return the new ones.

    Proposals are confirmed by the opening of the session unless they were dismissed. Raises NotAllowed, Refused.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        require_planned(row)
        return propose(row, by)


def propose(session: Session, by: User) -> list[Recusal]:
    """Store what the records show and is not stored yet. Inside the transaction of an action."""
    known = set(Recusal.objects.filter(item__session=session).values_list("item_id", "member_id"))
    now = timezone.now()
    fresh = [
        Recusal(
            item=conflict.item,
            member=conflict.member,
            ground=conflict.ground,
            explanation=conflict.explanation[:500],
            state=RecusalState.PROPOSED,
            found_at=now,
        )
        for conflict in found_conflicts(session)
        if (conflict.item.pk, conflict.member.pk) not in known
    ]
    made = Recusal.objects.bulk_create(fresh)
    if made:
        details = {"recusals": [f"{row.item}: {row}" for row in made]}
        record(by=by, action="council.recusals_found", subject=session, details=details)
    return made


@logs_refusals
def declare_conflict(
    *, item: AgendaItem, explanation: str, by: User, member: CouncilMember | None = None
) -> Recusal:
    """Keep the member from voting on `item`: the actor's own seat, or `member` where the secretary says so.

    Raises NotAllowed; Refused without a reason, or when the member has voted already.
    """
    with transaction.atomic():
        session = locked(item.session_id)
        own = members_for(session).filter(user=by).first()
        seat = member or own
        if seat is None or (seat != own and not may_keep(by, session.unit)):
            raise nothing_here()
        if not members_for(session).filter(pk=seat.pk).exists():
            raise nothing_here()
        _require_still_possible(item, session, seat)
        said = {"explanation": clean_line(explanation)}
        faults = misfits(Recusal, said)
        if not said["explanation"]:
            faults["explanation"] = _("Write in a few words what the conflict of interest is.")
        if faults:
            raise Refused(faults)
        row, _new = Recusal.objects.update_or_create(
            item=item,
            member=seat,
            defaults={
                "ground": RecusalGround.OWN_STATEMENT,
                "state": RecusalState.IN_FORCE,
                "found_at": timezone.now(),
                "decided_by": by,
                "decided_at": timezone.now(),
                "dismissal_reason": "",
                **said,
            },
        )
        details = {"item": str(item), "member": str(seat)}
        record(by=by, action="council.conflict_declared", subject=session, details=details)
    return row


@logs_refusals
def dismiss_recusal(*, recusal: Recusal, reason: str, by: User) -> Recusal:
    """Say, with the reason, that a recusal does not hold; it stays in the history.

    Raises NotAllowed; Refused for the nominee's own recusal, which always holds.
    """
    item = recusal.item
    require_keeping(by, item.session.unit)
    told = {"dismissal_reason": clean_line(reason)}
    faults = misfits(Recusal, told)
    if not told["dismissal_reason"]:
        faults["dismissal_reason"] = _("Write why there is no conflict; the reason goes into the log.")
    if recusal.ground == RecusalGround.NOMINEE:
        faults[""] = _("Nobody votes on their own award; this recusal always holds.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        session = locked(item.session_id)
        row = Recusal.objects.select_for_update().get(pk=recusal.pk)
        _require_still_possible(item, session, row.member)
        row.state, row.decided_by, row.decided_at = RecusalState.DISMISSED, by, timezone.now()
        row.dismissal_reason = told["dismissal_reason"]
        row.save(update_fields=["state", "decided_by", "decided_at", "dismissal_reason"])
        details = {"item": str(item), "member": str(row.member), "reason": row.dismissal_reason}
        record(by=by, action="council.recusal_dismissed", subject=session, details=details)
    return row


def _require_still_possible(item: AgendaItem, session: Session, member: CouncilMember) -> None:
    if session.state != SessionState.PLANNED:
        require_open(session, timezone.now())
    hand = NamedVote.objects.filter(item=item, member=member)
    if hand.exists() or Voted.objects.filter(session=session, member=member).exists():
        raise Refused(_("“%(member)s” has voted; recusals no longer change.") % {"member": member})
