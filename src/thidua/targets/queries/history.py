"""The history of one figure: every value there was, who brought it, and what the log says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.support.audit.models import AuditEntry
from thidua.targets.figure import Figure
from thidua.targets.models import Indicator, Observation, Plan
from thidua.targets.queries.figures import figure


@dataclass(frozen=True)
class History:
    """A figure as it is now, its values and plans from the latest to the first, and the log from the latest on."""

    figure: Figure
    unit: Unit
    values: tuple[Observation, ...]
    plans: tuple[Plan, ...]
    log: tuple[AuditEntry, ...]


def history(indicator: Indicator, unit: Unit, period: Period) -> History:
    """Return the history of a figure; eleven queries at most."""
    rows = Observation.objects.filter(
        indicator=indicator, unit=unit, starts_on=period.start, ends_on=period.end
    ).select_related("entered_by", "accepted_by", "sheet__round", "batch", "evidence", "replaced_by")
    values = tuple(rows.order_by("-accepted_at", "-pk"))
    plans = tuple(
        Plan.objects.filter(
            indicator=indicator, unit=unit, starts_on__lte=period.start, ends_on__gte=period.end
        )
        .select_related("set_by", "batch")
        .order_by("-set_at", "-pk")
    )
    return History(figure(indicator, unit, period), unit, values, plans, tuple(_log(values, plans)))


def _log(values: Iterable[Observation], plans: Iterable[Plan]) -> QuerySet[AuditEntry]:
    """The entries about the rows themselves, their sheets and their imports."""
    subjects: dict[str, set[str]] = {}
    for row in values:
        subjects.setdefault("targets.observation", set()).add(str(row.pk))
        if row.sheet_id:
            subjects.setdefault("targets.sheet", set()).add(str(row.sheet_id))
        if row.batch_id:
            subjects.setdefault("targets.importbatch", set()).add(str(row.batch_id))
    for plan in plans:
        subjects.setdefault("targets.plan", set()).add(str(plan.pk))
        if plan.batch_id:
            subjects.setdefault("targets.importbatch", set()).add(str(plan.batch_id))
    about = Q(pk__in=())
    for kind, ids in subjects.items():
        about |= Q(subject_type=kind, subject_id__in=ids)
    return AuditEntry.objects.filter(about).order_by("-sequence")
