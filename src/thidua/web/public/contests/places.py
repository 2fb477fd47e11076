"""The pages of prizes and contests, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.contests.queries.published import public_editions
from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the list and every edition that everybody may read of; one query."""
    yield Place(reverse("contests"))
    for pk in public_editions().values_list("pk", flat=True):
        yield Place(reverse("contest", args=[pk]))
