"""Cast a member's ballot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.council.access import may_vote, membership, nothing_here
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.choices import checked
from thidua.council.actions.locking import locked, moment_of, require_open
from thidua.council.enums import BallotKind, Choice, VoteWay
from thidua.council.envelopes import key_mark, new_code, put_in, receipt_hash
from thidua.council.models import CouncilMember, NamedVote, SealedBallot, Session, Voted
from thidua.council.queries.ballots import ballot_of, secret_items, vote_of
from thidua.council.refused import BoxExchanged, VotedAlready
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class Receipt:
    """What the voter keeps. `code` is told once and stored nowhere; empty where nothing was voted on in secret."""

    code: str
    at: datetime


@sensitive_variables()  # a report of a fault names no choice
@logs_refusals
def cast_ballot(*, session: int, choices: Mapping[int, str], by: User, at: datetime | None = None) -> Receipt:
    """Cast the ballot of `by` in the session with the key `session`, once and for good, and return the receipt.

    `choices` gives a Choice for each item by its key. Choices on open items are kept by name; those on secret items go
    into an envelope without name, time or order. Both are written, or neither. `at`: the moment of invented votes.
    Raises NotAllowed, in the same words whether or not there is such a session; VotingOver with the time;
    VotedAlready; BoxExchanged; Refused beside the items at fault.
    """
    moment = moment_of(at)
    with transaction.atomic():
        try:
            row = locked(session)
        except Session.DoesNotExist:
            raise nothing_here() from None
        seat = membership(by, row)
        if seat is None or not may_vote(by, row):
            raise nothing_here()
        require_open(row, moment)
        require_not_voted(row, seat)
        require_one_way(row, VoteWay.ELECTRONIC)
        taken = checked(ballot_of(row, seat), choices)
        code = _put_in_the_box(row, taken)
        _keep_by_name(row, seat, taken)
        Voted.objects.create(session=row, member=seat, way=VoteWay.ELECTRONIC, at=moment)
        record(by=by, action="council.voted", subject=row)
    return Receipt(code, moment)


def require_not_voted(session: Session, member: CouncilMember) -> None:
    """Raise VotedAlready, with the time, when the member's vote is in."""
    voted = vote_of(session, member)
    if voted is not None:
        raise VotedAlready(
            _("The vote of %(member)s was taken at %(time)s; it counts once and does not change.")
            % {"member": member, "time": format_date_time(voted.at)},
            voted.at,
        )


def require_one_way(session: Session, way: VoteWay) -> None:
    """Raise Refused when others vote on a secret item in the other way: of a few apart, each vote would be known."""
    other = VoteWay.PAPER if way == VoteWay.ELECTRONIC else VoteWay.ELECTRONIC
    if secret_items(session) and session.voted.filter(way=other).exists():
        told = {"way": other.label}
        raise Refused(
            _("In a secret ballot everybody votes in one way, here: %(way)s. The secretary can help you.")
            % told
        )


@sensitive_variables()
def _put_in_the_box(session: Session, taken: Mapping[int, Choice]) -> str:
    """Store the envelope and return the receipt's code; the receipt lies in the same envelope as the choices."""
    items = secret_items(session)
    if not items:
        return ""
    assert session.box is not None
    if not constant_time_compare(session.box_mark, key_mark(session.box_key, session.box)):
        raise BoxExchanged(
            _(
                "The ballot box of this session was changed from outside, so your ballot was NOT taken. Tell the "
                "council's secretary and the technician."
            )
        )
    code = new_code()
    hashed = receipt_hash(code, session.box)
    sealed = put_in(taken, items, hashed, box=session.box, public_key=session.box_key)
    SealedBallot.objects.create(session=session, sealed=sealed)
    return code


@sensitive_variables()
def _keep_by_name(session: Session, member: CouncilMember, taken: Mapping[int, Choice]) -> None:
    opens = session.items.exclude(ballot=BallotKind.SECRET).values_list("pk", flat=True)
    NamedVote.objects.bulk_create(
        NamedVote(item_id=pk, member=member, choice=taken[pk], way=VoteWay.ELECTRONIC)
        for pk in opens
        if pk in taken
    )
