"""Who keeps a council, who votes in it, and which sessions they see.

Whoever has no right gets the same answer whether or not the session exists.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.enums import Body, SessionState
from thidua.council.models import Attendance, CouncilMember, Session
from thidua.orgs.access import Visitor, may, units_where
from thidua.orgs.models import Unit
from thidua.orgs.periods import valid_on
from thidua.support.refusals import NotAllowed


def may_keep(user: Visitor | None, unit: Unit) -> bool:
    """Tell whether `user` keeps the council of `unit`: members, sessions, ballots."""
    return may(user, Right.KEEP_COUNCIL, unit)


def require_keeping(by: User | None, unit: Unit) -> None:
    """Raise NotAllowed unless `by` keeps the council of `unit`."""
    if not may_keep(by, unit):
        raise nothing_here()


def nothing_here() -> NotAllowed:
    """Return the one answer to everybody without a right."""
    return NotAllowed(
        _(
            "There is nothing here that you may do for the council. If you think otherwise, ask the "
            "council's secretary."
        )
    )


def members_for(session: Session) -> QuerySet[CouncilMember]:
    """Return the members of the body that meets, on the day of the session."""
    day = timezone.localdate(session.opens_at)
    members = CouncilMember.objects.filter(valid_on(day, first="since", last="until"), unit=session.unit_id)
    return members.filter(standing=True) if session.body == Body.STANDING_BODY else members


def membership(user: Visitor | None, session: Session) -> CouncilMember | None:
    """Return the seat of `user` in the session: on its roll, or before opening by the terms of that day."""
    if not isinstance(user, User) or not user.is_active:
        return None
    if session.state == SessionState.PLANNED:
        return members_for(session).filter(user=user).first()
    return CouncilMember.objects.filter(user=user, attendances__session=session).first()


def may_vote(user: Visitor | None, session: Session) -> bool:
    """Tell whether `user` is a voting member of the session."""
    return may(user, Right.VOTE, session.unit) and membership(user, session) is not None


def sessions_seen_by(user: Visitor) -> QuerySet[Session]:
    """Return the sessions that `user` keeps or has a seat in."""
    if not isinstance(user, User) or not user.is_active:
        return Session.objects.none()
    on_roll = Attendance.objects.filter(session=OuterRef("pk"), member__user=user)
    in_term = CouncilMember.objects.filter(
        Q(until__isnull=True) | Q(until__gte=OuterRef("opens_at__date")),
        unit=OuterRef("unit"),
        user=user,
        since__lte=OuterRef("opens_at__date"),
    )
    seat = Exists(on_roll) | (Q(state=SessionState.PLANNED) & Exists(in_term))
    return Session.objects.filter(Q(unit__in=units_where(user, Right.KEEP_COUNCIL)) | seat)


def seen_session(user: Visitor, pk: int) -> Session:
    """Return the session `pk`. Raises NotAllowed, in the same words whether it is hidden or does not exist."""
    found = sessions_seen_by(user).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise nothing_here()
    return found
