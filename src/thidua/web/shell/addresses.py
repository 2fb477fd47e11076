"""Whole addresses, as feeds, search engines and cards of other sites need them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri


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
