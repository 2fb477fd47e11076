"""From which site a request was sent, as the browser says: for what visitors send without an account.

Such a request carries no session, so that a foreign page could win nothing by it but spoil a count or fill a queue; and
a page with a token of its own could not be kept in a cache. So the browser's own headers are asked, not a token.
"""

from __future__ import annotations

from enum import Enum
from urllib.parse import urlsplit

from django.http import HttpRequest


class SentFrom(Enum):
    """Whether a page of ours sent the request."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"  # an old browser, or a program


def sent_from(request: HttpRequest) -> SentFrom:
    """Return where the request comes from, by Sec-Fetch-Site, else by Origin."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return SentFrom.HERE if site == "same-origin" else SentFrom.ELSEWHERE
    origin = request.headers.get("Origin", "")
    if not origin:
        return SentFrom.UNKNOWN
    return SentFrom.HERE if urlsplit(origin).netloc == request.get_host() else SentFrom.ELSEWHERE
