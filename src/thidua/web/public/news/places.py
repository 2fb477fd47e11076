"""The pages of the news, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.portal.models import InformationPage
from thidua.portal.queries.articles import published_articles
from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the list, every published article and every published page; two queries."""
    yield Place(reverse("news"))
    for slug, changed in published_articles().values_list("slug", "last_published_at"):
        yield Place(reverse("article", args=[slug]), changed)
    for slug, changed in (
        InformationPage.objects.live().order_by("path").values_list("slug", "last_published_at")
    ):
        yield Place(reverse("information", args=[slug]), changed)
