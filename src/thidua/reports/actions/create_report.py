"""Begin a closing report: a draft in the Board's own wording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from thidua.accounts.models import User
from thidua.movements.slugs import free_slug
from thidua.orgs.models import Unit
from thidua.orgs.queries import name_as_of
from thidua.reports.actions.guards import require_drafting
from thidua.reports.frame import ReportFrame
from thidua.reports.models import ClosingReport, Paragraph
from thidua.reports.wording import wording
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance

if TYPE_CHECKING:
    from thidua.movements.models import Movement


def create_report(
    *,
    frame: ReportFrame,
    unit: Unit,
    issuer: Unit,
    by: User,
    responsible: Mapping[str, Unit] | None = None,
    slug: str = "",
    provenance: str = Provenance.RECORDED,
) -> ClosingReport:
    """Write the draft and return it.

    `responsible` maps fields of work to the units that answer for their paragraphs. Raises NotAllowed, Refused.
    """
    require_drafting(by, unit)
    values = frame.cleaned()
    worded = wording("vi")
    if not values["title"]:
        name = name_as_of(unit, frame.as_of).in_address
        values["title"] = worded.title.format(year=frame.year, unit=name)
    with transaction.atomic():
        report = ClosingReport(
            slug=free_slug(ClosingReport, slug, str(values["title"]), otherwise="bao-cao"),
            unit=unit,
            issuer=issuer,
            provenance=provenance,
            **values,
        )
        report.save(force_insert=True)
        report.movements.set(frame.movements)
        Paragraph.objects.bulk_create(_paragraphs(report, _in_order(frame), responsible or {}))
        movements = [movement.slug for movement in _in_order(frame)]
        details = {"slug": report.slug, "unit": unit.key, "movements": movements}
        record(by=by, action="reports.created", subject=report, details=details)
    return report


def _in_order(frame: ReportFrame) -> list[Movement]:
    """Return the movements by their beginning, those without one last."""
    return sorted(
        frame.movements,
        key=lambda movement: (movement.starts_on is None, movement.starts_on or 0, movement.pk),
    )


def _paragraphs(
    report: ClosingReport, movements: list[Movement], responsible: Mapping[str, Unit]
) -> list[Paragraph]:
    return [
        Paragraph(
            report=report,
            order=order,
            key=paragraph.key,
            section=paragraph.section,
            heading=paragraph.heading,
            text=paragraph.text_for(movements),
            field=paragraph.field,
            responsible=responsible.get(paragraph.field) if paragraph.field else None,
        )
        for order, paragraph in enumerate(wording("vi").paragraphs, start=1)
    ]
