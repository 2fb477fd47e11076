"""Results and votes by name: told only when the ballot is closed, never as running totals."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.council.enums import SessionState
from thidua.council.models import ItemResult, NamedVote, Session
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


def named_votes(session: Session) -> QuerySet[NamedVote]:
    """Return the votes given by name, by item and member. Raises NotClosedYet."""
    _require_closed(session)
    found = NamedVote.objects.filter(item__session=session).select_related("item", "member__user")
    return found.order_by("item__ordinal", "member_id")


def _require_closed(session: Session) -> None:
    if session.state != SessionState.CLOSED:
        raise NotClosedYet(_("No votes are told before the session is closed."))
