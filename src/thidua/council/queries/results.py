"""Results and votes by name: told only when the ballot is closed, never as running totals."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.council.enums import BallotKind, Choice, SessionState, VoteWay
from thidua.council.minutes import OpenVotes
from thidua.council.models import ItemResult, NamedVote, Session
from thidua.council.queries.members import precedence
from thidua.support.refusals import Refused


class NotClosedYet(Refused):
    """Somebody asked for votes while votes are still taken."""


def results(session: Session) -> QuerySet[ItemResult]:
    """Return the result of each item in the order of the agenda. Raises NotClosedYet."""
    _require_closed(session)
    found = ItemResult.objects.filter(item__session=session).select_related("item__nomination")
    return found.order_by("item__ordinal")


def latest_results(nominations: Iterable[int]) -> dict[int, ItemResult]:
    """Return the last result of each of the nominations (by key) that a council has voted on; one query."""
    found = ItemResult.objects.filter(item__nomination__in=nominations).select_related("item__session")
    return {row.item.nomination_id: row for row in found.order_by("item__session__closed_at", "pk")}


def open_votes(session: Session) -> dict[int, OpenVotes]:
    """Return the votes by name on each item that is NOT voted on in secret, by its key; one query.

    A written vote names its author, too, but on a secret item it is told to nobody here. Raises NotClosedYet.
    """
    _require_closed(session)
    found = NamedVote.objects.filter(item__session=session).exclude(item__ballot=BallotKind.SECRET)
    told: dict[int, dict[str, list[str]]] = {}
    for vote in sorted(found.select_related("member__user"), key=lambda vote: precedence(vote.member)):
        name = str(vote.member)
        if vote.way == VoteWay.WRITTEN:
            name = _("%(name)s (in writing)") % {"name": name}
        told.setdefault(vote.item_id, {}).setdefault(vote.choice, []).append(name)
    return {
        item: OpenVotes(*(tuple(by.get(choice, ())) for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)))
        for item, by in told.items()
    }


def _require_closed(session: Session) -> None:
    if session.state != SessionState.CLOSED:
        raise NotClosedYet(_("No votes are told before the session is closed."))
