"""The ZIP container of XLSX and ODS, unpacked with an eye on its real size."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from thidua.core.containers import parts_of
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.limits import MEGABYTE, Limits

_CHUNK: Final = 64 * 1024
_MAX_PARTS: Final = 5_000
_LOCAL_HEADER: Final = struct.Struct("<4s5H3L2H")


class Archive:
    """The parts of a ZIP file by name. Raises TableRefused when it is damaged, locked or a bomb.

    Nothing that the archive says of sizes is believed: each part is unpacked here once, and no program
    sees the file before its real size is known to be below the limit.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        parts = parts_of(data)
        if parts is None:
            raise file_fault(FaultCode.DAMAGED)
        self._parts = {part.filename: part for part in parts}
        # Readers differ in which of two parts they take whose names differ in case or slashes only.
        if len({_comparable(part.filename) for part in parts}) != len(parts) or len(parts) > _MAX_PARTS:
            raise file_fault(FaultCode.DAMAGED)
        if any(part.flag_bits & 0x1 for part in parts):
            raise file_fault(FaultCode.ENCRYPTED)
        self._limits = limits
        self._weigh()

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part. Raises TableRefused when there is no such part."""
        part = self._parts.get(name)
        if part is None:
            raise file_fault(FaultCode.DAMAGED)
        yield from self._unpacked(part)

    def read(self, name: str) -> bytes:
        """Return the unpacked bytes of a part."""
        return b"".join(self.chunks(name))

    def _weigh(self) -> None:
        total = 0
        for part in self._parts.values():
            size = 0
            for chunk in self._unpacked(part):
                size += len(chunk)
                total += len(chunk)
                if total > self._limits.max_unpacked_bytes:
                    raise file_fault(
                        FaultCode.UNPACKS_TOO_LARGE, limit=self._limits.max_unpacked_bytes // MEGABYTE
                    )
            if size != part.file_size:
                raise file_fault(FaultCode.DAMAGED)

    def _unpacked(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        if part.compress_type != zipfile.ZIP_DEFLATED:
            raise file_fault(FaultCode.DAMAGED)
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while packed and not inflater.eof:
                yield inflater.decompress(packed, _CHUNK)
                packed = inflater.unconsumed_tail
            yield inflater.flush()
        except zlib.error as error:
            raise file_fault(FaultCode.DAMAGED) from error

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        header = self._data[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
            raise file_fault(FaultCode.DAMAGED)
        name_length, extra_length = _LOCAL_HEADER.unpack(header)[-2:]
        start = part.header_offset + _LOCAL_HEADER.size + name_length + extra_length
        return self._data[start : start + part.compress_size]


def _comparable(name: str) -> str:
    return name.lower().replace("\\", "/").lstrip("/")
