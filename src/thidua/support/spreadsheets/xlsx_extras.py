"""What an XLSX sheet holds beside its values, in one pass over its XML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.core.vietnamese.legacy_tables import Typeface, typeface_of
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.extras import SheetExtras
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.sheets import Span
from thidua.support.spreadsheets.table import position
from thidua.support.spreadsheets.xlsx import path_of, text_sizes
from thidua.support.spreadsheets.xml_events import Attributes, local, parse

_STYLES = "xl/styles.xml"
_OTHER_BOOK = re.compile(r"\[\d+\]|\[[^\[\]]+\.(?:xls\w?|ods|csv)\]", re.IGNORECASE)
_TRUE = ("1", "true", "on")


@dataclass(frozen=True)
class WorkbookParts:
    """What all sheets of a workbook share: the length of each text, the old typeface of each cell format."""

    text_sizes: list[int]
    typefaces: dict[str, Typeface]


def workbook_parts(archive: Archive) -> WorkbookParts:
    """Read what the sheets refer to."""
    return WorkbookParts(text_sizes(archive), _typefaces(archive))


def look_through(archive: Archive, sheet: str, parts: WorkbookParts, budget: Budget) -> SheetExtras:
    """Return what stands in the sheet of that name beside its values. Raises TableRefused when it is damaged."""
    reader = _SheetReader(SheetExtras(SheetScan(budget)), parts)
    parse(archive.chunks(path_of(archive, sheet)), reader.start, None, reader.characters)
    reader.settle()
    return reader.extras


@dataclass
class _SheetReader:
    """Follows the cells of a sheet; those without an address stand after the one before."""

    extras: SheetExtras
    parts: WorkbookParts
    row: int = -1
    column: int = -1
    kind: str | None = None
    text: str | None = None  # what is gathered: the number of a shared text, or a formula
    gathers_formula: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        # Called for every cell and every value: what is gathered is complete when the next element begins.
        if self.text is not None:
            self.settle()
        tag = local(name) if ":" in name else name
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or tag == "is":
            self.extras.scan.fill(self.row, self.column)
            if tag == "v" and self.kind == "s":
                self.text, self.gathers_formula = "", False
            elif self.kind == "e":
                self.extras.errors.add((self.row, self.column))
        elif tag == "f":
            if self.kind not in ("str", "e"):
                self.extras.formulas.add((self.row, self.column))
            self.text, self.gathers_formula = "", True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag in ("drawing", "legacyDrawing", "picture"):
            self.extras.has_pictures = self.extras.has_pictures or tag != "legacyDrawing"

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text += text

    def settle(self) -> None:
        """Count the shared text of the last cell, or look where its formula points."""
        gathered, self.text = self.text or "", None
        if self.gathers_formula:
            if _OTHER_BOOK.search(gathered):
                self.extras.outside.add((self.row, self.column))
            return
        number = gathered.strip()
        sizes = self.parts.text_sizes
        if number.isdecimal() and len(number) < 10 and int(number) < len(sizes):
            self.extras.scan.text(self.row, self.column, sizes[int(number)])

    def _begin_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        found = None if address is None else position(address)
        if address is not None and found is None:
            # calamine makes some number of it, and the process ends when a sheet of that size finds no memory.
            raise file_fault(FaultCode.DAMAGED)
        self.row, self.column = found or (max(self.row, 0), self.column + 1)
        self.kind = attributes.get("t")
        if self.parts.typefaces:
            typeface = self.parts.typefaces.get(attributes.get("s", "0"))
            if typeface is not None:
                self.extras.typefaces[self.row, self.column] = typeface

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        if number is not None and not (number.isascii() and number.isdecimal() and len(number) < 8):
            raise file_fault(FaultCode.DAMAGED)
        self.row = self.row + 1 if number is None else int(number) - 1
        self.column = -1
        if self.row >= self.extras.rows_written:
            self.extras.rows_written = self.row + 1
        if attributes.get("hidden") in _TRUE:
            self.extras.hidden_rows.add(self.row)

    def _merge(self, reference: str) -> None:
        ends = [position(end) for end in reference.replace("$", "").split(":")]
        first, last = ends[0], ends[-1]
        if first is not None and last is not None and first != last:
            self.extras.spans.append(Span(first[0], first[1], last[0], last[1]))


def _typefaces(archive: Archive) -> dict[str, Typeface]:
    """Return by the number of a cell format its old typeface, only of those that have one."""
    fonts: list[Typeface | None] = []
    formats: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        tag = local(name)
        if tag == "font" and within[-1:] == ["fonts"]:
            fonts.append(None)
        elif tag == "name" and within[-2:] == ["fonts", "font"]:
            fonts[-1] = typeface_of(attributes.get("val", ""))
        elif tag == "xf" and within[-1:] == ["cellXfs"]:
            formats.append(attributes.get("fontId", "0"))
        within.append(tag)

    def end(_name: str) -> None:
        within.pop()

    if _STYLES not in archive.names:
        return {}
    parse(archive.chunks(_STYLES), start, end)
    found = {}
    for number, font in enumerate(formats):
        typeface = fonts[int(font)] if font.isdecimal() and len(font) < 7 and int(font) < len(fonts) else None
        if typeface is not None:
            found[str(number)] = typeface
    return found
