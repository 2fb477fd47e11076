"""Papers are looked at before they are kept: what cannot be opened later is told at once."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Final

from django.utils.translation import gettext as _
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from thidua.core.containers import parts_of
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG, FileKind, is_phone_picture, recognise
from thidua.support.refusals import Refused

TAKEN: Final[tuple[FileKind, ...]] = (PDF, JPEG, PNG, DOCX)
MOST_PAGES: Final = 200
MOST_UNPACKED: Final = 200 * 1024 * 1024  # bytes
MOST_TIMES: Final = 200  # unpacked against packed: papers stay below 30
MOST_PIXELS: Final = 80_000_000
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc and of locked .docx
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def require_readable(data: bytes, name: str, *, field: str = "file") -> None:
    """Raise Refused on `field` for a paper that is locked, swollen, endless or damaged; told in a sentence."""
    sentence = _fault(data)
    if sentence:
        raise Refused({field: f"“{name}”: {sentence}"})


def _fault(data: bytes) -> str:
    if data.startswith(_OLD_OFFICE):
        if _LOCKED in data:
            return _("the document is locked with a password. Save it without a password and send it again.")
        return _("this is an old Word file. Save it as DOCX or PDF and send it again.")
    if is_phone_picture(data):
        return _(
            "this is a HEIC picture, which only some devices can open. On an iPhone choose Settings, Camera, Formats, "
            "Most Compatible, and take the picture again; or send it as JPG."
        )
    kind = recognise(data)
    if kind is PDF:
        return _fault_of_pdf(data)
    if kind is PNG:
        return _fault_of_size(*struct.unpack(">II", data[16:24])) if len(data) >= 24 else _damaged()
    if data.startswith(b"PK\x03\x04"):
        return _fault_of_container(data)
    return ""


def _fault_of_pdf(data: bytes) -> str:
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            return _("the PDF is locked with a password. Save it without a password and send it again.")
        pages = int(reader.root["/Pages"]["/Count"])
    except (PdfError, KeyError, ValueError, TypeError, IndexError, RecursionError, OSError):
        return _damaged()
    if pages > MOST_PAGES:
        return _(
            "it has %(pages)s pages; at most %(most)s are taken. Send only the pages that prove something."
        ) % {
            "pages": pages,
            "most": MOST_PAGES,
        }
    return ""


def _fault_of_container(data: bytes) -> str:
    parts = parts_of(data)
    if parts is None:
        return _damaged()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED or unpacked > MOST_TIMES * len(data):
        return _("it grows far beyond its size when opened, so it is not taken. Save it again as PDF.")
    return ""


def _fault_of_size(width: int, height: int) -> str:
    if width * height > MOST_PIXELS:
        return _("the picture is too large to open. Take it again with a lower resolution.")
    return ""


def _damaged() -> str:
    return _("the file is damaged and cannot be opened. Scan or save it again.")
