"""What an ODS file holds beside values: formulas, merged cells; and how far it reaches."""

from __future__ import annotations

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.table import cell_name
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

CONTENT = "content.xml"
_VALUES = frozenset({"value-type", "value", "string-value", "date-value", "time-value", "boolean-value"})


def refuse_other_kinds(archive: Archive) -> None:
    """Raise TableRefused for a document that is locked or holds macros."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise file_fault(FaultCode.ENCRYPTED)
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in archive.names):
        raise file_fault(FaultCode.MACROS)


def scan_sheets(archive: Archive, budget: Budget) -> dict[str, SheetScan]:
    """Return by its name what stands in each sheet beside its values."""
    reader = _Reader(budget)
    parse(archive.chunks(CONTENT), reader.start, reader.end, reader.characters)
    return reader.scans


class _Reader:
    """Follows the cells of all tables; rows and cells may stand for many of their kind."""

    def __init__(self, budget: Budget) -> None:
        self.scans: dict[str, SheetScan] = {}
        self._budget = budget
        self._scan = SheetScan(budget)
        self._depth = 0
        self._row, self._rows = 0, 1
        self._column, self._columns = 0, 1
        self._size = 0

    def start(self, tag: str, prefixed: Attributes) -> None:
        name, attributes = local(tag), unprefixed(prefixed)
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin_table(attributes.get("name", ""))
        elif self._depth != 1:  # outside any table, or in a table inside a cell
            return
        elif name == "table-row":
            self._rows = count(attributes, "number-rows-repeated")
            self._column = 0
        elif name in ("table-cell", "covered-table-cell"):
            self._begin_cell(attributes)

    def characters(self, text: str) -> None:
        if self._depth == 1:
            self._size += len(text.strip())

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif name == "table-row":
            self._row += self._rows
        elif name in ("table-cell", "covered-table-cell"):
            if self._size:
                self._fill()
                self._scan.text(self._row, self._column, self._size, self._columns * self._rows)
            self._column += self._columns

    def _begin_table(self, name: str) -> None:
        if name in self.scans:  # calamine might read the one of the two that nobody finds here by its name
            raise file_fault(FaultCode.DAMAGED)
        self._scan = self.scans[name] = SheetScan(self._budget)
        self._row = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._columns = count(attributes, "number-columns-repeated")
        self._size = 0
        here = cell_name(self._row, self._column)
        if not _VALUES.isdisjoint(attributes):
            self._fill()
        if "formula" in attributes:
            self._fill()
            self._scan.formulas.append(here)
        wide, high = count(attributes, "number-columns-spanned"), count(attributes, "number-rows-spanned")
        if wide > 1 or high > 1:
            last = cell_name(self._row + high - 1, self._column + wide - 1)
            self._scan.merged.append(f"{here}:{last}")

    def _fill(self) -> None:
        self._scan.fill(self._row + self._rows - 1, self._column + self._columns - 1)


def count(attributes: Attributes, name: str) -> int:
    written = attributes.get(name, "1")
    return max(int(written), 1) if written.isdecimal() else 1
