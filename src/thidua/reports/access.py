"""Who may do what with closing reports, and which of them they may see.

Each predicate has a twin among the querysets. The unit that answers for a paragraph reads the whole report, so that
it knows what its paragraph stands in.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport, Paragraph

# The states in which a report may be changed.
OPEN = (ReportState.DRAFT, ReportState.CORRECTING)


def is_open(report: ClosingReport) -> bool:
    """Tell whether the report may be changed at all."""
    return report.state in OPEN


def may_see(user: User, report: ClosingReport) -> bool:
    """Tell whether `user` may read the report."""
    if may(user, Right.SEE_REPORTS, report.unit):
        return True
    units = units_where(user, Right.SIGN_OFF_PARAGRAPH)
    return report.paragraphs.filter(responsible__in=units).exists()


def visible_to(user: User, on: date | None = None) -> QuerySet[ClosingReport]:
    """Return the reports that `user` may read; the twin of `may_see`."""
    seen = Q(unit__in=units_where(user, Right.SEE_REPORTS, on))
    answered_for = Paragraph.objects.filter(responsible__in=units_where(user, Right.SIGN_OFF_PARAGRAPH, on))
    return ClosingReport.objects.filter(seen | Q(pk__in=answered_for.values("report_id")))


def may_draft(user: User, unit: Unit) -> bool:
    """Tell whether `user` may write reports about `unit`."""
    return may(user, Right.DRAFT_REPORT, unit)


def units_reported_on_by(user: User) -> QuerySet[Unit]:
    """Return the units about which `user` may write reports; the twin of `may_draft`."""
    return units_where(user, Right.DRAFT_REPORT)


def may_edit(user: User, paragraph: Paragraph) -> bool:
    """Tell whether `user` may edit the prose: who drafts the report, and the unit that answers for the paragraph."""
    if may_draft(user, paragraph.report.unit):
        return True
    responsible = paragraph.responsible
    return responsible is not None and may(user, Right.SIGN_OFF_PARAGRAPH, responsible)


def may_sign_off(user: User, paragraph: Paragraph) -> bool:
    """Tell whether `user` may agree to the paragraph for the unit that answers for it."""
    responsible = paragraph.responsible
    return responsible is not None and may(user, Right.SIGN_OFF_PARAGRAPH, responsible)


def may_freeze(user: User, report: ClosingReport) -> bool:
    """Tell whether `user` may freeze the report, and reopen it for a correction."""
    return may(user, Right.FREEZE_REPORT, report.unit)


def awaiting_sign_off_by(user: User) -> QuerySet[Paragraph]:
    """Return the paragraphs of open reports for which a unit of `user` answers."""
    units = units_where(user, Right.SIGN_OFF_PARAGRAPH)
    return Paragraph.objects.filter(responsible__in=units, report__state__in=OPEN)
