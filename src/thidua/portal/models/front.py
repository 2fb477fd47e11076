"""The page under which everything editorial hangs."""

from __future__ import annotations

from django.urls import reverse
from wagtail.models import Page


class Front(Page):
    """The root of the site in the editor; the first page itself is made of records, not written."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["portal.NewsIndex", "portal.InformationPage"]

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("home"))


def own_address(page: Page, path: str) -> tuple[int, str, str]:
    """Return what Wagtail wants of an address: our own views serve the pages, at addresses of their own."""
    from django.conf import settings

    return (page.pk, settings.SITE_URL, path)
