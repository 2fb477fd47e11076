"""A whole book as it was written: every sheet or table, row by row, before anybody says what it means."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.support.spreadsheets.faults import CellFault
from thidua.support.spreadsheets.table import Value, cell_name


@dataclass(frozen=True)
class SheetRow:
    """One row that is not empty: its number as the program shows it (from 1), one value per column from A."""

    number: int
    values: tuple[Value, ...]
    hidden: bool = False


@dataclass(frozen=True, order=True)
class Span:
    """A merged range, all four from 0 and inclusive; the value stands in its first cell."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, a CSV file, or a table of a Word document (`is_table`).

    `before`: the paragraphs that stand above a Word table, since the last one; `after`: those behind the last
    table. Texts of old typefaces are converted; `converted` names the cells where that was done, with the encoding
    («TCVN3», «VNI»). `unknown`: cells whose value the file does not hold (a formula without a result, an error), with
    the fault to tell where the cell matters; they are None in `rows`.
    """

    name: str
    rows: tuple[SheetRow, ...]
    spans: tuple[Span, ...] = ()
    is_table: bool = False
    hidden: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    converted: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, CellFault] = field(default_factory=dict)

    def cell(self, row: SheetRow, column: int) -> str:
        """Return the name of a cell: «C7»."""
        return cell_name(row.number - 1, column)


@dataclass(frozen=True)
class Book:
    """A whole file: the sheets or tables that hold anything, in order, and what is to be told of it.

    `kind`: XLSX, XLS, ODS, CSV or DOCX. `remarks` stop nothing: each has a `sentence` in the active language.
    """

    kind: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[CellFault, ...] = ()
