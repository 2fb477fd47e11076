"""Add, move and remove paragraphs."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import FieldOfWork
from thidua.orgs.models import Unit
from thidua.reports.actions.guards import locked_paragraph, locked_report, require_drafting
from thidua.reports.actions.paragraph_text import checked_text
from thidua.reports.models import ClosingReport, Paragraph
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def add_paragraph(
    *,
    report: ClosingReport,
    text: str,
    by: User,
    after: Paragraph | None = None,
    heading: str = "",
    section: str = "",
    field: str = "",
    responsible: Unit | None = None,
) -> Paragraph:
    """Add a paragraph behind `after` (None: at the beginning) and return it; raises NotAllowed, Refused."""
    require_drafting(by, report.unit)
    if field and field not in FieldOfWork.values:
        raise Refused({"field": _("Choose a field from the list.")})
    with transaction.atomic():
        locked = locked_report(report)
        values = {"heading": clean_line(heading), "section": clean_line(section)}
        if faults := misfits(Paragraph, values):
            raise Refused(faults)
        checked = checked_text(locked, text)
        place = (after.order if after else 0) + 1
        _make_room(locked, place)
        paragraph = Paragraph(
            report=locked,
            order=place,
            key=_free_key(locked),
            text=checked,
            field=field,
            responsible=responsible,
            edited_at=timezone.now(),
            edited_by=by,
            **values,
        )
        paragraph.save(force_insert=True)
        record(by=by, action="reports.paragraph_added", subject=paragraph, details={"text": checked})
    return paragraph


def move_paragraph(*, paragraph: Paragraph, up: bool, by: User) -> None:
    """Let a paragraph change places with the one before or behind it; at the edge nothing happens."""
    require_drafting(by, paragraph.report.unit)
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        others = locked.report.paragraphs.exclude(pk=locked.pk)
        before, behind = others.filter(order__lt=locked.order), others.filter(order__gt=locked.order)
        other = before.order_by("-order").first() if up else behind.order_by("order").first()
        if other is None:
            return
        first, second = locked.order, other.order
        _place(locked, _last(locked.report) + 1)  # two paragraphs never stand in one place
        _place(other, first)
        _place(locked, second)
        record(by=by, action="reports.paragraph_moved", subject=locked, details={"order": [first, second]})


def remove_paragraph(*, paragraph: Paragraph, by: User) -> None:
    """Take a paragraph out of the report; the audit log keeps its text."""
    require_drafting(by, paragraph.report.unit)
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        details = {"paragraph": str(locked), "text": locked.text}
        locked.delete()
        record(by=by, action="reports.paragraph_removed", subject=paragraph.report, details=details)


def _make_room(report: ClosingReport, place: int) -> None:
    """Move every paragraph from `place` on one place back, the last first: no two ever share a place."""
    behind = report.paragraphs.filter(order__gte=place).order_by("-order")
    for paragraph in behind:
        Paragraph.objects.filter(pk=paragraph.pk).update(order=F("order") + 1)


def _place(paragraph: Paragraph, order: int) -> None:
    paragraph.order = order
    paragraph.save(update_fields=["order"])


def _last(report: ClosingReport) -> int:
    return report.paragraphs.aggregate(last=Max("order"))["last"] or 0


def _free_key(report: ClosingReport) -> str:
    taken = set(report.paragraphs.values_list("key", flat=True))
    return next(key for number in range(1, len(taken) + 2) if (key := f"added-{number}") not in taken)
