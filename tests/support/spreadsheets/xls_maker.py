"""A writer of the smallest XLS files: the format is old, and no package here writes it.

Source: [MS-CFB] and [MS-XLS]; one stream of at least 4,096 bytes, so that no short sectors are needed.
"""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
VISIBLE, HIDDEN = 0, 1


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def bof(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def shared_text(row: int, column: int, index: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, index))


def formula(row: int, column: int, value: float) -> bytes:
    return record(0x0006, struct.pack("<HHHdHI", row, column, 0, value, 0, 0) + struct.pack("<H", 0))


def error(row: int, column: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, 0x2A, 1))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0x00E5, struct.pack("<5H", 1, top, bottom, left, right))


def dimensions(rows: int, columns: int) -> bytes:
    return record(0x0200, struct.pack("<IIHHH", 0, rows, 0, columns, 0))


def texts(words: list[str], cut: int | None = None) -> bytes:
    """The shared texts; with `cut`, the record is continued in another after so many bytes of the last text."""
    body = struct.pack("<II", len(words), len(words))
    for word in words:
        body += struct.pack("<HB", len(word), 1) + word.encode("utf-16-le")
    if cut is None:
        return record(0x00FC, body)
    return record(0x00FC, body[:-cut]) + record(0x003C, b"\x01" + body[-cut:])


def workbook(
    sheets: dict[str, bytes], shared: bytes = b"", *, extra: bytes = b"", hidden: tuple[str, ...] = ()
) -> bytes:
    """The workbook's stream: the records of each sheet by its name."""
    names = [name.encode("utf-16-le") for name in sheets]
    head = bof(0x0005) + record(0x0042, struct.pack("<H", 1200)) + extra
    tail = shared + record(0x000A)
    start = len(head) + sum(4 + 8 + len(name) for name in names) + len(tail)
    entries = b""
    bodies = b""
    for title, name, cells in zip(sheets, names, sheets.values(), strict=True):
        state = HIDDEN if title in hidden else VISIBLE
        entries += record(0x0085, struct.pack("<IBBBB", start + len(bodies), state, 0, len(title), 1) + name)
        bodies += bof(0x0010) + cells + record(0x000A)
    return head + entries + tail + bodies


def compound_file(stream: bytes, name: str = "Workbook", *, beside: tuple[str, ...] = ()) -> bytes:
    """The container with one stream, and empty streams of the names `beside` it."""
    stream = stream.ljust(4096, b"\x00")
    sectors = -(-len(stream) // SECTOR)
    listing = _entry("Root Entry", 5, END, 0, child=1)
    listing += _entry(name, 2, 2, len(stream), right=2 if beside else FREE)
    for place, other in enumerate(beside):
        listing += _entry(other, 2, END, 0, right=3 + place if place + 1 < len(beside) else FREE)
    directory_sectors = -(-len(listing) // SECTOR)
    listing = listing.ljust(directory_sectors * SECTOR, b"\x00")
    # Sector 0: allocation table; 1: directory; from 2 on the stream; the directory's overflow at the end.
    chain = [FAT, END if directory_sectors == 1 else 2 + sectors]
    chain += [*range(3, 2 + sectors), END]
    chain += [*range(3 + sectors, 1 + sectors + directory_sectors), END][: directory_sectors - 1]
    assert len(chain) <= SECTOR // 4
    chain += [FREE] * (SECTOR // 4 - len(chain))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack(f"<{len(chain)}I", *chain)
    first, rest = listing[:SECTOR], listing[SECTOR:]
    return header + table + first + stream.ljust(sectors * SECTOR, b"\x00") + rest


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\x00\x00"
    head = written.ljust(64, b"\x00") + struct.pack("<HBB", len(written), kind, 1)
    return head + struct.pack("<III", FREE, right, child) + b"\x00" * 36 + struct.pack("<IQ", start, size)
