"""The container of XLS files and of locked XLSX files: Microsoft's Compound File Binary format.

Source: [MS-CFB], sections 2.2 (header), 2.3–2.5 (sectors), 2.6 (directory).
"""

from __future__ import annotations

import struct
from typing import Final

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL_STREAM: Final = 4096
_LAST_SECTOR: Final = 0xFFFFFFFA  # from here on the numbers are marks, not sectors
_ENTRY: Final = 128
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """The named streams of a compound file. Raises TableRefused when its chains lead nowhere."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._sector_size = 1 << self._number("<H", 30)
            if self._sector_size not in (512, 4096):
                raise file_fault(FaultCode.DAMAGED)
            self._fat = self._allocation_table()
            self._entries = self._directory()
        except struct.error as error:
            raise file_fault(FaultCode.DAMAGED) from error

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and folders."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """Return a stream. Raises TableRefused when there is none of that name."""
        if name not in self._entries:
            raise file_fault(FaultCode.DAMAGED)
        _kind, start, size = self._entries[name]
        if size >= _SMALL_STREAM:
            return self._chain(start)[:size]
        _root_kind, root_start, _root_size = next(
            entry for entry in self._entries.values() if entry[0] == _ROOT
        )
        small_sectors = self._chain(root_start)
        small_fat = self._numbers(self._chain(self._number("<I", 60)))
        places = _follow(small_fat, start)
        return b"".join(small_sectors[place * 64 : place * 64 + 64] for place in places)[:size]

    def _allocation_table(self) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        further = self._number("<I", 68)
        seen: set[int] = set()
        while further < _LAST_SECTOR and further not in seen:
            seen.add(further)
            listed = self._numbers(self._sector(further))
            sectors += listed[:-1]
            further = listed[-1] if listed else _LAST_SECTOR
        return [
            number
            for sector in sectors
            if sector < _LAST_SECTOR
            for number in self._numbers(self._sector(sector))
        ]

    def _directory(self) -> dict[str, tuple[int, int, int]]:
        """Return (kind, first sector, size) by name."""
        listing = self._chain(self._number("<I", 48))
        entries = {}
        for place in range(0, len(listing) - _ENTRY + 1, _ENTRY):
            entry = listing[place : place + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<II", entry, 116)
            name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind:
                entries[name] = (kind, start, size)
        if not any(kind == _ROOT for kind, _start, _size in entries.values()):
            raise file_fault(FaultCode.DAMAGED)
        return entries

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(sector) for sector in _follow(self._fat, start))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_size
        return self._data[start : start + self._sector_size]

    def _numbers(self, sector: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))

    def _number(self, form: str, offset: int) -> int:
        found: int = struct.unpack_from(form, self._data, offset)[0]
        return found


def _follow(table: list[int], start: int) -> list[int]:
    """Return the sectors of a chain. Raises TableRefused when it runs in a circle or out of the table."""
    places: list[int] = []
    while start < _LAST_SECTOR:
        if start >= len(table) or len(places) > len(table):
            raise file_fault(FaultCode.DAMAGED)
        places.append(start)
        start = table[start]
    return places
