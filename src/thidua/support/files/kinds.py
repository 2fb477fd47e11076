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
CSV: Final = FileKind("text/csv", (".csv", ".txt"))

DOCUMENTS: Final = (PDF, JPEG, PNG, DOCX, XLSX)


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


def _office_kind(data: bytes) -> FileKind | None:
    names = {part.filename for part in parts_of(data) or ()}
    if any(name.lower().endswith("vbaproject.bin") for name in names):  # Word does not mind capitals
        return None
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    return None
