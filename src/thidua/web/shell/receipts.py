"""The receipt of what a visitor sent: its code is a secret, so it travels in a cookie and never in an address.

Addresses stay in the history of a browser that others use, in the logs of servers on the way, and in what is copied to
others. The cookie is signed, closed to scripts, and gone after a day.
"""

from __future__ import annotations

from typing import Final

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

KEPT: Final = 24 * 3600  # seconds in which the receipt opens again
_LONGEST: Final = (
    41  # signs; one more than any code may be typed with, so that what is too long is told as such
)
NO_RECEIPT: Final = "khong-co-bien-nhan"
_COOKIE: Final = "bien-nhan-"


def sent_on(
    request: HttpRequest, kind: str, code: str, page: str, *of: object, seconds: int = KEPT
) -> HttpResponse:
    """Lead to the page that shows the code, by the name of its address; `kind` names the page's own cookie."""
    response = HttpResponseRedirect(reverse(page, args=of))
    signed = signing.dumps(code[:_LONGEST], salt=f"receipt:{kind}")
    response.set_cookie(
        _COOKIE + kind,
        signed,
        max_age=seconds,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def code_on(request: HttpRequest, kind: str, seconds: int = KEPT) -> str:
    """Return the code of the receipt that this browser was given; "" when it has none, or it is too old."""
    try:
        code: str = signing.loads(
            request.COOKIES.get(_COOKIE + kind, ""), salt=f"receipt:{kind}", max_age=seconds
        )
    except signing.BadSignature:
        return ""
    return code


def ask_for_code() -> HttpResponse:
    """Lead a browser that has no receipt to where any code is taken; the flag lets that page say what may be wrong."""
    return HttpResponseRedirect(f"{reverse('follow-up')}?{NO_RECEIPT}=1")


def forget(response: HttpResponse, kind: str) -> None:
    """Take the receipt from the browser."""
    response.delete_cookie(_COOKIE + kind, samesite="Lax")
