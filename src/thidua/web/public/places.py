"""The pages of the public site, for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from thidua.movements import access
from thidua.web.shell.sitemap import Place

STANDING: Final = (
    "home",
    "public-movements",
    "check-certificate",
    "open-data",
    "about",
    "accessibility",
    "privacy",
)


def places() -> Iterator[Place]:
    """Yield the standing pages and every movement that everybody may read of; one query."""
    for name in STANDING:
        yield Place(reverse(name))
    for slug in access.public().order_by("pk").values_list("slug", flat=True):
        yield Place(reverse("public-movement", args=[slug]))
