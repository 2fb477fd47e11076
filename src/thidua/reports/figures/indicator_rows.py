"""Values and plans as the rows behind a figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.reports.figures.bound import RowReference
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState
from thidua.targets.measured import Measured, Planned
from thidua.targets.models import Indicator, Observation
from thidua.targets.wording import language


def row_of(
    part: Measured | Planned, said: str, indicator: Indicator, own: Mapping[int, Observation]
) -> RowReference:
    """Return the reference to what a value that reads `said` was read from; a sum leads to its indicator."""
    if isinstance(part, Planned):
        label = _("plan: %(value)s") % {"value": said}
        [pk] = part.plan_ids[:1] or (0,)
        target = ("targets.indicator", indicator.pk) if part.is_sum else ("targets.plan", pk)
        return RowReference(label, target[0], str(target[1]), _plan_detail(part), part.provenance)
    label = _("figure of %(period)s: %(value)s") % {"period": part.period.label(language()), "value": said}
    row = own.get(part.observation_ids[0]) if len(part.observation_ids) == 1 else None
    if row is None:
        detail = _("sum of the figures of %(count)s units below") % {"count": part.parts}
        return RowReference(label, "targets.indicator", str(indicator.pk), detail, part.provenance)
    return RowReference(label, "targets.observation", str(row.pk), _detail(row), part.provenance)


def former_row(row: Observation, said: str) -> RowReference:
    """Return the reference to a value that no longer counts, kept so that a correction can be seen."""
    state = ObservationState(row.state).label
    label = _("former value: %(value)s") % {"value": said}
    detail = f"{state}; {_detail(row)}".rstrip("; ")
    return RowReference(label, "targets.observation", str(row.pk), detail, Provenance(row.provenance))


def source_of(part: Measured | Planned | None) -> str:
    """Return where a value or a plan says it comes from."""
    if isinstance(part, Planned):
        return part.document
    return part.source if part else ""


def accepted_by(part: Measured | Planned | None) -> str:
    """Return who stands behind a value or a plan."""
    if isinstance(part, Planned):
        return part.set_by
    return part.accepted_by if part else ""


def accepted_at(part: Measured | Planned | None) -> datetime | None:
    """Return since when a value or a plan counts."""
    if isinstance(part, Planned):
        return part.set_at
    return part.accepted_at if part else None


def _detail(row: Observation) -> str:
    said = [
        _("as of %(day)s") % {"day": format_date(row.as_of)},
        _("from %(source)s") % {"source": row.source} if row.source else "",
        _("evidence: %(file)s") % {"file": row.evidence.original_name} if row.evidence else "",
        _("imported from %(file)s") % {"file": row.batch.file_name} if row.batch else "",
        row.note,
    ]
    return "; ".join(part for part in said if part)


def _plan_detail(plan: Planned) -> str:
    said = [plan.period.label(language()), str(plan.authority.label), plan.document]
    if plan.is_sum:
        said.append(_("sum of the plans of %(count)s units below") % {"count": plan.parts})
    return "; ".join(part for part in said if part)
