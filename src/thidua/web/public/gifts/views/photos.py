"""The photos that show where gifts went."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thidua.contributions.queries import standing_proofs
from thidua.web.shell.photos import photo_file


@require_safe
def proof(request: HttpRequest, slug: str, pk: int, size: str) -> FileResponse:
    """Give a photo that was not struck out, of an allocation that stands."""
    row = get_object_or_404(standing_proofs(), pk=pk, allocation__drive__slug=slug)
    return photo_file(row.photo, size, public=True)
