"""Change what a report is about, or what its paper form needs."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.models import Movement
from thidua.reports.actions.guards import locked_report, require_drafting
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport
from thidua.reports.wording import wording
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def edit_report(*, report: ClosingReport, frame: ReportFrame, version: int, by: User) -> ClosingReport:
    """Store `frame` and return the row; paragraphs that nobody edited follow the new choice of movements.

    Raises NotAllowed, Refused, EditedMeanwhile when somebody saved after `version`.
    """
    require_drafting(by, report.unit)
    values = frame.cleaned()
    values["title"] = values["title"] or report.title
    with transaction.atomic():
        locked = locked_report(report)
        before, after = list(locked.movements.order_by("starts_on", "id")), _sorted(frame)
        slugs = [row.slug for row in before], [row.slug for row in after]
        changes = apply_edit(locked, values, seen=version, lists={"movements": slugs})
        if "movements" in changes:
            locked.movements.set(after)
            _follow(locked, before, after)
        if changes:
            record(by=by, action="reports.edited", subject=locked, details=changes)
    return locked


def _sorted(frame: ReportFrame) -> list[Movement]:
    ids = [movement.pk for movement in frame.movements]
    return list(Movement.objects.filter(pk__in=ids).order_by("starts_on", "id"))


def _follow(report: ClosingReport, before: list[Movement], after: list[Movement]) -> None:
    """Write paragraphs about the movements anew where they still read as the wording made them."""
    for paragraph in report.paragraphs.all():
        worded = wording("vi").paragraph(paragraph.key)
        if worded is None or paragraph.text != worded.text_for(before):
            continue
        text = worded.text_for(after)
        if text != paragraph.text:
            paragraph.text = text
            paragraph.version += 1
            paragraph.save(update_fields=["text", "version"])
