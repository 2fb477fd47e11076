"""The newest articles on the first page."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.portal.models import Article
from thidua.web.shell import formats
from thidua.web.shell.front_page import Block, Line

MOST: Final = 6


def newest_articles(today: date) -> Block | None:
    """Return the newest articles; one query."""
    rows = Article.objects.live().filter(published_on__lte=today).order_by("-published_on", "-pk")[:MOST]
    lines = tuple(
        Line(
            title=(row.title_en if formats.page_language() == "en" else "") or row.title,
            url=reverse("article", args=[row.slug]),
            note=formats.day(row.published_on),
            language="" if formats.page_language() == "vi" or row.title_en else "vi",
        )
        for row in rows
    )
    return Block(_("News"), lines, _("All news"), reverse("news")) if lines else None
