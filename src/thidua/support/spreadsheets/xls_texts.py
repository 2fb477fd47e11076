"""The shared texts of an XLS file: how long each is.

Source: [MS-XLS], sections 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString).
"""

from __future__ import annotations

import struct

_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08


def text_sizes(records: list[bytes]) -> list[int]:
    """Return the number of characters of each text; `records` is the SST record and those continuing it.

    Raises struct.error or IndexError when the records end too early.
    """
    if not records:
        return []
    reader = _Reader(records)
    _total, unique = struct.unpack("<II", reader.take(8))
    return [reader.skip_text() for _place in range(unique)]


class _Reader:
    """Walks over the records; a text may be cut by their borders, its characters take a new flag then."""

    def __init__(self, records: list[bytes]) -> None:
        self._records = records
        self._record = 0
        self._place = 0

    def take(self, count: int) -> bytes:
        """Return the next bytes, across a border."""
        taken = b""
        while len(taken) < count:
            self._next_if_spent()
            piece = self._records[self._record][self._place : self._place + count - len(taken)]
            self._place += len(piece)
            taken += piece
        return taken

    def skip_text(self) -> int:
        """Pass one text and return its number of characters."""
        size, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        phonetic = struct.unpack("<I", self.take(4))[0] if flags & _PHONETIC else 0
        self._skip_characters(size, 2 if flags & _WIDE else 1)
        self.take(4 * runs + phonetic)
        return int(size)

    def _skip_characters(self, left: int, width: int) -> None:
        while left:
            if self._next_if_spent():
                width = 2 if self.take(1)[0] & _WIDE else 1
            here = min(left, (len(self._records[self._record]) - self._place) // width)
            if here == 0:
                raise IndexError("a character is cut in two")
            self._place += here * width
            left -= here

    def _next_if_spent(self) -> bool:
        moved = False
        while self._place >= len(self._records[self._record]):
            self._record += 1
            self._place = 0
            moved = True
        return moved
