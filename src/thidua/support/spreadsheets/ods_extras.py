"""What an ODS file holds beside values: merged cells, hidden rows and sheets, formulas, pictures, typefaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.core.vietnamese.legacy_tables import Typeface, typeface_of
from thidua.support.spreadsheets import ods
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.extras import SheetExtras
from thidua.support.spreadsheets.scan import Budget, SheetScan
from thidua.support.spreadsheets.sheets import Span
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

_MOST_TOGETHER = 10_000  # rows or cells of one kind written as one; more are noted for the first ones only


@dataclass
class _Styles:
    """The old typefaces of cell styles, and the styles of sheets that are not shown."""

    fonts: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)
    unseen: set[str] = field(default_factory=set)
    style: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        tag, plain = local(name), unprefixed(attributes)
        if tag == "font-face":
            self.faces[plain.get("name", "")] = plain.get("font-family", "")
        elif tag == "style":
            self.style = plain.get("name", "")
            self.bases[self.style] = plain.get("parent-style-name", "")
        elif tag == "text-properties" and self.style:
            font = plain.get("font-name") or plain.get("font-family", "")
            if font:
                self.fonts[self.style] = font
        elif tag == "table-properties" and plain.get("display") == "false":
            self.unseen.add(self.style)

    def typeface(self, style: str) -> Typeface | None:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            font = self.fonts.get(style)
            if font:
                return typeface_of(font) or typeface_of(self.faces.get(font, ""))
            style = self.bases.get(style, "")
        return None


def look_through(archive: Archive, budget: Budget) -> dict[str, SheetExtras]:
    """Return by its name what stands in each sheet beside its values."""
    ods.refuse_other_kinds(archive)
    scans = ods.scan_sheets(archive, budget)
    styles = _Styles()
    for part in ("styles.xml", ods.CONTENT):
        if part in archive.names:
            parse(archive.chunks(part), styles.start)
    reader = _Reader({name: SheetExtras(scan) for name, scan in scans.items()}, styles)
    parse(archive.chunks(ods.CONTENT), reader.start, reader.end)
    return reader.sheets


class _Reader:
    """Follows the cells of all tables a second time, for what the scan does not tell."""

    def __init__(self, sheets: dict[str, SheetExtras], styles: _Styles) -> None:
        self.sheets = sheets
        self._styles = styles
        self._extras = SheetExtras(SheetScan(next(iter(sheets.values())).scan.budget)) if sheets else None
        self._typefaces: dict[str, Typeface | None] = {}
        self._depth = 0
        self._row, self._rows = 0, 1
        self._column, self._columns = 0, 1
        self._row_style = ""
        self._column_styles: list[str] = []

    def start(self, tag: str, prefixed: Attributes) -> None:
        name = local(tag)
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin_table(unprefixed(prefixed))
        elif self._extras is None or self._depth < 1:
            return
        elif name in ("frame", "image"):
            self._extras.has_pictures = True
        elif self._depth > 1:
            return
        elif name == "table-column":
            self._begin_column(unprefixed(prefixed))
        elif name == "table-row":
            self._begin_row(unprefixed(prefixed))
        elif name in ("table-cell", "covered-table-cell"):
            self._begin_cell(unprefixed(prefixed))

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "table":
            self._depth -= 1
        elif self._depth == 1 and name == "table-row":
            self._row += self._rows

    def _begin_table(self, attributes: Attributes) -> None:
        self._extras = self.sheets[attributes.get("name", "")]
        self._extras.hidden = attributes.get("style-name", "") in self._styles.unseen
        self._row = 0
        self._column_styles = []

    def _begin_column(self, attributes: Attributes) -> None:
        times = min(ods.count(attributes, "number-columns-repeated"), _MOST_TOGETHER)
        if len(self._column_styles) < _MOST_TOGETHER:
            self._column_styles += [attributes.get("default-cell-style-name", "")] * times

    def _begin_row(self, attributes: Attributes) -> None:
        self._rows = ods.count(attributes, "number-rows-repeated")
        self._row_style = attributes.get("default-cell-style-name", "")
        self._column = 0
        if self._extras is not None and attributes.get("visibility", "visible") != "visible":
            last = self._row + min(self._rows, _MOST_TOGETHER)
            self._extras.hidden_rows.update(range(self._row, last))

    def _begin_cell(self, attributes: Attributes) -> None:
        extras, row, column = self._extras, self._row, self._column
        columns = ods.count(attributes, "number-columns-repeated")
        self._column += columns
        if extras is None or len(attributes) == 0:
            return
        wide = ods.count(attributes, "number-columns-spanned")
        high = ods.count(attributes, "number-rows-spanned")
        if wide > 1 or high > 1:
            extras.spans.append(Span(row, column, row + high - 1, column + wide - 1))
        kind = attributes.get("value-type", "")
        if kind == "error":
            extras.errors.add((row, column))
        formula = attributes.get("formula", "")
        if formula:
            if kind not in ("string", "error"):
                extras.formulas.add((row, column))
            if "'file:" in formula or "[file:" in formula or "#$" in formula:
                extras.outside.add((row, column))
        if kind:
            self._note_typeface(extras, attributes, column)

    def _note_typeface(self, extras: SheetExtras, attributes: Attributes, column: int) -> None:
        of_column = self._column_styles[column] if column < len(self._column_styles) else ""
        style = attributes.get("style-name") or self._row_style or of_column
        if style not in self._typefaces:
            self._typefaces[style] = self._styles.typeface(style)
        typeface = self._typefaces[style]
        if typeface is None:
            return
        columns = min(ods.count(attributes, "number-columns-repeated"), _MOST_TOGETHER)
        for row in range(self._row, self._row + min(self._rows, _MOST_TOGETHER // columns)):
            for place in range(column, column + columns):
                extras.typefaces[row, place] = typeface
