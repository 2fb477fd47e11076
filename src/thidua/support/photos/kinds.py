"""Which pictures are taken as photos, told by their first bytes; and how large they are, before any decoding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class PhotoKind:
    """A kind of picture: its name in Pillow, its name for people, and the endings a person may give it."""

    decoder: str
    name: str
    endings: tuple[str, ...]


JPEG: Final = PhotoKind("JPEG", "JPG", (".jpg", ".jpeg", ".jfif"))
PNG: Final = PhotoKind("PNG", "PNG", (".png",))
WEBP: Final = PhotoKind("WEBP", "WEBP", (".webp",))
HEIC: Final = PhotoKind("HEIF", "HEIC", (".heic", ".heif"))

PHOTOS: Final = (JPEG, PNG, WEBP, HEIC)
_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def recognise(data: bytes) -> PhotoKind | None:
    """Return the kind that the bytes themselves show, or None when it is none of ours."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return HEIC
    return None


def size_of_webp(data: bytes) -> tuple[int, int]:
    """Return width and height as the header of a WebP says, (0, 0) where it says nothing (RFC 9649).

    Pillow asks for the memory of the whole picture when it opens one, so its size is read before.
    """
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        return 0, 0
    if chunk == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        sides = (int.from_bytes(body[6:8], "little"), int.from_bytes(body[8:10], "little"))
        return sides[0] & 0x3FFF, sides[1] & 0x3FFF
    return 0, 0
