"""A layout filled from its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from thidua.reports.statistics.conditions import Condition, meets
from thidua.reports.statistics.layout import FormColumn, FormRow, Layout
from thidua.reports.statistics.scope import StatisticsScope
from thidua.reports.statistics.sources import SOURCES, Group


@dataclass(frozen=True)
class Cell:
    """`count` things, None where nothing is known; of `unknown` more it is not recorded whether they belong here."""

    column: FormColumn
    count: int | None
    unknown: int


@dataclass(frozen=True)
class FilledRow:
    """A row with a cell for every column; a dividing line has none."""

    row: FormRow
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class FilledForm:
    """A form with its figures. `total` things lie in the scope, whether the form counts them or not."""

    layout: Layout
    scope: StatisticsScope
    rows: tuple[FilledRow, ...]
    total: int

    def cell(self, row: str, column: str) -> Cell:
        """Return one cell by the keys of its row and column."""
        line = next(one for one in self.rows if one.row.key == row and not one.row.is_heading)
        return next(cell for cell in line.cells if cell.column.key == column)

    def sums_that_fail(self) -> list[tuple[str, str]]:
        """Return (row, column) of each total that its parts do not add up to, apart from what is not recorded."""
        return [*self._rows_that_fail(), *self._columns_that_fail()]

    def _rows_that_fail(self) -> list[tuple[str, str]]:
        lines = {one.row.key: one for one in self.rows if not one.row.is_heading}
        return [
            (key, cell.column.key)
            for key, line in lines.items()
            if line.row.sum_of
            for place, cell in enumerate(line.cells)
            if not _adds_up(cell, [lines[part].cells[place] for part in line.row.sum_of])
        ]

    def _columns_that_fail(self) -> list[tuple[str, str]]:
        failing = []
        for line in self.rows:
            cells = {cell.column.key: cell for cell in line.cells}
            failing += [
                (line.row.key, key)
                for key, cell in cells.items()
                if cell.column.sum_of and not _adds_up(cell, [cells[part] for part in cell.column.sum_of])
            ]
        return failing


def fill(form: Layout, scope: StatisticsScope) -> FilledForm:
    """Return the form filled for the scope; as many queries as its source needs, whatever the cells."""
    groups = SOURCES[form.source].groups(scope)
    rows = tuple(
        FilledRow(row, () if row.is_heading else tuple(_cell(form, row, one, groups) for one in form.columns))
        for row in form.rows
    )
    return FilledForm(form, scope, rows, sum(group.count for group in groups))


def behind(form: Layout, scope: StatisticsScope, row: FormRow, column: FormColumn) -> QuerySet[Any]:
    """Return the rows that a cell counts."""
    found = SOURCES[form.source].behind(scope, _asked(form, row, column))
    return found.none() if row.not_kept else found


def _asked(form: Layout, row: FormRow, column: FormColumn) -> tuple[Condition, ...]:
    return (*form.conditions, *row.conditions, *column.conditions)


def _cell(form: Layout, row: FormRow, column: FormColumn, groups: Sequence[Group]) -> Cell:
    if row.not_kept:
        return Cell(column, None, 0)
    asked = _asked(form, row, column)
    count = unknown = 0
    for group in groups:
        answer = meets(asked, group.values)
        count += group.count if answer else 0
        unknown += group.count if answer is None else 0
    # Where nothing is on record at all, or only what cannot be placed, zero would be a guess.
    return Cell(column, None if not groups or (unknown and not count) else count, unknown)


def _adds_up(total: Cell, parts: Sequence[Cell]) -> bool:
    rest = (total.count or 0) - sum(part.count or 0 for part in parts)
    return 0 <= rest <= max(part.unknown for part in parts)
