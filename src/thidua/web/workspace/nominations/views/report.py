"""The achievement report of a nominee as a page to be read and printed, with the tables of the register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import EDITABLE
from thidua.nominations import access
from thidua.registry.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.nominations.find import dossier_or_404, nomination_or_404
from thidua.web.workspace.nominations.names import award_names


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Show the whole report: who, the achievement, the text, and what the register knows."""
    dossier = dossier_or_404(request, code)
    row = nomination_or_404(dossier, pk)
    linked = row.person or row.unit or row.household
    context = {
        "dossier": dossier,
        "nominee": row,
        "award": award_names([row])[row.award_code],
        "is_linked": linked is not None,
        "history": history_of(linked) if linked is not None else None,
        "writes": dossier.state in EDITABLE and access.may_write(signed_in(request), dossier),
    }
    return render(request, "nominations/report.html", context)
