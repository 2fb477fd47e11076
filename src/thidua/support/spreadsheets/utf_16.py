"""UTF-16 without its mark, as some programs save text."""

from __future__ import annotations

from typing import Final

_SAMPLE_BYTES: Final = 200_000
_SEPARATORS: Final = ("\n", ",", ";", "\t", " ")


def utf_16_without_mark(data: bytes) -> str:
    """Return «utf-16-le» or «utf-16-be» where separators and line ends are written in two bytes; "" for none."""
    if len(data) % 2 or b"\0" not in data[:4096]:
        return ""
    sample = data[:_SAMPLE_BYTES]
    for encoding in ("utf-16-le", "utf-16-be"):
        signs = {sign.encode(encoding) for sign in _SEPARATORS}
        found = sum(sample[at : at + 2] in signs for at in range(0, len(sample) - 1, 2))
        if found >= 2 and found * 100 > len(sample):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return ""
