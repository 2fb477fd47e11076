"""What a QR says: the proof, and where the site's address is known, the way to the page of the code."""

from __future__ import annotations

from typing import Final

from django.conf import settings

# Printed on paper, so it never changes; `web.public` answers it.
PAGE: Final = "/xac-minh/"


def qr_text(code: str, payload: str) -> str:
    """Return the text of the QR of a certificate."""
    return f"{settings.SITE_URL}{PAGE}{code}#{payload}" if settings.SITE_URL else payload
