"""Whether a voter still sees the guide to the ballot: kept in their own browser, nothing of it here."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE: Final = "huong-dan-phieu"
_READ: Final = "da-doc"
_SECONDS: Final = 400 * 24 * 3600


def is_shown(request: HttpRequest) -> bool:
    """Tell whether the guide stands open on the ballot."""
    return request.COOKIES.get(_COOKIE) != _READ and request.POST.get("lam") != _READ


def dismiss(answer: HttpResponse) -> None:
    """Let the guide stay folded from now on in this browser."""
    answer.set_cookie(
        _COOKIE,
        _READ,
        max_age=_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
