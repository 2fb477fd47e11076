"""What kind of file the bytes themselves show."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import Final

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.compound_file import SIGNATURE, CompoundFile
from thidua.support.spreadsheets.faults import TableRefused, file_fault
from thidua.support.spreadsheets.utf_16 import utf_16_without_mark


class TableKind(StrEnum):
    """The kinds that are read."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    CSV = "CSV"


ENDINGS: Final = {
    ".xlsx": TableKind.XLSX,
    ".xls": TableKind.XLS,
    ".ods": TableKind.ODS,
    ".csv": TableKind.CSV,
    ".txt": TableKind.CSV,
    ".tsv": TableKind.CSV,
}
_OTHER_EXCEL: Final = {".xlsm", ".xlsb", ".xltx", ".xltm", ".xlt"}
_SIGNATURES: Final = (
    (b"%PDF-", "PDF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"MZ", "EXE"),
)
BINARY: Final = "BIN"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def claimed_kind(name: str) -> TableKind:
    """Return what the name says. Raises TableRefused when it is the name of no table."""
    ending = PurePath(name.replace("\\", "/")).suffix.lower()
    if ending in _OTHER_EXCEL:
        raise file_fault(FaultCode.OTHER_EXCEL_KIND, kind=ending.lstrip(".").upper())
    if ending not in ENDINGS:
        raise file_fault(FaultCode.UNKNOWN_ENDING, name=name)
    return ENDINGS[ending]


def real_kind(data: bytes, archive: Archive | None) -> str:
    """Return a TableKind, or the name of something that is no table; `archive` is the unpacked ZIP, if it is one.

    Raises TableRefused for a workbook locked with a password: that can be told from outside.
    """
    if archive is not None:
        return _kind_of_archive(archive)
    if data.startswith(SIGNATURE):
        return _kind_of_compound_file(data)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")):
        return "HTML"
    if start.startswith(b"<?xml"):
        return "XML"
    is_utf_16 = data.startswith(_UTF16_MARKS) or bool(utf_16_without_mark(data))
    if b"\x00" in data[:4096] and not is_utf_16:
        return BINARY
    return TableKind.CSV


def _kind_of_archive(archive: Archive) -> str:
    parts = archive.names
    if "xl/workbook.xml" in parts:
        return TableKind.XLSX
    if "xl/workbook.bin" in parts:
        return "XLSB"
    if "word/document.xml" in parts:
        return "DOCX"
    if "ppt/presentation.xml" in parts:
        return "PPTX"
    if "content.xml" in parts and "mimetype" in parts:
        form = archive.read("mimetype").decode("ascii", "replace").strip()
        return TableKind.ODS if form.endswith("opendocument.spreadsheet") else "ODF"
    return "ZIP"


def _kind_of_compound_file(data: bytes) -> str:
    try:
        names = CompoundFile(data).names
    except TableRefused:
        return TableKind.XLS
    if "EncryptedPackage" in names:
        raise file_fault(FaultCode.ENCRYPTED)
    if "WordDocument" in names:
        return "DOC"
    if "PowerPoint Document" in names:
        return "PPT"
    return TableKind.XLS
