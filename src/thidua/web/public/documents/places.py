"""The pages of documents and forms, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.portal.models import PublicDocument
from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield both lists and every published document; one query."""
    yield Place(reverse("public-documents"))
    yield Place(reverse("public-forms"))
    rows = PublicDocument.objects.live().order_by("path").values_list("slug", "last_published_at")
    for slug, changed in rows:
        yield Place(reverse("public-document", args=[slug]), changed)
