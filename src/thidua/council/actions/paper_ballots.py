"""Paper ballots in the hall: handing them out, and keying what each teller counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.council.access import nothing_here, require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.cast_ballot import require_not_voted, require_one_way
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import Presence, VoteWay
from thidua.council.models import AgendaItem, CouncilMember, PaperCount, Session, Voted
from thidua.council.queries.paper import PaperItem, paper_items
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class Counted:
    """What a teller counted on one item."""

    issued: int
    received: int
    invalid: int
    yes: int
    no: int
    blank: int = 0


@logs_refusals
def issue_paper_ballots(*, session: Session, members: Sequence[CouncilMember], by: User) -> list[Voted]:
    """Note that these members vote on paper; they can no longer vote here, and count as present.

    Raises NotAllowed, VotingOver, VotedAlready; Refused while the two tellers are not named.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        require_running(row)  # what was handed out in time may be noted later
        at = min(timezone.now(), row.closes_at)
        if row.first_teller_id is None or row.second_teller_id is None:
            raise Refused(_("Name the two tellers before the first paper ballot is handed out."))
        if PaperCount.objects.filter(item__session=row).exists():
            raise Refused(_("Counting has begun; no more paper ballots are handed out."))
        require_one_way(row, VoteWay.PAPER)
        seats = set(row.roll.values_list("member_id", flat=True))
        for member in members:
            if member.pk not in seats:
                raise nothing_here()
            require_not_voted(row, member)
        issued = Voted.objects.bulk_create(
            Voted(session=row, member=member, way=VoteWay.PAPER, at=at) for member in members
        )
        row.roll.filter(member__in=members).update(presence=Presence.PRESENT, reason="")
        details = {"members": [str(member) for member in members]}
        record(by=by, action="council.paper_issued", subject=row, details=details)
    return issued


@logs_refusals
def key_paper_count(*, item: AgendaItem, counted: Counted, by: User) -> PaperItem:
    """Key what the teller `by` counted, or key it again while the tellers differ; return how they stand.

    Raises NotAllowed unless `by` is a teller of the session; VotingOver; Refused for numbers that do not add up.
    """
    with transaction.atomic():
        session = locked(item.session_id)
        if by.pk not in (session.first_teller_id, session.second_teller_id):
            raise nothing_here()
        require_running(session)
        before = _standing(session, item, by)
        if before.agreed:
            raise Refused(_("Both tellers agree on this item; its count no longer changes."))
        faults = _faults(counted, before.issued)
        if faults:
            raise Refused(faults)
        PaperCount.objects.update_or_create(item=item, teller=by, defaults=asdict(counted))
        # Without the numbers: the other teller may read the log.
        record(by=by, action="council.paper_counted", subject=session, details={"item": str(item)})
        return _standing(session, item, by)


def _standing(session: Session, item: AgendaItem, by: User) -> PaperItem:
    found = next((paper for paper in paper_items(session, by) if paper.item.pk == item.pk), None)
    if found is None:
        raise Refused(_("No paper ballot was handed out for this item."))
    return found


def _faults(counted: Counted, issued: int) -> Faults:
    faults: Faults = {
        name: _("Write a number, 0 or more.") for name, value in asdict(counted).items() if value < 0
    }
    if counted.issued != issued:
        faults["issued"] = _(
            "%(issued)s members may vote on this item on paper; so many ballots were handed out."
        ) % {"issued": issued}
    if counted.received > counted.issued:
        faults["received"] = _("More ballots came back than were handed out. Count again.")
    if counted.received != counted.invalid + counted.yes + counted.no + counted.blank:
        faults[""] = _(
            "For, against, without opinion and invalid do not add up to the ballots received. Count again."
        )
    return faults
