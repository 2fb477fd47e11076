"""The list of closing reports."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.reports import access
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.reports.tables import REPORTS


@right_required(Right.SEE_REPORTS)
def reports(request: HttpRequest) -> HttpResponse:
    """Every report that the person may read."""
    user = signed_in(request)
    rows = access.visible_to(user).select_related("unit").annotate(version_count=Count("versions"))
    drafts = may_anywhere(user, Right.DRAFT_REPORT)
    return REPORTS.respond(request, rows, "reports/list.html", {"drafts": drafts})
