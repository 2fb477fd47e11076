"""The pages of the good examples, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.movements.role_model_access import public_stories
from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the list and every public story; one query."""
    yield Place(reverse("role-model-stories"))
    for slug, published in public_stories().order_by("pk").values_list("slug", "published_at"):
        yield Place(reverse("role-model-story", args=[slug]), published)
