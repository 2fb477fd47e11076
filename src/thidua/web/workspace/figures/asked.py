"""What a link brings along to a form: an indicator, a unit, a period."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest

from thidua.core.periods import PeriodRefused
from thidua.orgs.models import Unit
from thidua.targets.models import Indicator
from thidua.web.workspace.figures.addresses import period_of

ABOUT: Final = ("indicator", "unit", "period")


def asked_in(request: HttpRequest) -> dict[str, Any]:
    """Return the parts of the address that are understood, named as the fields of the forms."""
    found: dict[str, Any] = {
        "indicator": Indicator.objects.filter(code=request.GET.get("chitieu", "")).first(),
        "unit": Unit.objects.filter(key=request.GET.get("donvi", "")).first(),
    }
    try:
        found["period"] = period_of(request.GET.get("ky", ""))
    except PeriodRefused:
        found["period"] = None
    return {name: value for name, value in found.items() if value is not None}
