"""One change of a session at a time."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date_time
from thidua.council.enums import SessionState
from thidua.council.models import Session
from thidua.council.refused import VotingOver
from thidua.support.refusals import Refused


def locked(session: Session | int) -> Session:
    """Return the session, held until the transaction ends: votes and the closing wait for each other.

    Raises Session.DoesNotExist.
    """
    pk = session.pk if isinstance(session, Session) else session
    return Session.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)


def require_planned(session: Session) -> None:
    """Raise Refused when the session was opened or cancelled: what it votes on is settled then."""
    if session.state != SessionState.PLANNED:
        raise Refused(
            _("Session %(session)s has been opened or cancelled; its agenda and rules no longer change.")
            % {"session": session}
        )


def require_running(session: Session) -> None:
    """Raise VotingOver, with the time, unless the session is open; the secretary may still enter what came in time."""
    require_open(session, datetime.min.replace(tzinfo=UTC))


def require_open(session: Session, moment: datetime) -> None:
    """Raise VotingOver, with the time, unless votes are taken at `moment`."""
    if session.state == SessionState.PLANNED:
        raise VotingOver(
            _("Session %(session)s is not open yet. It opens at %(time)s.")
            % {"session": session, "time": format_date_time(session.opens_at)}
        )
    if session.state == SessionState.CANCELLED:
        raise VotingOver(_("Session %(session)s was cancelled; no vote is taken.") % {"session": session})
    ended = session.closed_at if session.state == SessionState.CLOSED else None
    if ended is None and moment >= session.closes_at:
        ended = session.closes_at
    if ended is not None:
        raise VotingOver(
            _("The session was closed at %(time)s; no vote is taken any more.")
            % {"time": format_date_time(ended)}
        )


def moment_of(at: datetime | None) -> datetime:
    """Return `at`, or now. Raises Refused for a moment to come."""
    now = timezone.now()
    if at is not None and at > now:
        raise Refused({"at": _("This moment has not come yet. Leave it empty for now.")})
    return at or now
