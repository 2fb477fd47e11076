"""The sheets of the units one works for."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.targets import access
from thidua.targets.queries.completeness import sheet_rows
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.targets.find import own_units
from thidua.web.workspace.targets.tables.sheets import SHEETS


@right_required(Right.REPORT_FIGURES)
def mine(request: HttpRequest) -> HttpResponseBase:
    """List the sheets of one's own units, the newest round first."""
    units = own_units(request, Right.REPORT_FIGURES)
    visible = access.sheets_visible_to(signed_in(request), timezone.localdate())
    rows = sheet_rows(visible.filter(unit__in=units)).select_related("round__opened_by", "unit")
    return SHEETS.respond(request, rows, "targets/mine.html")
