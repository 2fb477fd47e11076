"""Who keeps a council, who votes in it, and which sessions they see.

Whoever has no right gets the same answer whether or not the session exists.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.enums import Body, RecusalState, SessionState
from thidua.council.models import AgendaItem, Attendance, CouncilMember, Recusal, Session
from thidua.nominations.models import Nomination
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


def recusal_of(user: Visitor | None, item: AgendaItem) -> Recusal | None:
    """Return what keeps `user` from voting on `item`, or None."""
    seat = membership(user, item.session)
    if seat is None:
        return None
    return Recusal.objects.filter(item=item, member=seat).exclude(state=RecusalState.DISMISSED).first()


def may_read_file(user: Visitor | None, item: AgendaItem) -> bool:
    """Tell whether `user` reads the papers of a nominee as a voter: on the agenda of their session, and not recused.

    A cancelled session opens nothing: its nominees may come before other members.
    """
    if item.session.state == SessionState.CANCELLED or not may_vote(user, item.session):
        return False
    return recusal_of(user, item) is None


def may_read_dossier(user: Visitor | None, item: AgendaItem) -> bool:
    """Tell whether `user` reads, as a voter, the papers of the whole dossier: they name every nominee in it.

    So each of its nominees must be on the agenda of the session, and the voter recused from none of them.
    """
    if not may_read_file(user, item):
        return False
    seat = membership(user, item.session)
    dossier = item.nomination.dossier_id
    siblings = AgendaItem.objects.filter(session=item.session_id, nomination__dossier=dossier)
    kept_from = Recusal.objects.filter(item__in=siblings, member=seat).exclude(state=RecusalState.DISMISSED)
    others = Nomination.objects.filter(dossier=dossier).exclude(pk__in=siblings.values("nomination"))
    return not others.exists() and not kept_from.exists()


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
