"""A sheet as its reader walks it: shown texts, and where a merged range hides a value."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Final

from thidua.registry.books.words import tidy
from thidua.support.spreadsheets.sheets import Sheet, SheetRow
from thidua.support.spreadsheets.table import Value, column_letters

_ERROR: Final = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|Err:\d+", re.IGNORECASE
)


@cache
def _letters(column: int) -> str:
    return column_letters(column)


class Line:
    """One row: its number, its values, and their texts as shown ("" for empty cells and errors of formulas)."""

    __slots__ = ("filled", "hidden", "number", "texts", "values")

    def __init__(self, row: SheetRow) -> None:
        self.number = row.number
        self.hidden = row.hidden
        self.values = row.values
        self.texts = [shown(value) for value in row.values]
        self.filled = [column for column, text in enumerate(self.texts) if text]

    def text(self, column: int) -> str:
        """Return the text of a column, "" beyond the row's end."""
        return self.texts[column] if column < len(self.texts) else ""

    def value(self, column: int) -> Value:
        """Return the value of a column, None beyond the row's end or for an error of a formula."""
        return self.values[column] if column < len(self.values) and self.texts[column] else None

    def cell(self, column: int) -> str:
        """Return the name of a cell: «C7»."""
        return f"{_letters(column)}{self.number}"

    @property
    def joined(self) -> str:
        """Return what the row says as one text."""
        return " | ".join(self.texts[column].replace("\n", " ") for column in self.filled)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the value of a merged range stands, and how far the range reaches (columns and rows from 0)."""

    row: int
    column: int
    width: int
    height: int


class Grid:
    """The rows of a sheet in order, with merged ranges looked up by (row from 0, column from 0)."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = [Line(row) for row in sheet.rows]
        self.by_number = {line.number: line for line in self.lines}
        self.width = max((line.filled[-1] + 1 for line in self.lines if line.filled), default=0)
        self.origins: dict[tuple[int, int], Origin] = {}
        numbers = [line.number - 1 for line in self.lines]
        for span in sheet.spans:
            if span.first_column == span.last_column and span.first_row == span.last_row:
                continue
            origin = Origin(
                span.first_row,
                span.first_column,
                span.last_column - span.first_column + 1,
                span.last_row - span.first_row + 1,
            )
            last = min(span.last_column, self.width - 1)
            for place in range(bisect_left(numbers, span.first_row), bisect_right(numbers, span.last_row)):
                for column in range(span.first_column, last + 1):
                    self.origins[numbers[place], column] = origin

    def origin(self, line: Line, column: int) -> Origin | None:
        """Return the merged range that a cell belongs to, None for a cell of its own."""
        return self.origins.get((line.number - 1, column)) if self.origins else None

    def above(self, line: Line, column: int) -> Line | None:
        """Return the line that holds the value of an empty cell inside a range merged downwards, or None."""
        origin = self.origin(line, column)
        if origin is None or origin.row == line.number - 1 or origin.column != column:
            return None
        holder = self.by_number.get(origin.row + 1)
        return holder if holder is not None and holder.text(column) else None


def shown(value: Value) -> str:
    """Return a value as a spreadsheet shows it: a day as 05/03/2018, a whole number without decimals."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if value[:1] in "#E" and _ERROR.fullmatch(value.strip()) else tidy(value).strip()
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime | date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, Decimal):
        return f"{value.quantize(Decimal(1)) if value == value.to_integral_value() else value:f}"
    return value.isoformat() if isinstance(value, time) else str(value)
