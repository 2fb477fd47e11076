"""Which files are taken, told by their first bytes and not by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from thidua.core.containers import parts_of


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its MIME type, and the endings a person may give it."""

    content_type: str
    endings: tuple[str, ...]


PDF: Final = FileKind("application/pdf", (".pdf",))
JPEG: Final = FileKind("image/jpeg", (".jpg", ".jpeg"))
PNG: Final = FileKind("image/png", (".png",))
DOCX: Final = FileKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
XLSX: Final = FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
XLS: Final = FileKind("application/vnd.ms-excel", (".xls",))
ODS: Final = FileKind("application/vnd.oasis.opendocument.spreadsheet", (".ods",))
CSV: Final = FileKind("text/csv", (".csv", ".txt", ".tsv"))

DOCUMENTS: Final = (PDF, JPEG, PNG, DOCX, XLSX)
# The brands of HEIF: pictures as many phones take them; a reader may not be able to open them.
_PHONE_PICTURES: Final = frozenset(
    (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
)
TABLES: Final = (XLSX, XLS, ODS, CSV, DOCX)


def recognise(data: bytes) -> FileKind | None:
    """Return the kind that the bytes themselves show, or None when it is none of ours."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"PK\x03\x04"):
        return _office_kind(data)
    return None


def is_phone_picture(data: bytes) -> bool:
    """Tell whether the bytes are those of a HEIC or AVIF picture, as telephones take them."""
    return data[4:8] == b"ftyp" and data[8:12] in _PHONE_PICTURES


def recognise_table(data: bytes) -> FileKind | None:
    """Return the kind of a table; text without zero bytes is CSV, for nothing in it says what it is."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return XLS
    if data.startswith(b"PK\x03\x04"):
        is_ods = b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]
        return ODS if is_ods else _office_kind(data)
    known = recognise(data)
    if known is not None:
        return known
    is_utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return CSV if is_utf_16 or b"\x00" not in data else None


def _office_kind(data: bytes) -> FileKind | None:
    names = {part.filename for part in parts_of(data) or ()}
    if any(name.lower().endswith("vbaproject.bin") for name in names):  # Word does not mind capitals
        return None
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    return None
