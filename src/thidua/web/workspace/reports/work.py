"""What waits for a person in the reports area."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere, units_where
from thidua.reports import access
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.reports.states import report_tag


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield the paragraphs to sign off and the reports to freeze; four queries at most."""
    if may_anywhere(user, Right.SIGN_OFF_PARAGRAPH):
        yield from _paragraphs_to_sign(user)
    if may_anywhere(user, Right.FREEZE_REPORT):
        yield from _reports_to_freeze(user)


def _paragraphs_to_sign(user: User) -> Iterator[WorkItem]:
    """Yield what nobody has agreed to yet, and what was edited since; who works for no such unit gets nothing."""
    own = units_where(user, Right.SIGN_OFF_PARAGRAPH).filter(role_assignments__user=user)
    rows = access.awaiting_sign_off_by(user).filter(responsible__in=own)
    open_ = Q(signed_off_at__isnull=True) | Q(edited_at__gt=F("signed_off_at"))
    for row in (
        rows.filter(open_).select_related("report", "responsible").order_by("report__pk", "order").distinct()
    ):
        edited = row.signed_off_at is not None
        yield WorkItem(
            title=_("Sign off: %(paragraph)s") % {"paragraph": row},
            url=reverse("sign-paragraph", args=[row.report.slug, row.pk]),
            group=_("Closing reports"),
            state=Tag(
                _("Changed since it was signed off") if edited else _("Not signed off yet"), Tone.WARNING
            ),
            about=str(row.report),
        )


def _reports_to_freeze(user: User) -> Iterator[WorkItem]:
    """Yield the open reports in which every paragraph that a unit answers for is agreed to."""
    units = units_where(user, Right.FREEZE_REPORT)
    asked = Q(paragraphs__responsible__isnull=False)
    rows = ClosingReport.objects.filter(unit__in=units, state__in=access.OPEN).annotate(
        asked=Count("paragraphs", filter=asked),
        unsigned=Count("paragraphs", filter=asked & Q(paragraphs__signed_off_at__isnull=True)),
    )
    for row in rows.filter(Q(asked__gt=0, unsigned=0) | Q(state=ReportState.CORRECTING)).order_by("pk"):
        yield WorkItem(
            title=_("Look over and freeze: %(report)s") % {"report": row},
            url=reverse("freeze-report", args=[row.slug]),
            group=_("Closing reports"),
            state=report_tag(row),
        )
