"""The pages of the look-up, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the search alone: answers and decisions name people, so they stay out."""
    yield Place(reverse("lookup"))
