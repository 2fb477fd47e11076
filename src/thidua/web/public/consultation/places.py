"""The pages of the consultations, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.web.shell.sitemap import Place


def places() -> Iterator[Place]:
    """Yield the list alone: each consultation names people, so it stays out."""
    yield Place(reverse("consultations"))
