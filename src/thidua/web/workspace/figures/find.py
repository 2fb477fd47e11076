"""The indicator, unit, figure or import that an address names, for the person who asks."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.core.periods import Period, PeriodRefused
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.targets import access
from thidua.targets.models import ImportBatch, Indicator, Observation, Plan
from thidua.web.shell.access import require_right, signed_in
from thidua.web.workspace.figures.addresses import period_of


def indicator_or_404(code: str) -> Indicator:
    """Return the indicator `code`; raises Http404."""
    return get_object_or_404(Indicator.objects.select_related("owner"), code=code)


def seen_unit(request: HttpRequest, key: str) -> Unit:
    """Return the unit `key` whose figures the person may read; raises Http404, or PermissionDenied with a sentence."""
    unit = get_object_or_404(Unit, key=key)
    require_right(request, Right.SEE_FIGURES, unit=unit)
    return unit


def period_or_404(slug: str) -> Period:
    """Return the period that an address names; raises Http404."""
    try:
        return period_of(slug)
    except PeriodRefused as refused:
        raise Http404 from refused


def observation_or_404(request: HttpRequest, pk: int) -> Observation:
    """Return a figure that the person may read; raises Http404."""
    rows = access.observations_visible_to(signed_in(request), timezone.localdate())
    return get_object_or_404(rows.select_related("indicator", "unit", "evidence"), pk=pk)


def plan_or_404(request: HttpRequest, pk: int) -> Plan:
    """Return a plan that the person may read; raises Http404."""
    rows = access.plans_visible_to(signed_in(request), timezone.localdate())
    return get_object_or_404(rows.select_related("indicator", "unit", "set_by", "batch"), pk=pk)


def batches(request: HttpRequest) -> QuerySet[ImportBatch]:
    """Return the imports that brought figures or plans of units that the person sees."""
    seen = units_where(signed_in(request), Right.SEE_FIGURES).order_by().values("pk")
    of_figures = Observation.objects.filter(unit__in=seen, batch__isnull=False).order_by().values("batch_id")
    of_plans = Plan.objects.filter(unit__in=seen, batch__isnull=False).order_by().values("batch_id")
    return ImportBatch.objects.filter(Q(pk__in=of_figures) | Q(pk__in=of_plans)).select_related(
        "imported_by", "undone_by"
    )
