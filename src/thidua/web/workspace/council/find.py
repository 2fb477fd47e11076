"""The session, item or seat that an address names, for the person who asks.

Whoever has no right gets one answer, whether or not there is something: `access.nothing_here`.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council import access
from thidua.council.actions import find_session
from thidua.council.enums import SessionState
from thidua.council.models import AgendaItem, CouncilMember, Session
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Nomination
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.web.shell.access import signed_in


def session_for(request: HttpRequest, pk: int) -> Session:
    """Return the session if the person keeps it or has a seat in it. Raises NotAllowed, written to the log."""
    return find_session(session=pk, by=signed_in(request))


def kept_session(request: HttpRequest, pk: int) -> Session:
    """Return the session if the person keeps it. Raises NotAllowed."""
    session = session_for(request, pk)
    access.require_keeping(signed_in(request), session.unit)
    return session


def own_seat(request: HttpRequest, session: Session) -> CouncilMember:
    """Return the seat of the person, who may vote. Raises NotAllowed."""
    user = signed_in(request)
    seat = access.membership(user, session)
    if seat is None or not access.may_vote(user, session):
        raise access.nothing_here()
    return seat


def item_of(session: Session, pk: int) -> AgendaItem:
    """Return an item of the session. Raises NotAllowed."""
    rows = session.items.select_related("nomination__dossier__unit", "nomination__dossier__deciding_unit")
    item = rows.filter(pk=pk).first()
    if item is None:
        raise access.nothing_here()
    item.session = session
    return item


def kept_member(request: HttpRequest, pk: int) -> CouncilMember:
    """Return the seat if the person keeps its council. Raises NotAllowed."""
    row = CouncilMember.objects.select_related("unit", "user").filter(pk=pk).first()
    if row is None:
        raise access.nothing_here()
    access.require_keeping(signed_in(request), row.unit)
    return row


def member_or_self(request: HttpRequest, pk: int) -> CouncilMember:
    """Return the seat if it is the person's own, or they keep its council. Raises NotAllowed."""
    row = CouncilMember.objects.select_related("unit", "user").filter(pk=pk).first()
    user = signed_in(request)
    if row is None or (row.user_id != user.pk and not access.may_keep(user, row.unit)):
        raise access.nothing_here()
    return row


def kept_units(user: User) -> list[Unit]:
    """Return the units whose councils the person keeps by a role that stands on them, not all below."""
    held = units_where(user, Right.KEEP_COUNCIL).filter(role_assignments__user=user)
    return list(held.distinct().order_by("sort_key", "pk"))


def waiting(session: Session) -> QuerySet[Nomination]:
    """Return the nominations that wait for this council and are on no agenda."""
    taken = AgendaItem.objects.filter(session__state__in=(SessionState.PLANNED, SessionState.OPEN))
    rows = Nomination.objects.filter(
        dossier__state=DossierState.COUNCIL,
        dossier__deciding_unit=session.unit_id,
        dossier__suspended=False,
        outcome=Outcome.ELIGIBLE,
        suspended=False,
    ).exclude(pk__in=taken.values("nomination"))
    by_place = ("award_code", "dossier__unit__sort_key", "recipient_sort_key", "pk")
    return rows.select_related("dossier__unit").order_by(*by_place)
