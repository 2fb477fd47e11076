"""XLSX, XLS and ODS: looked through first, then read by calamine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, TypeVar

from python_calamine import CalamineWorkbook, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from thidua.support.spreadsheets import ods, xls, xlsx
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.compound_file import CompoundFile
from thidua.support.spreadsheets.faults import CellFault, file_fault
from thidua.support.spreadsheets.kinds import TableKind
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.scan import Budget, SheetScan

Grid = list[list[Any]]
_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Sheet:
    """The first visible sheet that holds anything, from its cell A1 on, and the faults of its cells."""

    name: str
    grid: Grid
    faults: list[CellFault]
    other_sheets: tuple[str, ...]


def read_sheet(data: bytes, kind: TableKind, archive: Archive | None, limits: Limits) -> Sheet:
    """Return the sheet to read. Raises TableRefused before anything large is built in memory."""
    look_through = _looking_through(data, kind, archive, Budget(limits))
    workbook = guarded(partial(CalamineWorkbook.from_filelike, BytesIO(data)))
    all_sheets = workbook.sheets_metadata
    visible = [place for place, sheet in enumerate(all_sheets) if _is_visible(sheet)]
    if not visible:
        raise file_fault(FaultCode.NO_SHEET)
    for place in visible:
        name = all_sheets[place].name
        scan = look_through(place, name)
        if not scan.is_empty:
            sheet = guarded(partial(workbook.get_sheet_by_index, place))
            grid = guarded(partial(sheet.to_python, skip_empty_area=False))
            others = tuple(all_sheets[other].name for other in visible if other != place)
            return Sheet(name, grid, scan.faults(), others)
    raise file_fault(FaultCode.EMPTY_TABLE)


def _looking_through(
    data: bytes, kind: TableKind, archive: Archive | None, budget: Budget
) -> Callable[[int, str], SheetScan]:
    """Return how the scan of a sheet is found by its place and name.

    calamine reads all sheets of XLS and ODS when it opens them, so that all are looked through at once.
    """
    if kind is TableKind.XLS:
        container = CompoundFile(data)
        xls.refuse_other_kinds(container)
        in_order = xls.scan_sheets(container, budget)
        for scan in in_order:
            scan.check_extent()
        return lambda place, name: _found(in_order[place] if place < len(in_order) else None)
    assert archive is not None
    if kind is TableKind.ODS:
        ods.refuse_other_kinds(archive)
        by_name = ods.scan_sheets(archive, budget)
        for scan in by_name.values():
            scan.check_extent()
        return lambda place, name: _found(by_name.get(name))
    xlsx.refuse_other_kinds(archive)

    def scan_and_check(place: int, name: str) -> SheetScan:
        scan = xlsx.scan_sheet(archive, name, budget)
        scan.check_extent()
        return scan

    return scan_and_check


def _found(scan: SheetScan | None) -> SheetScan:
    if scan is None:
        raise file_fault(FaultCode.DAMAGED)
    return scan


def _is_visible(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def guarded(read: Callable[[], _Answer]) -> _Answer:
    """Return what is read; whatever calamine stumbles over is a damaged file.

    A panic inside calamine arrives as a BaseException of its own.
    """
    try:
        return read()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise file_fault(FaultCode.DAMAGED) from error
