"""What kind of book a file is: what its name says, and whether its bytes agree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault
from thidua.support.spreadsheets.kinds import BINARY, ENDINGS, TableKind, real_kind
from thidua.support.spreadsheets.limits import MEGABYTE, Limits

WORD: Final = "DOCX"
_OLD_WORD: Final = (".doc", ".dot")
_MACRO_ENDINGS: Final = (".xlsm", ".xltm", ".docm", ".dotm")
_OTHER_EXCEL: Final = (".xlsb", ".xltx", ".xlt")


@dataclass(frozen=True)
class Opened:
    """A file whose kind is known: XLSX, XLS, ODS, CSV or DOCX; `archive` is its ZIP container, if it has one."""

    kind: str
    archive: Archive | None


def open_book(data: bytes, filename: str, limits: Limits) -> Opened:
    """Return the kind of a file, once its name and its bytes agree on it. Raises TableRefused with all reasons."""
    faults = [fault for fault in [_fault_of_name(filename)] if fault is not None]
    if not data:
        faults.append(CellFault(None, FaultCode.EMPTY_FILE))
    if len(data) > limits.max_bytes:
        faults.append(CellFault(None, FaultCode.TOO_LARGE, {"limit": limits.max_bytes // MEGABYTE}))
    if faults:
        raise TableRefused(*faults)
    archive = Archive(data, limits) if data.startswith(b"PK\x03\x04") else None
    real = str(real_kind(data, archive))
    claimed = WORD if _ending(filename) == ".docx" else str(ENDINGS[_ending(filename)])
    if real == "XLSB":
        raise file_fault(FaultCode.OTHER_EXCEL_KIND, kind=real)
    if real == BINARY:
        is_text = claimed == TableKind.CSV
        raise file_fault(FaultCode.ENCODING_UNKNOWN if is_text else FaultCode.DAMAGED)
    if real == "DOC":
        raise file_fault(FaultCode.OLD_WORD, name=filename)
    if real != claimed:
        raise file_fault(FaultCode.NOT_WHAT_IT_SAYS, name=filename, kind=real)
    return Opened(real, archive)


def _ending(filename: str) -> str:
    return PurePath(filename.replace("\\", "/")).suffix.lower()


def _fault_of_name(filename: str) -> CellFault | None:
    ending = _ending(filename)
    if ending in _MACRO_ENDINGS:
        return CellFault(None, FaultCode.MACROS)
    if ending in _OTHER_EXCEL:
        return CellFault(None, FaultCode.OTHER_EXCEL_KIND, {"kind": ending.lstrip(".").upper()})
    if ending in _OLD_WORD:
        return CellFault(None, FaultCode.OLD_WORD, {"name": filename})
    if ending != ".docx" and ending not in ENDINGS:
        return CellFault(None, FaultCode.UNKNOWN_BOOK, {"name": filename})
    return None
