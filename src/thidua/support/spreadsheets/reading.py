"""Read an uploaded table, or say in one sentence per fault why not."""

from __future__ import annotations

from typing import Any, Final

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.csv_text import read_csv
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault, named
from thidua.support.spreadsheets.headings import find_headings, heading_text
from thidua.support.spreadsheets.kinds import BINARY, TableKind, claimed_kind, real_kind
from thidua.support.spreadsheets.limits import MEGABYTE, Limits
from thidua.support.spreadsheets.office import Grid, read_sheet
from thidua.support.spreadsheets.table import Row, Table, cell_name, column_letters
from thidua.support.spreadsheets.values import in_legacy_typeface, value_of

DEFAULT_LIMITS: Final = Limits()


def read_table(data: bytes, filename: str, limits: Limits = DEFAULT_LIMITS) -> Table:
    """Return the table in an XLSX, XLS, ODS or CSV file: its first visible sheet that holds anything.

    The headings stand in the first row with at least two filled cells; what is above it is a title.
    Raises TableRefused with every fault that could be found; nothing of the file is to be used then.
    """
    kind, archive = _kind_of(data, filename, limits)
    if kind is TableKind.CSV:
        grid, faults = read_csv(data, limits)
        return _table(None, grid, faults, (), limits)
    sheet = read_sheet(data, kind, archive, limits)
    return _table(sheet.name, sheet.grid, sheet.faults, sheet.other_sheets, limits)


def _kind_of(data: bytes, filename: str, limits: Limits) -> tuple[TableKind, Archive | None]:
    """Return the kind, once the name and the bytes agree on it."""
    claimed = claimed_kind(filename)
    if not data:
        raise file_fault(FaultCode.EMPTY_FILE)
    if len(data) > limits.max_bytes:
        raise file_fault(FaultCode.TOO_LARGE, limit=limits.max_bytes // MEGABYTE)
    archive = Archive(data, limits) if data.startswith(b"PK\x03\x04") else None
    real = real_kind(data, archive)
    if real == "XLSB":
        raise file_fault(FaultCode.OTHER_EXCEL_KIND, kind=real)
    if real == BINARY:
        unreadable = FaultCode.ENCODING_UNKNOWN if claimed is TableKind.CSV else FaultCode.DAMAGED
        raise file_fault(unreadable)
    if real != claimed:
        raise file_fault(FaultCode.NOT_WHAT_IT_SAYS, name=filename, kind=str(real))
    return claimed, archive


def _table(
    sheet: str | None, grid: Grid, faults: list[CellFault], others: tuple[str, ...], limits: Limits
) -> Table:
    all_rows = (Row(number, tuple(map(value_of, cells))) for number, cells in enumerate(grid, start=1))
    filled = [row for row in all_rows if any(value is not None for value in row.values)]
    if not filled:
        raise TableRefused(*faults, CellFault(None, FaultCode.EMPTY_TABLE))
    legacy = named(FaultCode.LEGACY_TYPEFACE, _legacy_cells(grid), limits.max_named)
    heading_row, below, columns, heading_faults = find_headings(filled, limits.max_named)
    if not below:
        no_rows = CellFault(None, FaultCode.NO_ROWS, {"row": heading_row.number})
        raise TableRefused(*faults, *legacy, no_rows)
    if faults or legacy or heading_faults:
        raise TableRefused(*faults, *legacy, *heading_faults)
    return Table(
        sheet=sheet,
        heading_row=heading_row.number,
        headings=tuple(heading_text(heading_row.values[column]) for column in columns),
        columns=tuple(column_letters(column) for column in columns),
        rows=tuple(Row(row.number, tuple(_at(row, column) for column in columns)) for row in below),
        other_sheets=others,
    )


def _legacy_cells(grid: Grid) -> list[str]:
    return [
        cell_name(row, column)
        for row, cells in enumerate(grid)
        for column, raw in enumerate(cells)
        if isinstance(raw, str) and in_legacy_typeface(raw)
    ]


def _at(row: Row, column: int) -> Any:
    return row.values[column] if column < len(row.values) else None
