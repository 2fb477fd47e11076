"""The tables of a DOCX file as sheets, with the paragraphs around them."""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault, TableRefused, file_fault
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.remarks import Remarks
from thidua.support.spreadsheets.sheets import Sheet, SheetRow, Span
from thidua.support.spreadsheets.table import cell_name
from thidua.support.spreadsheets.word_content import Block, Paragraph, Table, read_content
from thidua.support.spreadsheets.word_fonts import read_fonts

# The tables without lines at the head and the foot of a decision are no lists.
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap ?- ?tu do|dang cong san|noi nhan|nguoi lap|thu truong don vi|ky, |da ky|"
    r"\b(?:tm|kt|tl|tuq)\. |^(?:pho )?(?:chu tich|giam doc|hieu truong|truong ban)$"
)
_LIST_HEADING: Final = re.compile(
    r"^(?:stt|tt|so tt|so thu tu|ho va ten|ho ten|ho, ten|ten (?:tap the|ca nhan|don vi))\b"
)
_LETTERHEAD_ROWS: Final = 6
_LETTERHEAD_COLUMNS: Final = 3


def read_word(archive: Archive, limits: Limits, remarks: Remarks) -> list[Sheet]:
    """Return each table as a sheet, nested ones after theirs; without any, one sheet of the paragraphs as rows."""
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        raise file_fault(FaultCode.MACROS)
    content = read_content(archive, read_fonts(archive), limits)
    if content.has_pictures:
        remarks.pictures.append("")
    sheets = _Sheets()
    sheets.add(content.blocks)
    found = sheets.finished()
    _check(found, limits)
    for sheet in found:
        remarks.of_conversion(sheet.name, sheet.converted)
    if found:
        remarks.pictures.clear()
    return found


def name_of_text() -> str:
    """Return what the paragraphs outside all tables are called, in the active language."""
    return _("Text")


class _Sheets:
    """Makes sheets of the blocks in their order, and keeps the paragraphs between them."""

    def __init__(self) -> None:
        self._sheets: list[Sheet] = []
        self._met = 0  # tables, letterheads too: a reader counts them in the document
        self._paragraphs: list[Paragraph] = []

    def add(self, blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraphs.append(block)
            elif _is_letterhead(block):
                self._met += 1
                for cell in block.cells:
                    self.add(cell.blocks)
            else:
                self._add_table(block)

    def finished(self) -> list[Sheet]:
        """Return the sheets; the paragraphs behind the last table belong to it."""
        behind = tuple(text for paragraph in self._paragraphs if (text := paragraph.text))
        if self._sheets:
            last = self._sheets[-1]
            self._sheets[-1] = Sheet(
                last.name, last.rows, last.spans, True, False, last.before, behind, last.converted
            )
            return self._sheets
        rows = tuple(
            SheetRow(number, (paragraph.text,))
            for number, paragraph in enumerate(self._paragraphs, start=1)
            if paragraph.text
        )
        converted = {
            cell_name(place, 0): str(paragraph.encoding)
            for place, paragraph in enumerate(self._paragraphs)
            if paragraph.encoding is not None
        }
        return [Sheet(name_of_text(), rows, converted=converted)] if rows else []

    def _add_table(self, table: Table) -> None:
        self._met += 1
        before = tuple(text for paragraph in self._paragraphs if (text := paragraph.text))
        name = _("Table %(number)s") % {"number": self._met}
        sheet = Sheet(
            name,
            _rows(table),
            tuple(_spans(table)),
            is_table=True,
            before=before,
            converted={
                cell_name(cell.row, cell.column): str(cell.encoding)
                for cell in table.cells
                if cell.encoding is not None and not cell.continues
            },
        )
        if sheet.rows:
            self._paragraphs = []
            self._sheets.append(sheet)
        for cell in table.cells:
            for block in cell.blocks:
                if isinstance(block, Table):
                    self._add_table(block)


def _rows(table: Table) -> tuple[SheetRow, ...]:
    grid: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        if cell.text and not cell.continues:
            grid.setdefault(cell.row, {})[cell.column] = cell.text
    return tuple(
        SheetRow(row + 1, tuple(cells.get(column) for column in range(max(cells) + 1)))
        for row, cells in sorted(grid.items())
    )


def _spans(table: Table) -> list[Span]:
    """Return the merged ranges: cells that span columns, and those that cells below continue."""
    lasts = {(cell.row, cell.column): cell.row for cell in table.cells}
    heads: dict[int, tuple[int, int]] = {}  # the open cell of each column
    widths = {(cell.row, cell.column): cell.width for cell in table.cells}
    for cell in table.cells:
        head = heads.get(cell.column)
        if cell.continues and head is not None and widths[head] == cell.width:
            lasts[head] = cell.row
        else:
            heads[cell.column] = (cell.row, cell.column)
    return [
        Span(cell.row, cell.column, lasts[cell.row, cell.column], cell.column + cell.width - 1)
        for cell in table.cells
        if not cell.continues and (cell.width > 1 or lasts[cell.row, cell.column] > cell.row)
    ]


def _is_letterhead(table: Table) -> bool:
    if table.rows > _LETTERHEAD_ROWS or table.columns > _LETTERHEAD_COLUMNS:
        return False
    lines = [fold(line) for cell in table.cells for line in cell.whole_text.splitlines()]
    if any(_LIST_HEADING.search(line) for line in lines):
        return False
    return any(_LETTERHEAD.search(line) for line in lines)


def _check(sheets: list[Sheet], limits: Limits) -> None:
    faults = []
    if len(sheets) > limits.max_sheets:
        values: dict[str, str | int] = {"count": len(sheets), "limit": limits.max_sheets}
        faults.append(CellFault(None, FaultCode.TOO_MANY_SHEETS, values))
    for sheet in sheets:
        rows = sheet.rows[-1].number
        columns = max(len(row.values) for row in sheet.rows)
        last = cell_name(rows - 1, columns - 1)
        for reached, most, code in (
            (rows, limits.max_rows, FaultCode.TOO_MANY_ROWS),
            (columns, limits.max_columns, FaultCode.TOO_MANY_COLUMNS),
        ):
            if reached > most:
                faults.append(CellFault(last, code, {"cell": last, "limit": most}))
    if faults:
        raise TableRefused(*faults)
