"""Rows of data before they become awards: their cells, filled from above where the book means that."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from thidua.registry.books.columns import Block, Column
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.grid import Grid, Line
from thidua.registry.books.rows import Field
from thidua.registry.books.sentences import DASH, FILLED_FROM_ABOVE, FILLED_FROM_START, NOTHING_ABOVE, say
from thidua.registry.books.words import is_ditto
from thidua.support.refusals import Sentence
from thidua.support.spreadsheets.table import Value

_DASHES: Final = frozenset({"-", "–", "—", "_", ".", "…", "...", "*", "/"})
_FILLED_DOWN: Final = (
    Field.AWARD,
    Field.DECISION,
    Field.DECIDED_ON,
    Field.AUTHORITY,
    Field.YEAR,
    Field.UNIT,
)
_TOLD: Final = frozenset({Field.UNIT, Field.AWARD, Field.DECISION, Field.DECIDED_ON})


class Cell(NamedTuple):
    """A cell as it counts for a row: its text, its value, and where it stands."""

    text: str
    value: Value
    name: str


EMPTY: Final = Cell("", None, "")


@dataclass
class Record:
    """A row of data of one list, with what was filled in or joined (`over`), and what holds for it (`context`)."""

    line: Line
    block: Block
    context: Context = NOTHING
    over: dict[int, Cell] = field(default_factory=dict)
    joined: list[Line] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)
    faults: list[tuple[Sentence, str]] = field(default_factory=list)
    segment: int = 0
    same_person: bool = False
    name: tuple[Column | None, Cell] | None = None  # found once: which column names the recipient

    def text(self, column: int) -> str:
        """Return the text that counts for a column."""
        return self.over[column].text if column in self.over else self.line.text(column)

    def cell(self, column: int) -> Cell:
        """Return what counts for a column: what was filled in, or what stands there."""
        if self.over and column in self.over:
            return self.over[column]
        text = self.line.text(column)
        return Cell(text, self.line.value(column), self.line.cell(column)) if text else EMPTY


class Above:
    """The last value of each column, for «nt», «như trên» and cells inside merged ranges."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.last: dict[int, Cell | Line] = {}  # a line stands for its own cell

    def fill(self, record: Record) -> None:
        """Fill a row's cells that repeat the row above or lie in a merged range."""
        line, over = record.line, record.over
        for column in record.block.columns:
            index, text = column.index, line.text(column.index)
            if not text:
                holder = self.grid.above(line, index) if self.grid.origins else None
                if holder is not None and column.field is not Field.ORDINAL:
                    filled = self.of(index)
                    own = Cell(holder.text(index), holder.value(index), holder.cell(index))
                    over[index] = filled if filled is not None and is_ditto(own.text) else own
                continue
            if len(text) <= 16 and column.field is not Field.ORDINAL:
                if is_ditto(text.strip(" -–().") or text):
                    self._repeat(record, index, text, column.field)
                    continue
                if text in _DASHES:
                    over[index] = EMPTY
                    if column.field in _TOLD and not column.award:
                        record.remarks.append(say(DASH, cell=line.cell(index)))
                    continue
            self.last[index] = line

    def of(self, index: int) -> Cell | None:
        """Return the last value of a column, None before the first."""
        last = self.last.get(index)
        if isinstance(last, Line):
            return Cell(last.text(index), last.value(index), last.cell(index))
        return last

    def _repeat(self, record: Record, index: int, text: str, said: Field) -> None:
        above = self.of(index)
        if above is None:
            record.over[index] = EMPTY
            if not _has_default(record.context, said):
                cell = record.line.cell(index)
                record.faults.append((say(NOTHING_ABOVE, text=text, cell=cell), cell))
            return
        record.over[index] = above
        if said in _TOLD or said is Field.NAME:
            record.remarks.append(say(FILLED_FROM_ABOVE, text=_short(above.text), cell=above.name))


def _has_default(context: Context, said: Field) -> bool:
    return bool(
        {Field.UNIT: context.unit, Field.AWARD: context.award, Field.DECISION: context.number}.get(said, "")
    )


def fill_down(records: Sequence[Record]) -> None:
    """Fill columns that are written only where a value begins: «Huân chương» on the first row, empty below."""
    if not records:
        return
    several = len(records[0].block.of(Field.AWARD)) > 1  # then an empty cell says: not this one
    for column in records[0].block.columns:
        if column.field is Field.AWARD and several:
            continue
        if column.field not in _FILLED_DOWN or column.award or column.part == "address":
            continue
        cells = [record.cell(column.index) for record in records]
        if not _only_at_starts(cells, records):
            continue
        above, segment = EMPTY, -1
        for record, cell in zip(records, cells, strict=True):
            if record.segment != segment:
                above, segment = EMPTY, record.segment
            if cell.text:
                above = cell
            elif above.text and not record.same_person and column.index not in record.over:
                record.over[column.index] = above
                record.remarks.append(say(FILLED_FROM_START, text=_short(above.text), cell=above.name))


def _only_at_starts(cells: Sequence[Cell], records: Sequence[Record]) -> bool:
    filled = [at for at, cell in enumerate(cells) if cell.text]
    if len(cells) < 3 or not filled or len(filled) * 10 > len(cells) * 6:
        return False
    first_of_segment = {records[0].segment: 0}
    for at, record in enumerate(records):
        first_of_segment.setdefault(record.segment, at)
    if not any(cells[at].text for at in first_of_segment.values()):
        return False
    starts = [at for at in filled if at + 1 < len(cells) and not cells[at + 1].text]
    repeated = sum(1 for one, two in itertools.pairwise(filled) if cells[one].text == cells[two].text)
    return len(starts) * 2 >= len(filled) and repeated * 3 <= len(filled)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"
