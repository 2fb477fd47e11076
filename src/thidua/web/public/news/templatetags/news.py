"""Tags of the news; they serve the page and its preview on the desk alike."""

from __future__ import annotations

from typing import Any

from django.template import Library
from django.urls import reverse

from thidua.portal.models import Article, InformationPage
from thidua.web.public.news import structured
from thidua.web.public.news.words import Words, headline_of, words_of

register = Library()


@register.simple_tag(name="words_of")
def words(page: Article | InformationPage) -> Words:
    """`{% words_of page as words %}`: title, lead and language for this reader."""
    return words_of(page)


@register.filter
def headline(page: Article) -> Words:
    """`{% with words=page|headline %}`: what a list shows."""
    return headline_of(page)


@register.inclusion_tag("news/head.html")
def article_head(page: Article, site: str) -> dict[str, Any]:
    """`{% article_head page frame.site %}`: what the head of an article's page tells to machines."""
    told = words_of(page)
    return {
        "page": page,
        "words": told,
        "address": structured.address_of(site, page, told.language),
        "photo": structured.photo_address(site, page),
        "data": structured.structured_data(site, page, told),
        "feed": reverse("news-feed"),
    }


@register.simple_tag
def article_address(page: Article, site: str) -> str:
    """`{% article_address page frame.site as address %}`: the whole address in the reader's language, to hand on."""
    return structured.address_of(site, page, words_of(page).language)
