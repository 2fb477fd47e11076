"""Single rows as the parts of a figure."""

from __future__ import annotations

from thidua.core.indicators import Comparator
from thidua.core.periods import Period
from thidua.support.provenance import Provenance
from thidua.targets.enums import PlanAuthority
from thidua.targets.measured import Measured, Planned
from thidua.targets.models import Observation, Plan


def measured_from(row: Observation) -> Measured:
    """Return an observation, read with its `accepted_by`, as a measured value."""
    return Measured(
        value=row.value,
        period=Period(row.starts_on, row.ends_on),
        as_of=row.as_of,
        comparator=Comparator(row.comparator),
        numerator=None if row.numerator is None else int(row.numerator),
        denominator=None if row.denominator is None else int(row.denominator),
        source=row.source,
        note=row.note,
        accepted_by=str(row.accepted_by or ""),
        accepted_at=row.accepted_at,
        provenance=Provenance(row.provenance),
        observation_ids=(row.pk,),
    )


def planned_from(row: Plan) -> Planned:
    """Return a plan, read with its `set_by`, as a planned value."""
    return Planned(
        value=row.value,
        period=Period(row.starts_on, row.ends_on),
        authority=PlanAuthority(row.authority),
        document=row.document,
        set_by=str(row.set_by or ""),
        set_at=row.set_at,
        provenance=Provenance(row.provenance),
        plan_ids=(row.pk,),
    )
