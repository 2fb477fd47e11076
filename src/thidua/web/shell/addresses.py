"""Whole addresses, as feeds, search engines and cards of other sites need them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def whole(request: HttpRequest, path: str) -> str:
    """Return the address of `path` where the installation says that readers reach it, else where it was asked for.

    What others keep must not depend on the host that somebody wrote into a request.
    """
    return f"{settings.SITE_URL}{path}" if settings.SITE_URL else request.build_absolute_uri(path)
