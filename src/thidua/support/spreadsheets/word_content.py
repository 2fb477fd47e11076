"""What a DOCX file shows, in its order: paragraphs, and tables of cells that hold paragraphs and tables again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.vietnamese.legacy import convert, convert_typeface, mend, recognise
from thidua.core.vietnamese.legacy_tables import Encoding, Typeface
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault
from thidua.support.spreadsheets.limits import Limits
from thidua.support.spreadsheets.table import cell_name
from thidua.support.spreadsheets.word_fonts import WordFonts, font_named
from thidua.support.spreadsheets.word_numbering import Numbering
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

_DOCUMENT: Final = "word/document.xml"
_DEEPEST: Final = 12
# What is not shown: the place that text was moved from, and the twin of a drawing for older programs.
_UNSEEN: Final = frozenset({"moveFrom", "Fallback"})
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES: Final = frozenset({"drawing", "pict", "object"})


@dataclass
class Paragraph:
    """The text of one paragraph; `encoding` is the old encoding that it, or a part of it, was converted from."""

    text: str = ""
    encoding: Encoding | None = None


@dataclass
class Cell:
    """A cell of a table: its place from 0, how many columns it spans; `continues` the one above it."""

    row: int
    column: int
    width: int = 1
    continues: bool = False
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs of the cell, without those of tables inside it."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph) and block.text)

    @property
    def whole_text(self) -> str:
        """All text of the cell."""
        inside = [
            block.text if isinstance(block, Paragraph) else "\n".join(cell.whole_text for cell in block.cells)
            for block in self.blocks
        ]
        return "\n".join(inside)

    @property
    def encoding(self) -> Encoding | None:
        """The old encoding of one of its paragraphs."""
        found = (block.encoding for block in self.blocks if isinstance(block, Paragraph))
        return next((encoding for encoding in found if encoding is not None), None)


@dataclass
class Table:
    """A table: its cells row by row, and how far it reaches."""

    cells: list[Cell] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    column: int = 0  # where the next cell stands


Block = Paragraph | Table


@dataclass
class Content:
    """Everything in a document's body."""

    blocks: list[Block] = field(default_factory=list)
    has_pictures: bool = False


def read_content(archive: Archive, fonts: WordFonts, limits: Limits) -> Content:
    """Return the body of the document. Raises TableRefused when it is damaged or far larger than is taken."""
    reader = _Reader(fonts, Numbering(archive), limits)
    parse(archive.chunks(_DOCUMENT), reader.start, reader.end, reader.characters)
    return reader.content


@dataclass
class _Open:
    """A paragraph that is being read: its pieces of text, each with the old typeface that it is set in."""

    style: str = ""
    number: str = ""
    level: str = ""
    pieces: list[tuple[str, Typeface | None]] = field(default_factory=list)
    font: str = ""
    run_style: str = ""
    in_run: bool = False


