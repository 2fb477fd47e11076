"""The page under which everything editorial hangs."""

from __future__ import annotations

from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Front(Page):
    """The root of the site in the editor; the first page itself is made of records, not written."""

    max_count = 1
    private_page_options: ClassVar[list[str]] = []
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["portal.NewsIndex", "portal.DocumentIndex", "portal.InformationPage"]

    class Meta:
        verbose_name = _("public site")

    def get_url_parts(self, request: object = None) -> tuple[int, str, str] | None:
        return own_address(self, reverse("home"))


def own_address(page: Page, path: str) -> tuple[int, str, str]:
    """Return what Wagtail wants of an address: our own views serve the pages, at addresses of their own."""
    from django.conf import settings

    return (page.pk, settings.SITE_URL, path)
