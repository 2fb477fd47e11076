"""The list of a kind of record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.htmx import asks_for
from thidua.web.workspace.records.record_kind import RecordKind


@right_required(Right.SEE_RECORDS)
@require_safe
def record_list(request: HttpRequest, kind: RecordKind) -> HttpResponse:
    """Show the records that the person may see, filtered and sorted by the address, or download them all."""
    require_right(request, kind.reading)
    user = signed_in(request)
    rows = kind.rows(user)
    context: dict[str, object] = {"kind": kind, "may_add": may_anywhere(user, kind.right)}
    if not asks_for(request, kind.table.name):
        matching = kind.table.filters(request.GET).applied_to(rows) if kind.table.filters else rows
        context |= kind.beside_list(matching)
    return kind.table.respond(request, rows, kind.list_template, context)
