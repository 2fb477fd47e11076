"""A table as it was read: headings, and rows that know where they stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

# What a cell holds; text is cleaned and never empty, a number is exact as shown, None is an empty cell.
Value = str | Decimal | bool | date | datetime | time | None


@dataclass(frozen=True)
class Row:
    """One row that is not empty: its number (from 1, as the program shows it) and one value per heading."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Table:
    """`headings` and `columns` (the letters of the columns) run parallel to each row's values.

    `sheet` is None for CSV; `other_sheets` names the visible sheets that were not read.
    """

    sheet: str | None
    heading_row: int
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    other_sheets: tuple[str, ...] = ()

    def cell_name(self, row: Row, heading: str) -> str:
        """Return where a value stands: «C7». Raises ValueError for an unknown heading."""
        return f"{self.columns[self.headings.index(heading)]}{row.number}"

    def records(self) -> Iterator[tuple[Row, dict[str, Value]]]:
        """Yield each row with its values by heading."""
        for row in self.rows:
            yield row, dict(zip(self.headings, row.values, strict=True))


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell from its row and column, both counted from 0."""
    return f"{column_letters(column)}{row + 1}"


def position(name: str) -> tuple[int, int] | None:
    """Return (row, column), both from 0, of a cell named «C7»; None for anything else."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    column = _column_index(letters)
    return (int(digits) - 1, column) if column is not None and 0 < len(digits) < 8 else None


@lru_cache(maxsize=1024)
def _column_index(letters: str) -> int | None:
    if not 0 < len(letters) < 4 or not letters.isascii() or not letters.isalpha():
        return None
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
