"""States of a report and of a sign-off as tags."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.reports.content.draft import DraftParagraph
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport
from thidua.web.shell.tags import Tag, Tone

_TONES = {
    ReportState.DRAFT: Tone.INFO,
    ReportState.FROZEN: Tone.SUCCESS,
    ReportState.CORRECTING: Tone.WARNING,
}


def report_tag(report: ClosingReport) -> Tag:
    """Return the state of a report."""
    state = ReportState(report.state)
    return Tag(str(state.label).capitalize(), _TONES[state])


def sign_off_tag(paragraph: DraftParagraph) -> Tag:
    """Return how far a paragraph is agreed to."""
    if not paragraph.responsible:
        return Tag(_("No unit answers for it"), Tone.WARNING)
    if paragraph.sign_off is None:
        return Tag(_("Not signed off yet"), Tone.WARNING)
    if not paragraph.sign_off.still_holds:
        return Tag(_("Changed since it was signed off"), Tone.WARNING)
    return Tag(_("Signed off"), Tone.SUCCESS)