class _Reader:
    """Follows the events; paragraphs may stand in text boxes inside paragraphs."""

    def __init__(self, fonts: WordFonts, numbering: Numbering, limits: Limits) -> None:
        self.content = Content()
        self._fonts = fonts
        self._numbering = numbering
        self._limits = limits
        self._holders: list[list[Block]] = [self.content.blocks]
        self._tables: list[Table] = []
        self._paragraphs: list[_Open] = []
        self._unseen = 0
        self._in_text = False
        self._count = 0

    def start(self, name: str, attributes: Attributes) -> None:
        tag = local(name)
        if self._unseen or tag in _UNSEEN:
            self._unseen += 1
        elif tag == "p" and name.startswith("w:"):
            self._counted()
            self._paragraphs.append(_Open())
        elif tag in ("tbl", "tr", "tc", "gridSpan", "vMerge", "gridBefore"):
            self._start_table_part(tag, unprefixed(attributes))
        elif tag in _PICTURES:
            self.content.has_pictures = True
        elif self._paragraphs:
            self._start_in_paragraph(tag, attributes)

    def characters(self, text: str) -> None:
        if self._in_text and self._paragraphs and not self._unseen:
            self._put(text)

    def end(self, name: str) -> None:
        tag = local(name)
        if self._unseen:
            self._unseen -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "r" and self._paragraphs:
            self._paragraphs[-1].in_run = False
        elif tag == "p" and name.startswith("w:") and self._paragraphs:
            self._holders[-1].append(self._finished(self._paragraphs.pop()))
        elif tag == "tc" and len(self._holders) > 1:
            self._holders.pop()
        elif tag == "tbl" and self._tables:
            self._tables.pop()

    def _start_in_paragraph(self, tag: str, attributes: Attributes) -> None:
        paragraph = self._paragraphs[-1]
        value = unprefixed(attributes).get("val", "")
        if tag == "t":
            self._in_text = True
        elif tag == "r":
            paragraph.font = paragraph.run_style = ""
            paragraph.in_run = True
        elif tag in _SIGNS and paragraph.in_run:
            self._put(_SIGNS[tag])
        elif tag == "pStyle":
            paragraph.style = value
        elif tag == "numId":
            paragraph.number = value
        elif tag == "ilvl":
            paragraph.level = value
        elif tag == "rStyle":
            paragraph.run_style = value
        elif tag == "rFonts" and paragraph.in_run:
            paragraph.font = font_named(attributes)

    def _start_table_part(self, tag: str, attributes: Attributes) -> None:
        if tag == "tbl":
            if len(self._tables) >= _DEEPEST:
                raise file_fault(FaultCode.DAMAGED)
            table = Table()
            self._holders[-1].append(table)
            self._tables.append(table)
        elif not self._tables:
            return
        elif tag == "tr":
            self._tables[-1].rows += 1
            self._tables[-1].column = 0
        elif tag == "tc":
            self._start_cell(self._tables[-1])
        elif tag == "gridBefore":
            self._widen(self._tables[-1], _number(attributes))
        elif self._tables[-1].cells and tag == "gridSpan":
            more = max(_number(attributes) - 1, 0)
            self._tables[-1].cells[-1].width += more
            self._widen(self._tables[-1], more)
        elif self._tables[-1].cells and tag == "vMerge":
            self._tables[-1].cells[-1].continues = attributes.get("val", "continue") == "continue"

    def _start_cell(self, table: Table) -> None:
        self._counted()
        cell = Cell(max(table.rows - 1, 0), table.column)
        table.cells.append(cell)
        self._widen(table, 1)
        self._holders.append(cell.blocks)

    def _widen(self, table: Table, columns: int) -> None:
        table.column += columns
        table.columns = max(table.columns, table.column)
        if table.columns > self._limits.max_columns:
            last = cell_name(max(table.rows - 1, 0), self._limits.max_columns)
            raise file_fault(FaultCode.TOO_MANY_COLUMNS, cell=last, limit=self._limits.max_columns)

    def _counted(self) -> None:
        self._count += 1
        if self._count > self._limits.max_cells:
            table = self._tables[-1] if self._tables else Table()
            last = cell_name(table.rows, table.column)
            raise file_fault(FaultCode.TOO_MANY_CELLS, cell=last, limit=self._limits.max_cells)

    def _put(self, text: str) -> None:
        paragraph = self._paragraphs[-1]
        typeface = self._fonts.typeface(paragraph.font, paragraph.run_style, paragraph.style)
        if paragraph.pieces and paragraph.pieces[-1][1] == typeface:
            text = paragraph.pieces.pop()[0] + text
        paragraph.pieces.append((text, typeface))

    def _finished(self, paragraph: _Open) -> Paragraph:
        encoding: Encoding | None = None
        parts: list[str] = []
        for text, typeface in paragraph.pieces:
            changed = convert_typeface(text, typeface) if typeface is not None else None
            if changed is not None and typeface is not None:
                encoding = typeface.encoding
            parts.append(text if changed is None else changed)
        whole = "".join(parts)
        if encoding is None and (found := recognise(whole)) is not None:
            encoding, whole = found, convert(whole, found)
        cleaned = clean_text(mend(whole))
        if cleaned:
            cleaned = self._numbering.label(paragraph.style, paragraph.number, paragraph.level) + cleaned
        return Paragraph(cleaned, encoding)


def _number(attributes: Attributes) -> int:
    written = attributes.get("val", "1")
    return int(written) if written.isdecimal() and len(written) < 10 else 1
