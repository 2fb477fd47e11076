"""The list of units."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.units.tables.units import NAMED, OF_A_DAY, UnitFilters, units_named, units_of


@right_required(Right.SEE_WORKSPACE)
@require_safe
def unit_list(request: HttpRequest) -> HttpResponse:
    """Show the units of a day; a name alone is looked for among those of every time."""
    asked = UnitFilters(request.GET).answers()
    context: dict[str, Any] = {
        "may_create": may_anywhere(signed_in(request), Right.MANAGE_UNITS),
        "day": asked.get("ngay") or timezone.localdate(),
        "of_every_time": "q" in asked and "ngay" not in asked,
    }
    if context["of_every_time"]:
        return NAMED.respond(request, units_named(asked["q"]), "units/list.html", context)
    return OF_A_DAY.respond(request, units_of(context["day"]), "units/list.html", context)
