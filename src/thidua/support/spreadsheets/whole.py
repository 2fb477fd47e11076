"""Read a whole book as it was written: every sheet, every table, with what surrounds them."""

from __future__ import annotations

from typing import Final

from thidua.support.spreadsheets.book_kinds import WORD, open_book
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.csv_books import read_text
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.kinds import TableKind
from thidua.support.spreadsheets.limits import MEGABYTE, Limits
from thidua.support.spreadsheets.office_books import read_office
from thidua.support.spreadsheets.remarks import Remarks
from thidua.support.spreadsheets.sheets import Book
from thidua.support.spreadsheets.word_books import read_word

# An old register in one file: 200,000 awards with a dozen columns.
BOOK_LIMITS: Final = Limits(
    max_bytes=40 * MEGABYTE,
    max_unpacked_bytes=300 * MEGABYTE,
    max_rows=200_000,
    max_columns=256,
    max_cells=4_000_000,
)


def read_sheets(data: bytes, filename: str, limits: Limits = BOOK_LIMITS) -> Book:
    """Return all sheets of an XLSX, XLS, ODS or CSV file, or the tables of a DOCX file, that hold anything.

    Hidden sheets and rows are there and marked; formulas give the values saved with them; letters of old
    typefaces are converted. Raises TableRefused with every fault that stops the file as a whole.
    """
    opened = open_book(data, filename, limits)
    remarks = Remarks(limits.max_named)
    if opened.kind == WORD and opened.archive is not None:
        sheets = read_word(opened.archive, limits, remarks)
    elif opened.kind == TableKind.CSV:
        sheets = read_text(data, limits, remarks)
    else:
        sheets = read_office(data, opened, limits, remarks)
    if not sheets:
        raise file_fault(FaultCode.ONLY_PICTURES if remarks.pictures else FaultCode.EMPTY_TABLE)
    return Book(opened.kind, tuple(sheets), remarks.told(len(sheets)))
