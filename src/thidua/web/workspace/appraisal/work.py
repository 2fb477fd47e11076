"""What waits for an officer: dossiers to receive, dossiers to appraise, answers that are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.enums import DossierState
from thidua.nominations.queries import answers_awaited, opinions_waiting, queue_of
from thidua.orgs.access import may_anywhere
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.appraisal.words import dossier_tag

_MOST = 20


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield what waits for `user`; the number of queries does not depend on how much it is."""
    today = timezone.localdate()
    if may_anywhere(user, Right.CONSULT):
        yield from _opinions(user, today)
    if may_anywhere(user, Right.APPRAISE):
        yield from _dossiers(user, today)


def _opinions(user: User, today: date) -> Iterator[WorkItem]:
    for waits in opinions_waiting(user, today)[:_MOST]:
        said = ngettext(
            "%(count)s opinion on %(code)s waits for moderation",
            "%(count)s opinions on %(code)s wait for moderation",
            waits.count,
        )
        yield WorkItem(
            title=said % {"count": formats.number(waits.count), "code": waits.code},
            url=reverse("appraisal-public", args=[waits.code]),
            group=_("Opinions of the public"),
            due=waits.due,
        )


def _dossiers(user: User, today: date) -> Iterator[WorkItem]:
    group = _("Dossiers to appraise")
    waiting = access.waiting_for_reception(user, today).count()
    if waiting:
        said = ngettext("%(count)s dossier to receive", "%(count)s dossiers to receive", waiting)
        yield WorkItem(
            title=said % {"count": waiting},
            url=f"{reverse('appraisal-queue')}?buoc={DossierState.SUBMITTED}",
            group=group,
            state=Tag(_("waiting to be received"), Tone.WARNING),
        )
    for row in queue_of(user, today).filter(holder=user)[:_MOST]:
        yield WorkItem(
            title=f"{row.code}: {row.title}",
            url=reverse("appraisal-dossier", args=[row.code]),
            group=group,
            due=row.due_on,
            state=dossier_tag(row),
            about=row.unit.name,
        )
    for asked in answers_awaited(user, today).filter(due_on__lt=today)[:_MOST]:
        yield WorkItem(
            title=_("No answer in time: %(agency)s, %(code)s")
            % {"agency": asked.agency_name, "code": asked.dossier.code},
            url=reverse("appraisal-agencies", args=[asked.dossier.code]),
            group=group,
            due=asked.due_on,
        )
