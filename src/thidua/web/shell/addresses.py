"""Addresses: whole, as feeds, search engines and cards of other sites need them, and in other languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language

MOST_KNOWN: Final = 2000  # paths; only paths that answer are asked for often


def site_of(request: HttpRequest) -> str:
    """Return where the installation says that readers reach the site, else where it was asked for; no slash behind.

    What others keep must not depend on the host that somebody wrote into a request.
    """
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


def whole(request: HttpRequest, path: str) -> str:
    """Return the address of `path` on that site."""
    return whole_on(site_of(request), path)


def whole_on(site: str, path: str) -> str:
    """Return the address of `path` on `site` (`site_of`)."""
    return f"{site}{iri_to_uri(path)}"


def in_language(address: str, language: str) -> str:
    """Return the address of the same page in another language, its query kept; itself where no page answers."""
    path, mark, query = address.partition("?")
    return _path_in(path, get_language(), language) + mark + query


@lru_cache(MOST_KNOWN)  # the same for everybody: looking through all addresses, twice a page, would be waste
def _path_in(path: str, spoken: str | None, language: str) -> str:
    """Return `path`, which is resolved while `spoken` is the language in force, in `language`."""
    return str(translate_url(path, language))
