"""The editors' pages at the foot of the site."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.portal.queries.foot_pages import foot_pages
from thidua.web.shell import formats
from thidua.web.shell.navigation import Link


def foot_links(path: str) -> Iterator[Link]:
    """Yield a link to each page, by its English title where it has one and the reader reads English."""
    english = formats.page_language() == "en"
    for page in foot_pages():
        url = reverse("information", args=[page.slug])
        foreign = english and not page.title_en
        yield Link(
            (page.title_en if english else "") or page.title, url, url == path, "vi" if foreign else ""
        )
