"""What an XLS file holds beside values: formulas, merged cells, errors; and how far it reaches.

Source: [MS-XLS], sections 2.3 (records) and 2.4 (the single ones, by their numbers below).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.compound_file import CompoundFile
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.table import cell_name
from thidua.support.spreadsheets.xls_texts import text_sizes

Record = tuple[int, bytes]

_EOF, _BOF = 0x000A, 0x0809
_FILE_PASSWORD, _SHEET, _TEXTS, _CONTINUE = 0x002F, 0x0085, 0x00FC, 0x003C
_DIMENSIONS, _FORMULA, _MERGED, _BOOL_OR_ERROR = 0x0200, 0x0006, 0x00E5, 0x0205
_NUMBER, _RK, _MANY_RK, _SHARED_TEXT, _TEXT, _RICH_TEXT = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6
_MAX_ROWS: Final = 65_536
_MAX_COLUMNS: Final = 256


def refuse_other_kinds(container: CompoundFile) -> None:
    """Raise TableRefused for a locked file, one with macros, and what is no workbook at all."""
    if "EncryptedPackage" in container.names or "EncryptionInfo" in container.names:
        raise file_fault(FaultCode.ENCRYPTED)
    if container.names & {"_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"}:
        raise file_fault(FaultCode.MACROS)
    if not container.names & {"Workbook", "Book"}:
        raise file_fault(FaultCode.DAMAGED)


def scan_sheets(container: CompoundFile, budget: Budget) -> list[SheetScan]:
    """Return what stands in each sheet beside its values, in the order of the workbook."""
    try:
        stream = container.stream("Workbook" if "Workbook" in container.names else "Book")
        starts, sizes = globals_of(stream)
        return [_scan(stream, start, sizes, budget) for start in starts]
    except (struct.error, IndexError) as error:
        raise file_fault(FaultCode.DAMAGED) from error


def globals_of(stream: bytes) -> tuple[list[int], list[int]]:
    """Return where each sheet begins, and the length of each shared text."""
    starts: list[int] = []
    texts: list[bytes] = []
    last = 0
    for kind, body in records(stream, 0):
        if kind == _FILE_PASSWORD:
            raise file_fault(FaultCode.ENCRYPTED)
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _TEXTS or (kind == _CONTINUE and last == _TEXTS):
            texts.append(body)
        last = last if kind == _CONTINUE else kind
    return starts, text_sizes(texts)


def _scan(stream: bytes, start: int, sizes: list[int], budget: Budget) -> SheetScan:
    scan = SheetScan(budget)
    for kind, body in records(stream, start):
        reader = READERS.get(kind)
        if reader is not None:
            reader(scan, body, sizes)
    return scan


def records(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of one part of the stream, those of charts inside it too: calamine may meet them."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        body = stream[start + 4 : start + 4 + length]
        start += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        yield kind, body
    raise file_fault(FaultCode.DAMAGED)


def _read_cell(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    scan.fill(*struct.unpack_from("<HH", body))


def _read_formula(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    row, column = struct.unpack_from("<HH", body)
    scan.fill(row, column)
    scan.formulas.append(cell_name(row, column))


def _read_bool_or_error(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    row, column, _form, _value, is_error = struct.unpack_from("<HHHBB", body)
    scan.fill(row, column)
    if is_error:
        scan.errors.append(cell_name(row, column))


def _read_many(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    row = struct.unpack_from("<H", body)[0]
    scan.fill(row, struct.unpack_from("<H", body, len(body) - 2)[0])


def _read_shared_text(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    row, column, _form, index = struct.unpack_from("<HHHI", body)
    scan.fill(row, column)
    scan.text(row, column, sizes[index])


def _read_merged(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    for place in range(struct.unpack_from("<H", body)[0]):
        top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * place)
        scan.merged.append(f"{cell_name(top, left)}:{cell_name(bottom, right)}")


def _read_dimensions(scan: SheetScan, body: bytes, sizes: list[int]) -> None:
    # calamine reserves memory by what is claimed here, and the process ends when there is not so much: more
    # than the format can hold, or an end before the beginning, is a trap. Files of Excel 95 have short numbers.
    form = "<IIHH" if len(body) >= 14 else "<HHHH"
    first_row, rows, first_column, columns = struct.unpack_from(form, body)
    if not (first_row <= rows <= _MAX_ROWS and first_column <= columns <= _MAX_COLUMNS):
        raise file_fault(FaultCode.DAMAGED)


READERS: Final[dict[int, Callable[[SheetScan, bytes, list[int]], None]]] = {
    _NUMBER: _read_cell,
    _RK: _read_cell,
    _TEXT: _read_cell,
    _RICH_TEXT: _read_cell,
    _MANY_RK: _read_many,
    _SHARED_TEXT: _read_shared_text,
    _FORMULA: _read_formula,
    _BOOL_OR_ERROR: _read_bool_or_error,
    _MERGED: _read_merged,
    _DIMENSIONS: _read_dimensions,
}
