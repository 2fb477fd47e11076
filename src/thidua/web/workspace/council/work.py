"""What waits for a person in the council."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.enums import SessionState
from thidua.council.models import Session, Voted
from thidua.orgs.access import may_anywhere, units_where
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.council.states import session_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield the ballots that `user` has not cast, and the sessions to close; one query for each."""
    if may_anywhere(user, Right.VOTE):
        yield from _ballots(user)
    if may_anywhere(user, Right.KEEP_COUNCIL):
        yield from _to_close(user)


def _ballots(user: User) -> Iterator[WorkItem]:
    now = timezone.now()
    cast = Voted.objects.filter(session=OuterRef("pk"), member__user=user)
    units = units_where(user, Right.VOTE).order_by().values("pk")
    rows = Session.objects.filter(
        ~Exists(cast), state=SessionState.OPEN, closes_at__gt=now, roll__member__user=user, unit__in=units
    )
    for row in rows.order_by("closes_at", "pk"):
        yield WorkItem(
            title=_("Vote in session %(session)s: %(title)s") % {"session": row, "title": row.title},
            url=reverse("council-ballot", args=[row.pk]),
            group=_("Council"),
            due=timezone.localdate(row.closes_at),
            state=Tag(_("ballot NOT sent"), Tone.WARNING),
            about=_("Open until %(time)s") % {"time": formats.moment(row.closes_at)},
        )


def _to_close(user: User) -> Iterator[WorkItem]:
    units = units_where(user, Right.KEEP_COUNCIL).order_by().values("pk")
    for row in Session.objects.filter(state=SessionState.OPEN, unit__in=units).order_by("closes_at", "pk"):
        yield WorkItem(
            title=_("Close session %(session)s and count: %(title)s") % {"session": row, "title": row.title},
            url=reverse("council-session", args=[row.pk]),
            group=_("Council"),
            due=timezone.localdate(row.closes_at),
            state=session_tag(row),
            about=_("Voting ends at %(time)s") % {"time": formats.moment(row.closes_at)},
        )
