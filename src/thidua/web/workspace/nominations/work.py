"""What waits for a person who nominates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import CLOCK_RUNS, RETURNED, SUBMITTED
from thidua.nominations import access
from thidua.nominations.models import Dossier
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Unit
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.nominations.find import own_units
from thidua.web.workspace.nominations.states import dossier_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield drafts, returned dossiers and those overdue at the office; a fixed number of queries."""
    if not may_anywhere(user, Right.NOMINATE):
        return
    today, units = timezone.localdate(), own_units(user)
    rows = access.unfinished_of(user, today).filter(unit__in=units)
    faults = Count("faults", filter=Q(faults__mended_at__isnull=True))
    for row in rows.annotate(open_faults=faults).order_by("pk"):
        yield _to_finish(row, row.open_faults)
    yield from _overdue(units, today)


def _to_finish(row: Dossier, open_faults: int) -> WorkItem:
    returned = row.state == RETURNED
    about = row.code
    if returned:
        said = ngettext("%(count)s fault to mend", "%(count)s faults to mend", open_faults)
        about = f"{row.code} · {said % {'count': open_faults}}"
    title = _("Mend and send again: %(dossier)s") if returned else _("Finish and send: %(dossier)s")
    return WorkItem(
        title=title % {"dossier": row.title},
        url=reverse("my-dossier", args=[row.code]),
        group=_("Dossiers for commendation"),
        state=dossier_tag(row),
        about=about,
    )


def _overdue(units: list[Unit], today: date) -> Iterator[WorkItem]:
    late = Dossier.objects.filter(
        unit__in=units, state__in=(SUBMITTED, *CLOCK_RUNS), due_on__lt=today, suspended=False
    )
    for row in late.select_related("deciding_unit").order_by("due_on", "pk"):
        yield WorkItem(
            title=_("Ask the office: %(dossier)s") % {"dossier": row.title},
            url=reverse("my-dossier", args=[row.code]),
            group=_("Dossiers for commendation"),
            due=row.due_on,
            state=Tag(_("overdue at the office"), Tone.WARNING),
            about=row.deciding_unit.name,
        )
