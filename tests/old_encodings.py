"""Texts as programs of former years wrote them."""

from __future__ import annotations

import unicodedata


def in_windows_1258(text: str) -> bytes:
    """Return letters that the code page has, tone marks behind the others."""
    coded = b""
    for letter in text:
        try:
            coded += letter.encode("cp1258")
        except UnicodeEncodeError:
            *base, tone = unicodedata.normalize("NFD", letter)
            if tone in "\u0302\u0306\u031b":
                base, tone = [base[0], tone], base[1]
            coded += unicodedata.normalize("NFC", "".join(base)).encode("cp1258") + tone.encode("cp1258")
    return coded
