"""Numbers of rows, as an address or a form names them."""

from __future__ import annotations

from typing import Final

MOST_DIGITS: Final = 18  # whatever has more fits into no column


def key_of(typed: object) -> int | None:
    """Return the key that was meant; None for other signs, digits of other scripts, endless numbers."""
    text = str(typed)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
