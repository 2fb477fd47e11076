"""One story, and its photos."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.movements import access
from thidua.movements.models import StoryPhoto
from thidua.movements.queries.role_models import StoryFilter, stories
from thidua.movements.role_model_access import public_stories
from thidua.web.public.role_models.names import name_of
from thidua.web.public.role_models.pictures import pictures_of
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.photos import photo_file


@knows()
@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a story as published; there is no page of one that is not, or no longer, public."""
    row = get_object_or_404(stories(StoryFilter()).prefetch_related("photos__photo"), slug=slug)
    role_model = row.role_model
    context = {
        "row": row,
        "role_model": role_model,
        "name": name_of(role_model),
        "pictures": pictures_of(row),
        "movements": access.public().filter(role_models=role_model).order_by("-starts_on", "-pk"),
    }
    return render(request, "role_models/story.html", context)


@require_safe
def photo(request: HttpRequest, pk: int, size: str) -> FileResponse:
    """Give a photo of a public story."""
    shown = get_object_or_404(StoryPhoto.objects.select_related("photo"), pk=pk, story__in=public_stories())
    return photo_file(shown.photo, size, public=True)
