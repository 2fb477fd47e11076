"""Photos that are not, or not yet, public."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thidua.movements.models import ProposedPhoto, StoryPhoto
from thidua.web.shell.photos import photo_file
from thidua.web.workspace.role_models.find import at_the_desk, proposal_or_404, role_model_or_404


@at_the_desk
@require_safe
def proposed(request: HttpRequest, pk: int, photo: int, size: str) -> HttpResponseBase:
    """Give a photo that came with a proposal."""
    row = proposal_or_404(request, pk)
    shown = get_object_or_404(ProposedPhoto.objects.select_related("photo"), pk=photo, proposal=row)
    return photo_file(shown.photo, size, public=False)


@at_the_desk
@require_safe
def told(request: HttpRequest, pk: int, photo: int, size: str) -> HttpResponseBase:
    """Give a photo of a story, for those who write it."""
    row = role_model_or_404(request, pk)
    rows = StoryPhoto.objects.select_related("photo")
    return photo_file(get_object_or_404(rows, pk=photo, story__role_model=row).photo, size, public=False)
