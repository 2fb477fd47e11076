"""Enter the written vote of an absent member from the signed paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.council.access import nothing_here, require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.cast_ballot import require_not_voted
from thidua.council.actions.choices import checked
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import Presence, VoteWay
from thidua.council.models import CouncilMember, NamedVote, Session, Voted, WrittenVote
from thidua.council.queries.ballots import ballot_of
from thidua.support.audit.actions.record import record
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


@logs_refusals
def record_written_vote(
    *,
    session: Session,
    member: CouncilMember,
    choices: Mapping[int, str],
    paper: StoredFile | None,
    signed_on: date,
    by: User,
) -> WrittenVote:
    """Enter what an absent member voted in writing, with the signed paper, and return it.

    A written vote names its author, also on items that those present vote on in secret. Raises NotAllowed,
    VotingOver, VotedAlready; Refused for a member who is present, a missing paper, or items at fault.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        require_running(row)
        entry = row.roll.filter(member=member).first()
        if entry is None:
            raise nothing_here()
        require_not_voted(row, member)
        if paper is None:
            raise Refused({"paper": _("Add the signed paper; without it the written vote does not count.")})
        if signed_on > timezone.localdate():
            raise Refused({"signed_on": _("This day has not come yet. Give the day on the paper.")})
        if entry.presence == Presence.PRESENT:
            raise Refused({"member": _("This member is present and votes in the session.")})
        taken = checked(ballot_of(row, member), choices, all_lines=True)
        now = timezone.now()
        written = WrittenVote.objects.create(
            session=row, member=member, signed_on=signed_on, paper=paper, entered_by=by, entered_at=now
        )
        NamedVote.objects.bulk_create(
            NamedVote(item_id=pk, member=member, choice=choice, way=VoteWay.WRITTEN)
            for pk, choice in taken.items()
        )
        Voted.objects.create(session=row, member=member, way=VoteWay.WRITTEN, at=now)
        entry.presence = Presence.ABSENT
        entry.save(update_fields=["presence"])
        record(by=by, action="council.written_vote_entered", subject=row, details={"member": str(member)})
    return written
