"""What an article tells to machines: structured data and the card that others show of it."""

from __future__ import annotations

import json
from typing import Final

from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from thidua.orgs.queries.site_identity import identity_now
from thidua.portal.models import Article
from thidua.web.public.news.words import Words
from thidua.web.shell.addresses import whole_on

_PHOTO: Final = "width-1200|format-jpeg"
# Inside <script> only these could end it, or start a comment.
_ESCAPES: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def address_of(site: str, page: Article, language: str) -> str:
    """Return the whole address of an article in a language, on `site` (`shell.addresses.site_of`)."""
    path = translate_url(reverse("article", args=[page.slug]), language)
    return whole_on(site, path)


def photo_address(site: str, page: Article) -> str:
    """Return the whole address of the article's photo; empty without one."""
    if page.photo is None:
        return ""
    url = page.photo.get_rendition(_PHOTO).url
    return whole_on(site, url)


def structured_data(site: str, page: Article, words: Words) -> SafeString:
    """Return the article as NewsArticle of schema.org: a block of data, which no policy on scripts stops."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": words.title,
        "description": words.lead,
        "inLanguage": words.language,
        "datePublished": page.published_on.isoformat(),
        "author": {"@type": "Person", "name": page.author},
        "sourceOrganization": {"@type": "GovernmentOrganization", "name": page.issued_by},
        "publisher": _publisher(site, words.language),
        "mainEntityOfPage": address_of(site, page, words.language),
    }
    if page.last_published_at is not None:
        data["dateModified"] = page.last_published_at.isoformat(timespec="seconds")
    if photo := photo_address(site, page):
        data["image"] = [photo]
    notes = [f"{one.corrected_on.isoformat()}: {one.note}" for one in page.corrections.all()]
    if notes:
        data["correction"] = notes
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


def _publisher(site: str, language: str) -> dict[str, object]:
    """Return who answers for the site, with its emblem where it has one."""
    office = identity_now(language)
    told: dict[str, object] = {"@type": "GovernmentOrganization", "name": office.office}
    if office.superior:
        told["parentOrganization"] = {"@type": "GovernmentOrganization", "name": office.superior}
    if office.emblem_key:
        told["logo"] = whole_on(site, reverse("emblem", args=[office.emblem_key]))
    return told
