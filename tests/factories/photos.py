"""Photos for the tests: real files of every kind, made here."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from pillow_heif import register_heif_opener

register_heif_opener()

RED, BLUE = (200, 30, 30), (30, 30, 200)
PLACE = {1: "N", 2: (21.0, 51.0, 10.0), 3: "E", 4: (106.0, 45.0, 40.0)}  # Lạng Sơn, as a telephone notes it


def picture(width: int = 640, height: int = 400, mode: str = "RGB") -> Image.Image:
    """Return a picture that is red in its upper half and blue in its lower half."""
    made = Image.new("RGB", (width, height), RED)
    made.paste(BLUE, (0, height // 2, width, height))
    return made.quantize() if mode == "P" else made.convert(mode)


def photo_bytes(kind: str = "JPEG", made: Image.Image | None = None, **more: Any) -> bytes:
    """Return the bytes of `made` (a small picture) as a file of `kind`."""
    file = BytesIO()
    (made or picture()).save(file, kind, **more)
    return file.getvalue()


def camera_notes(orientation: int) -> Image.Exif:
    """Return what a telephone writes beside a photo: how it was held, by which camera, and where."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "May anh cua ba Binh"
    notes.get_ifd(0x8825).update(PLACE)
    return notes


def png_bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few hundred bytes whose header says `width` × `height` pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def webp_bomb() -> bytes:
    """Return a WebP whose header says 16 384 × 16 384 pixels."""
    side = (16_383).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + side + side
    return b"RIFF" + struct.pack("<I", len(body)) + body
