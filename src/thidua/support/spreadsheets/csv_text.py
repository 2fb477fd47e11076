"""CSV: which letters, which separator, which rows."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.table import cell_name
from thidua.support.spreadsheets.values import unguarded

# The semicolon first: it is what a computer set to Vietnamese writes, as its comma is for decimals.
DELIMITERS: Final = ";\t,|"
_SAMPLE_ROWS: Final = 20
DECLARED = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
# Bytes that stand for Vietnamese letters in TCVN3 and for signs elsewhere.
_TCVN3 = re.compile(rb"[A-Za-z][\xa8\xa9\xac\xb5-\xb9\xbc-\xbe\xd7\xd8\xde]|\xae[A-Za-z]")


def read_csv(data: bytes, limits: Limits) -> tuple[list[list[str]], list[CellFault]]:
    """Return the rows of cells, and the faults of single cells. Raises TableRefused when it cannot be read."""
    text = decode(data)
    declared = DECLARED.match(text)
    delimiter = declared[1] if declared else sniff_delimiter(text)
    scan = SheetScan(Budget(limits))
    rows: list[list[str]] = []
    for cells in records(text[declared.end() :] if declared else text, delimiter):
        _look_at(scan, len(rows), cells)
        rows.append([unguarded(cell) for cell in cells])
        # A comma for each column of a million-column table is cheap to write.
        if len(rows) > limits.max_rows or len(cells) > 10 * limits.max_columns:
            break
    scan.check_extent()
    return rows, scan.faults()


def decode(data: bytes) -> str:
    """Return the text of UTF-8 (with or without its mark) or UTF-16. Raises TableRefused with the likely reason."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise file_fault(FaultCode.ENCODING_UNKNOWN) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise file_fault(_suspicion(data)) from error


def sniff_delimiter(text: str) -> str:
    """Return the separator by which the first rows fall into the same number of cells, more than one.

    A table of one column has none; the semicolon then leaves every row whole.
    """
    best, best_score = DELIMITERS[0], (0, 0)
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in islice(rows_of(text, delimiter), _SAMPLE_ROWS) if any(row)]
        except csv.Error:
            continue
        if not widths or widths[0] == 1:
            continue
        alike = sum(width == widths[0] for width in widths)
        score = (alike * 100 // len(widths), widths[0])
        if score > best_score:
            best, best_score = delimiter, score
    return best


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of cells. Raises TableRefused with the row where a quotation mark is out of place."""
    rows = rows_of(text, delimiter)
    number = 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableRefused(CellFault(None, FaultCode.UNCLOSED_QUOTE, {"row": number})) from error
        yield row
        number += 1


def rows_of(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of cells. Raises csv.Error where a quotation mark is out of place."""
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _look_at(scan: SheetScan, row: int, cells: list[str]) -> None:
    for column, cell in enumerate(cells):
        if not cell or cell.isspace():
            continue
        scan.fill(row, column)
        scan.text(row, column, len(cell))
        if cell.lstrip().startswith("="):
            scan.formulas.append(cell_name(row, column))


def _suspicion(data: bytes) -> FaultCode:
    if _TCVN3.search(data):
        return FaultCode.ENCODING_TCVN3
    text = data.decode("cp1258", "replace")
    composed = unicodedata.normalize("NFC", text)
    is_vietnamese = "\ufffd" not in text and len(composed) < len(text)
    return FaultCode.ENCODING_CP1258 if is_vietnamese else FaultCode.ENCODING_UNKNOWN
