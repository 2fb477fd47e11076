"""What waits for jurors and for the office of a contest, for the work list."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.contests.models import Edition
from thidua.contests.queries.waiting import JurorWaiting, juries_waiting_for, rounds_to_close
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem


def judging_to_do(user: User) -> Iterator[WorkItem]:
    """Yield the next step of each jury the person sits on: conflicts, marks, handing in. Fixed queries."""
    for one in juries_waiting_for(user):
        if title := _step(one):
            yield _item(title, "jury-desk", one.juror.edition)


def rounds_all_handed_in(user: User) -> Iterator[WorkItem]:
    """Yield one thing to do for each round whose jurors have all handed in. Fixed queries."""
    for row in rounds_to_close(user):
        yield _item(
            _("Close the judging round “%(name)s”") % {"name": row.name}, "contest-edition", row.edition
        )


def _step(one: JurorWaiting) -> str:
    if not one.assigned or one.handed_in:
        return ""
    if one.juror.declared_at is None:
        return _("Declare conflicts with works") if one.works else ""
    if one.round is None:
        return ""
    if not one.unmarked:
        return _("Hand in the marks")
    said = ngettext("Mark %(count)s work", "Mark %(count)s works", one.unmarked)
    return said % {"count": formats.number(one.unmarked)}


def _item(title: str, name: str, edition: Edition) -> WorkItem:
    return WorkItem(
        title=title,
        url=reverse(name, args=[edition.pk]),
        group=_("Prizes and contests"),
        about=f"{edition.competition.name} {edition.year}",
    )
