"""The pages of the drives, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.contributions.models import Drive
from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the list and every drive; one query."""
    yield Place(reverse("public-gifts"))
    for slug in Drive.objects.order_by("pk").values_list("slug", flat=True):
        yield Place(reverse("public-drive", args=[slug]))
