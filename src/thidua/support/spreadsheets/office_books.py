"""All sheets of XLSX, XLS and ODS: looked through first, then read by calamine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any, Final

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from thidua.support.spreadsheets import ods_extras, xls_extras, xlsx, xlsx_extras
from thidua.support.spreadsheets.book_kinds import Opened
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.compound_file import CompoundFile
from thidua.support.spreadsheets.extras import SheetExtras
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault
from thidua.support.spreadsheets.kinds import TableKind
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.mending import Mender
from thidua.support.spreadsheets.office import guarded
from thidua.support.spreadsheets.remarks import Remarks
from thidua.support.spreadsheets.scan import Budget
from thidua.support.spreadsheets.sheets import Sheet

_MANY_EMPTY: Final = 10_000  # a template has some hundred rows to fill in


def read_office(data: bytes, opened: Opened, limits: Limits, remarks: Remarks) -> list[Sheet]:
    """Return the sheets that hold anything. Raises TableRefused with every reason that stops the whole file."""
    budget = Budget(limits)
    in_file = _Finder(data, opened, budget)
    workbook = guarded(partial(CalamineWorkbook.from_filelike, BytesIO(data)))
    names = workbook.sheets_metadata
    if len(names) > limits.max_sheets:
        raise file_fault(FaultCode.TOO_MANY_SHEETS, count=len(names), limit=limits.max_sheets)
    wanted: list[tuple[int, str, SheetExtras]] = []
    faults = _macros(opened)
    for place, listed in enumerate(names):
        if listed.typ != SheetTypeEnum.WorkSheet:
            continue
        extras = in_file(place, listed.name)
        extras.hidden = extras.hidden or listed.visible != SheetVisibleEnum.Visible
        wanted.append((place, listed.name, extras))
        faults += _too_far(extras)
        filled = extras.scan.last_row + 1
        if filled and extras.rows_written - filled > _MANY_EMPTY:
            remarks.empty_rows.append((listed.name, filled, extras.rows_written - filled))
        if extras.has_pictures and extras.scan.is_empty:
            remarks.pictures.append(listed.name)
    if faults:
        raise TableRefused(*faults)
    return [
        sheet
        for place, name, extras in wanted
        if not extras.scan.is_empty and (sheet := _read(workbook, place, name, extras, remarks)).rows
    ]


class _Finder:
    """Finds the extras of a sheet by its place in the workbook and its name."""

    def __init__(self, data: bytes, opened: Opened, budget: Budget) -> None:
        self._archive = opened.archive
        self._budget = budget
        self._in_order: list[SheetExtras] = []
        self._by_name: dict[str, SheetExtras] = {}
        self._parts: xlsx_extras.WorkbookParts | None = None
        if opened.kind == TableKind.XLS:
            self._in_order = xls_extras.look_through(CompoundFile(data), budget)
        elif self._archive is not None and opened.kind == TableKind.ODS:
            self._by_name = ods_extras.look_through(self._archive, budget)
        elif self._archive is not None:
            self._parts = xlsx_extras.workbook_parts(self._archive)

    def __call__(self, place: int, name: str) -> SheetExtras:
        if self._parts is not None and self._archive is not None:
            return xlsx_extras.look_through(self._archive, name, self._parts, self._budget)
        found = self._in_order[place] if place < len(self._in_order) else self._by_name.get(name)
        if found is None:
            raise file_fault(FaultCode.DAMAGED)
        return found


def _macros(opened: Opened) -> list[CellFault]:
    """Return the fault of a workbook with macros; XLS and ODS are refused for them before they are read."""
    if opened.kind == TableKind.XLSX and opened.archive is not None:
        try:
            xlsx.refuse_other_kinds(opened.archive)
        except TableRefused as refused:
            return list(refused.faults)
    return []


def _too_far(extras: SheetExtras) -> tuple[CellFault, ...]:
    try:
        extras.scan.check_extent()
    except TableRefused as refused:
        return refused.faults
    return ()


def _read(workbook: CalamineWorkbook, place: int, name: str, extras: SheetExtras, remarks: Remarks) -> Sheet:
    read: CalamineSheet = guarded(partial(workbook.get_sheet_by_index, place))
    mender = Mender(extras.typefaces)
    rows = guarded(lambda: mender.rows(_grid(read), extras.hidden_rows))
    if mender.learn():
        rows = guarded(lambda: mender.rows(_grid(read), extras.hidden_rows))
    unknown = remarks.of_cells(name, rows, extras)
    remarks.of_conversion(name, mender.converted)
    return Sheet(
        name=name,
        rows=tuple(rows),
        spans=tuple(sorted(extras.spans)),
        hidden=extras.hidden,
        converted=dict(mender.converted),
        unknown=unknown,
    )


def _grid(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Yield all rows, each from column A on: calamine begins with the first row, but with the first filled column."""
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    for cells in sheet.iter_rows():
        yield before + cells if before else cells
