"""Observations and plans as the rows behind a figure."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.core.periods import Period
from thidua.core.vietnamese.dates import format_date
from thidua.reports.figures.bound import RowReference
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation, Plan
from thidua.targets.wording import language


def row_of(row: Observation | Plan, said: str) -> RowReference:
    """Return the reference to a row whose value reads `said`."""
    origin = Provenance(row.provenance)
    if isinstance(row, Plan):
        return RowReference(
            _("plan: %(value)s") % {"value": said}, "targets.plan", str(row.pk), _plan_detail(row), origin
        )
    label = _("figure of %(period)s: %(value)s") % {"period": _period(row), "value": said}
    return RowReference(label, "targets.observation", str(row.pk), _detail(row), origin)


def former_row(row: Observation, said: str) -> RowReference:
    """Return the reference to a value that no longer counts, kept so that a correction can be seen."""
    state = ObservationState(row.state).label
    label = _("former value: %(value)s") % {"value": said}
    detail = f"{state}; {_detail(row)}".rstrip("; ")
    return RowReference(label, "targets.observation", str(row.pk), detail, Provenance(row.provenance))


def source_of(row: Observation | Plan | None) -> str:
    """Return where a row says it comes from."""
    if isinstance(row, Plan):
        return row.document
    return row.source if row else ""


def accepted_by(row: Observation | Plan | None) -> str:
    """Return who stands behind a row."""
    if isinstance(row, Plan):
        return str(row.set_by) if row.set_by else ""
    return str(row.accepted_by) if row and row.accepted_by else ""


def accepted_at(row: Observation | Plan | None) -> datetime | None:
    """Return since when a row counts."""
    if isinstance(row, Plan):
        return row.set_at
    return row.accepted_at if row else None


def _period(row: Observation) -> str:
    return Period(row.starts_on, row.ends_on).label(language())


def _detail(row: Observation) -> str:
    said = [
        _("as of %(day)s") % {"day": format_date(row.as_of)},
        _("from %(source)s") % {"source": row.source} if row.source else "",
        _("evidence: %(file)s") % {"file": row.evidence.original_name} if row.evidence else "",
        _("imported from %(file)s") % {"file": row.batch.file_name} if row.batch else "",
        row.note,
    ]
    return "; ".join(part for part in said if part)


def _plan_detail(row: Plan) -> str:
    said = [
        Period(row.starts_on, row.ends_on).label(language()),
        str(row.get_authority_display()),
        row.document,
    ]
    return "; ".join(part for part in said if part)
