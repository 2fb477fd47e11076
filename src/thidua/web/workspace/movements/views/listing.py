"""The list of movements, and of those that do not move."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.movements import access
from thidua.movements.queries import stalled, with_counts
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.signs import SIGNS
from thidua.web.workspace.movements.tables import MOVEMENTS


@right_required(Right.SEE_MOVEMENTS)
def movements(request: HttpRequest) -> HttpResponseBase:
    """List the movements that the person may read of."""
    today = timezone.localdate()
    rows = with_counts(access.visible_to(request.user, today).select_related("launched_by"))
    may_create = may_anywhere(request.user, Right.MANAGE_MOVEMENTS)
    return MOVEMENTS.respond(request, rows, "movements/list.html", {"may_create": may_create})


@right_required(Right.MANAGE_MOVEMENTS)
def not_moving(request: HttpRequest) -> HttpResponse:
    """List the running movements without a sign of life for so many days."""
    today = timezone.localdate()
    days = settings.STALE_MOVEMENT_DAYS
    among = access.visible_to(signed_in(request), today)
    found = stalled(today=today, days=days, among=among, signs=SIGNS)
    return render(request, "movements/not_moving.html", {"rows": found, "days": days})
