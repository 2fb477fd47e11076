"""One document or form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.portal.models import PublicDocument
from thidua.web.shell.known_parameters import knows


@knows()
@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a document as published; five queries."""
    page = get_object_or_404(PublicDocument.objects.live().select_related("replaced_by"), slug=slug)
    return render(request, PublicDocument.template, {"page": page})
