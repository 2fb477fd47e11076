"""What is found in a sheet before its values are read, whatever the file's format."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault, named
from thidua.support.spreadsheets.limits import MEGABYTE, Limits
from thidua.support.spreadsheets.table import cell_name


@dataclass
class Budget:
    """What all sheets of a file may hold together: a reader keeps them in memory side by side."""

    limits: Limits
    characters: int = 0
    cells: int = 0


@dataclass
class SheetScan:
    """The faults of one sheet, gathered while its cells pass by; places are cell names."""

    budget: Budget
    formulas: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    too_long: list[str] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return self.last_row < 0

    def fill(self, row: int, column: int) -> None:
        """Note that a cell, counted from 0, holds something."""
        # Called once per cell: two comparisons are a third of the time of two calls of max().
        if row > self.last_row:
            self.last_row = row
        if column > self.last_column:
            self.last_column = column

    def text(self, row: int, column: int, size: int, times: int = 1) -> None:
        """Note a text of `size` characters that stands in `times` cells from here on.

        A text that is stored once and shown a million times is the cheapest way to fill a memory.
        """
        limits = self.budget.limits
        self.budget.characters += size * times
        if size > limits.max_cell_characters:
            self.too_long.append(cell_name(row, column))
        if self.budget.characters > limits.max_unpacked_bytes:
            raise file_fault(FaultCode.UNPACKS_TOO_LARGE, limit=limits.max_unpacked_bytes // MEGABYTE)

    def check_extent(self) -> None:
        """Raise TableRefused when the sheet reaches further than is taken: its values are not read then."""
        limits = self.budget.limits
        last = cell_name(self.last_row, self.last_column)
        self.budget.cells += (self.last_row + 1) * (self.last_column + 1)
        faults = []
        if self.last_row >= limits.max_rows:
            faults.append(_too_far(FaultCode.TOO_MANY_ROWS, last, limits.max_rows))
        if self.last_column >= limits.max_columns:
            faults.append(_too_far(FaultCode.TOO_MANY_COLUMNS, last, limits.max_columns))
        if not faults and self.budget.cells > limits.max_cells:
            faults.append(_too_far(FaultCode.TOO_MANY_CELLS, last, limits.max_cells))
        if faults:
            raise TableRefused(*faults)

    def faults(self) -> list[CellFault]:
        """Return a sentence's worth of each fault of the cells."""
        most = self.budget.limits.max_named
        return [
            *named(FaultCode.FORMULA, self.formulas, most),
            *named(FaultCode.MERGED, self.merged, most),
            *named(FaultCode.ERROR_VALUE, self.errors, most),
            *named(FaultCode.CELL_TOO_LONG, self.too_long, most),
        ]


def _too_far(code: FaultCode, last: str, limit: int) -> CellFault:
    return CellFault(last, code, {"cell": last, "limit": limit})
