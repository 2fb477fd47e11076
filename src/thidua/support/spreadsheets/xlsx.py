"""What an XLSX file holds beside values: formulas, merged cells, errors; and how far it reaches."""

from __future__ import annotations

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.table import cell_name, position
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

WORKBOOK = "xl/workbook.xml"


def refuse_other_kinds(archive: Archive) -> None:
    """Raise TableRefused for a workbook with macros."""
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        raise file_fault(FaultCode.MACROS)


def scan_sheet(archive: Archive, sheet: str, budget: Budget) -> SheetScan:
    """Return what stands in the sheet of that name beside its values."""
    reader = _SheetReader(SheetScan(budget), text_sizes(archive))
    parse(archive.chunks(path_of(archive, sheet)), reader.start, None, reader.characters)
    reader.settle()
    return reader.scan


class _SheetReader:
    """Follows the cells of a sheet; cells and rows without an address stand after the one before.

    A cell's shared text is known by its number, which is complete when the next element begins.
    """

    def __init__(self, scan: SheetScan, shared: list[int]) -> None:
        self.scan = scan
        self._shared = shared
        self._row = self._column = -1
        self._kind: str | None = None
        self._index: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if self._index is not None:
            self.settle()
        tag = local(name)
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or tag == "is":
            self._fill(tag)
        elif tag == "f":
            self.scan.fill(self._row, self._column)
            self.scan.formulas.append(cell_name(self._row, self._column))
        elif tag == "row":
            number = attributes.get("r")
            if number is not None and not (number.isascii() and number.isdecimal()):
                raise file_fault(FaultCode.DAMAGED)
            self._row = self._row + 1 if number is None else int(number) - 1
            self._column = -1
        elif tag == "mergeCell":
            self.scan.merged.append(attributes.get("ref", "?"))

    def characters(self, text: str) -> None:
        if self._index is not None:
            self._index += text

    def settle(self) -> None:
        """Count the shared text of the last cell."""
        number = (self._index or "").strip()
        if number.isdecimal() and len(number) < 10 and int(number) < len(self._shared):
            self.scan.text(self._row, self._column, self._shared[int(number)])
        self._index = None

    def _begin_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        found = None if address is None else position(address)
        if address is not None and found is None:
            # calamine makes some number of it, and the process ends when a sheet of that size finds no memory.
            raise file_fault(FaultCode.DAMAGED)
        self._row, self._column = found or (max(self._row, 0), self._column + 1)
        self._kind = attributes.get("t")

    def _fill(self, tag: str) -> None:
        self.scan.fill(self._row, self._column)
        if tag == "v" and self._kind == "s":
            self._index = ""
        elif self._kind == "e":
            self.scan.errors.append(cell_name(self._row, self._column))


def text_sizes(archive: Archive) -> list[int]:
    """Return the length of each shared text, in their order."""
    name = next((name for name in archive.names if name.lower() == "xl/sharedstrings.xml"), None)
    sizes: list[int] = []
    if name is None:
        return sizes

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == "si":
            sizes.append(0)

    def characters(text: str) -> None:
        if sizes:
            sizes[-1] += len(text)

    parse(archive.chunks(name), start, None, characters)
    return sizes


def path_of(archive: Archive, sheet: str) -> str:
    """Return the part that holds the sheet: workbook.xml gives its key, the relations its path.

    Raises TableRefused when a name or key stands for two: calamine might read the one that was not looked through.
    """
    keys: dict[str, str] = {}
    targets: dict[str, str] = {}

    def keep(known: dict[str, str], name: str, value: str) -> None:
        if name in known:
            raise file_fault(FaultCode.DAMAGED)
        known[name] = value

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            keep(keys, attributes.get("name", ""), unprefixed(attributes).get("id", ""))
        elif local(name) == "Relationship":
            keep(targets, attributes.get("Id", ""), attributes.get("Target", ""))

    parse(archive.chunks(WORKBOOK), start)
    parse(archive.chunks("xl/_rels/workbook.xml.rels"), start)
    target = targets.get(keys.get(sheet, ""), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
