"""CSV and other separated text as a sheet, in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import csv
import unicodedata
from collections import Counter
from itertools import islice
from typing import Final

from thidua.core.vietnamese.legacy import is_unicode, recognise
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.csv_text import DECLARED, DELIMITERS, records, rows_of
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.mending import Mender
from thidua.support.spreadsheets.remarks import Remarks
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.sheets import Sheet
from thidua.support.spreadsheets.utf_16 import utf_16_without_mark
from thidua.support.spreadsheets.values import unguarded

_SAMPLE_ROWS: Final = 60
_SAMPLE_BYTES: Final = 200_000


def read_text(data: bytes, limits: Limits, remarks: Remarks) -> list[Sheet]:
    """Return one sheet, or none when nothing is written. Raises TableRefused when the letters cannot be told."""
    text = decode(data)
    declared = DECLARED.match(text)
    delimiter = declared[1] if declared else _delimiter(text)
    scan = SheetScan(Budget(limits))
    grid: list[list[str]] = []
    for cells in records(text[declared.end() :] if declared else text, delimiter):
        for column, cell in enumerate(cells):
            if cell and not cell.isspace():
                scan.fill(len(grid), column)
        grid.append([unguarded(cell) for cell in cells])
        if len(grid) > limits.max_rows or len(cells) > 10 * limits.max_columns:
            break
    if scan.is_empty:
        return []
    scan.check_extent()
    mender = Mender({})
    rows = mender.rows(grid, set())
    if mender.learn():
        rows = mender.rows(grid, set())
    remarks.of_conversion("", mender.converted)
    return [Sheet(name="", rows=tuple(rows), converted=dict(mender.converted))]


def decode(data: bytes) -> str:
    """Return the text of UTF-8, UTF-16, Windows-1258, TCVN3 or VNI; the last two as letters of Latin-1.

    What is Windows-1258 and what is older is told by which gives more Vietnamese. Raises TableRefused for others.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise file_fault(FaultCode.ENCODING_UNKNOWN) from error
    if unmarked := utf_16_without_mark(data):
        return data.decode(unmarked)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    latin = data.decode("cp1252", "replace") if b"\xad" not in data else data.decode("latin-1")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    sample = _pieces(latin[:_SAMPLE_BYTES])
    older = sum(recognise(piece) is not None for piece in sample)
    newer = sum(is_unicode(piece) for piece in _pieces(windows[:_SAMPLE_BYTES]) if "\ufffd" not in piece)
    if newer > older:
        return windows
    if older:
        return latin
    raise file_fault(FaultCode.ENCODING_UNKNOWN)


def _pieces(text: str) -> list[str]:
    for delimiter in DELIMITERS:
        text = text.replace(delimiter, "\n")
    return [piece for piece in text.splitlines() if not piece.isascii()]


def _delimiter(text: str) -> str:
    """Return the separator by which most of the first rows fall into the same number of cells; titles are shorter."""
    best, best_score = DELIMITERS[0], 0
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in islice(rows_of(text, delimiter), _SAMPLE_ROWS) if any(row)]
        except csv.Error:
            continue
        wide = Counter(width for width in widths if width > 1)
        if not wide:
            continue
        width, times = wide.most_common(1)[0]
        score = times * min(width, 20)
        if score > best_score:
            best, best_score = delimiter, score
    return best
