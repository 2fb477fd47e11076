"""Light or dark: the device's choice, unless the reader chose otherwise."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse

COOKIE = "giao-dien"
ONE_YEAR = 365 * 24 * 3600


class Theme(StrEnum):
    """Which colours the pages have."""

    DEVICE = "device"
    LIGHT = "light"
    DARK = "dark"


def theme_of(request: HttpRequest) -> Theme:
    """Return the reader's choice; anything unknown in the cookie is the device's."""
    kept = request.COOKIES.get(COOKIE, "")
    return Theme(kept) if kept in set(Theme) else Theme.DEVICE


def keep_theme(response: HttpResponse, theme: Theme) -> None:
    """Keep the choice on the reader's device for a year."""
    if theme is Theme.DEVICE:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(COOKIE, theme.value, max_age=ONE_YEAR, samesite="Lax", httponly=True)
