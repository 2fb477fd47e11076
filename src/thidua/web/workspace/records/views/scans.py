"""Scans of papers that records name."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.access import editions_seen_by
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.kept_files import handed_out


@right_required(Right.SEE_RECORDS)
@require_safe
def edition_decision(request: HttpRequest, pk: int) -> FileResponse:
    """Give the scanned decision on the prizes of an edition."""
    rows = editions_seen_by(signed_in(request)).select_related("decision_file")
    return handed_out(get_object_or_404(rows, pk=pk).decision_file)
