"""What every write of the reports room asks first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.reports import access
from thidua.reports.models import ClosingReport, Paragraph
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def require_drafting(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may write reports about `unit`."""
    if not access.may_draft(by, unit):
        raise NotAllowed(_("Only officers of the Board and editors write closing reports."))


def locked_report(report: ClosingReport, *, seen: int | None = None) -> ClosingReport:
    """Return the report locked for a change; raises Refused when it is frozen or was changed after `seen`."""
    locked = (
        ClosingReport.objects.select_for_update(of=("self",))
        .select_related("unit", "issuer")
        .get(pk=report.pk)
    )
    if not access.is_open(locked):
        raise Refused(_("The report is frozen. Reopen it for a correction first."))
    if seen is not None and seen != locked.version:
        raise EditedMeanwhile(
            {"": [_("Somebody else has changed the report meanwhile. Look at it again before you go on.")]},
            locked.version,
        )
    return locked


def locked_paragraph(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph locked for a change; raises Refused when its report is frozen."""
    locked_report(paragraph.report)
    return (
        Paragraph.objects.select_for_update(of=("self",))
        .select_related("report__unit", "report__issuer", "responsible")
        .get(pk=paragraph.pk)
    )
