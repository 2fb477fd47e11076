"""Record a show of hands, by name."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import BallotKind, Choice, Presence, RecusalState, VoteWay
from thidua.council.models import AgendaItem, NamedVote
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


@logs_refusals
def record_show_of_hands(*, item: AgendaItem, hands: Mapping[int, str], by: User) -> list[NamedVote]:
    """Record what those in the hall showed on `item`, by the key of their seat, and return the votes.

    They count as present. Raises NotAllowed, VotingOver; Refused for an item that is not voted on by hand, for a
    recused member, or for one whose vote on it is in.
    """
    require_keeping(by, item.session.unit)
    with transaction.atomic():
        session = locked(item.session_id)
        require_running(session)
        if item.ballot != BallotKind.SHOW:
            raise Refused(_("This item is voted on by ballot, not by a show of hands."))
        roll = {entry.member_id: entry for entry in session.roll.all()}
        if not set(hands) <= set(roll) or not set(hands.values()) <= set(Choice.values):
            raise Refused(_("The roll has changed. Open the page again and record the hands."))
        kept_from = item.recusals.exclude(state=RecusalState.DISMISSED).filter(member__in=hands)
        counted = item.named_votes.filter(member__in=hands)
        for hindered, sentence in (
            (kept_from, _("These members do not vote on this item: %(names)s.")),
            (counted, _("The votes of these members are in already: %(names)s.")),
        ):
            names = "; ".join(str(row.member) for row in hindered.select_related("member__user"))
            if names:
                raise Refused({"hands": sentence % {"names": names}})
        votes = NamedVote.objects.bulk_create(
            NamedVote(item=item, member_id=seat, choice=choice, way=VoteWay.SHOW)
            for seat, choice in hands.items()
        )
        session.roll.filter(member__in=hands).update(presence=Presence.PRESENT, reason="")
        details = {"item": str(item), "hands": len(votes)}
        record(by=by, action="council.hands_recorded", subject=session, details=details)
    return votes
