"""Which row holds the headings, and what is wrong with them."""

from __future__ import annotations

from datetime import date

from thidua.core.vietnamese.dates import format_date
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault
from thidua.support.spreadsheets.table import Row, Value, cell_name


def find_headings(filled: list[Row], most: int) -> tuple[Row, list[Row], list[int], list[CellFault]]:
    """Return the row of headings, the rows below it, the places of its columns (from 0), and its faults.

    `filled` holds the rows that are not empty, at least one.
    """
    place = next((place for place, row in enumerate(filled) if len(_filled_columns(row)) > 1), 0)
    heading, below = filled[place], filled[place + 1 :]
    columns = _filled_columns(heading)
    faults = [*_repeated(heading, columns, most), *_missing(heading, below, set(columns), most)]
    return heading, below, columns, faults


def heading_text(value: Value) -> str:
    """Return a heading as it is shown: a year is a number for Excel, a day a date."""
    return format_date(value) if isinstance(value, date) else str(value)


def _filled_columns(row: Row) -> list[int]:
    return [column for column, value in enumerate(row.values) if value is not None]


def _repeated(heading: Row, columns: list[int], most: int) -> list[CellFault]:
    first: dict[str, str] = {}
    faults = []
    for column in columns:
        name = cell_name(heading.number - 1, column)
        written = heading_text(heading.values[column])
        other = first.setdefault(written.casefold(), name)
        if other != name:
            values = {"heading": written, "cell": name, "other": other}
            faults.append(CellFault(name, FaultCode.REPEATED_HEADING, values))
    return _shortened(faults, FaultCode.REPEATED_HEADING, most)


def _missing(heading: Row, below: list[Row], known: set[int], most: int) -> list[CellFault]:
    first: dict[int, str] = {}
    for row in below:
        for column in _filled_columns(row):
            if column not in known:
                first.setdefault(column, cell_name(row.number - 1, column))
    faults = [
        CellFault(cell, FaultCode.NO_HEADING, {"cell": cell, "row": heading.number})
        for _column, cell in sorted(first.items())
    ]
    return _shortened(faults, FaultCode.NO_HEADING, most)


def _shortened(faults: list[CellFault], code: FaultCode, most: int) -> list[CellFault]:
    if len(faults) <= most:
        return faults
    return [*faults[:most], CellFault(None, code, others=len(faults) - most)]
