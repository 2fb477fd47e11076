"""Scans of papers that records name."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.access import editions_seen_by
from thidua.web.shell.access import right_required, signed_in


@right_required(Right.SEE_RECORDS)
@require_safe
def edition_decision(request: HttpRequest, pk: int) -> FileResponse:
    """Give the scanned decision on the prizes of an edition."""
    row = editions_seen_by(signed_in(request)).select_related("decision_file").filter(pk=pk).first()
    if row is None or row.decision_file is None:
        raise Http404
    file = row.decision_file
    return FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.original_name,
        content_type=file.content_type,
    )
