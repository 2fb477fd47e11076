"""What is known while the rows of a sheet are read: titles, headings that hold, the rows of the list so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from thidua.registry.books import endings
from thidua.registry.books.columns import Block, Column, block_of
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.grid import Grid, Line
from thidua.registry.books.groups import (
    Group,
    Groups,
    read_group,
    split_mark,
)
from thidua.registry.books.heading_rows import HeadRows
from thidua.registry.books.records import Above, Cell, Record, fill_down
from thidua.registry.books.rows import BookLine, Field
from thidua.registry.books.sentences import JOINED, TOTAL_DIFFERS, say
from thidua.registry.books.titles import read_titles
from thidua.registry.enums import RecipientKind
from thidua.support.refusals import Sentence


@dataclass
class Walked:
    """What a sheet holds: rows of data, rows that are none, and how the columns were understood."""

    records: list[Record] = field(default_factory=list)
    others: list[BookLine] = field(default_factory=list)
    titles: Context = NOTHING
    blocks: tuple[Block, ...] = ()
    heads: HeadRows | None = None


class ListState:
    """Keeps what was read of a sheet so far, and what holds for the next row."""

    def __init__(
        self,
        grid: Grid,
        heads: Mapping[int, HeadRows],
        titles: Context,
        *,
        blocks: tuple[Block, ...] = (),
        chosen: Mapping[int, Field | None] | None = None,
        groups: Groups | None = None,
        count: Callable[[Record], int] = lambda record: 1,
    ) -> None:
        self.grid, self.heads, self.chosen, self.count = grid, heads, chosen, count
        self.titles = titles
        self.blocks = blocks
        self.groups = groups or Groups()
        self.walked = Walked(titles=titles, blocks=blocks)
        self.above = Above(grid)
        self.list: list[Record] = []
        self.title_texts: list[str] = []
        self.ended = False
        self.segment = 0
        self.context = titles
        self.rows_with_ordinal = 0
        self.group_lines: dict[int, Group] = {}
        self.place = 0

    def _read_titles(self) -> None:
        if self.title_texts:
            read = read_titles(self.title_texts)
            if (read.award or read.number or read.several_awards) and self.walked.records:
                self.groups.clear()
                self.titles = NOTHING
            self.titles = read.over(self.titles)
            self.title_texts = []
        self._in_context()

    def _in_context(self) -> None:
        self.context = self.groups.context().over(self.titles)
        self.segment += 1

    def _title(self, line: Line) -> None:
        self.title_texts.append(" ".join(line.texts[column] for column in line.filled))
        self._other(line, "title")

    def _new_title(self, line: Line) -> None:
        self._end_list()
        self._title(line)

    def _join(self, before: Record, line: Line, columns: list[int]) -> None:
        for column in columns:
            above = before.cell(column)
            name = above.name or line.cell(column)
            before.over[column] = Cell(f"{above.text} {line.texts[column]}".strip(), None, name)
            self.above.last[column] = before.over[column]
        before.joined.append(line)
        before.remarks.append(say(JOINED, row=line.number))
        self._other(line, "joined")

    def _data(self, line: Line, block: Block) -> Record:
        if self.title_texts:
            self._read_titles()
        record = Record(line, block, self.context, segment=self.segment)
        self.above.fill(record)
        if block.ordinal >= 0 and line.text(block.ordinal):
            self.rows_with_ordinal += 1
        self.list.append(record)
        self.walked.records.append(record)
        self.groups.count(self.count(record))
        return record

    def _group(self, line: Line, group: Group) -> None:
        if self.title_texts:
            self._read_titles()
        self.groups.enter(group)
        self._in_context()
        self._other(line, "group")
        group.line = self.walked.others[-1]

    def _other(self, line: Line, why: str, remarks: list[Sentence] | None = None) -> None:
        self.walked.others.append(
            BookLine(
                *(self.grid.sheet.name, line.number),
                remarks=tuple(remarks or ()),
                ignored=why,
                text=line.joined,
            )
        )

    def _end_list(self) -> None:
        by_block: dict[int, list[Record]] = {}
        for record in self.list:
            by_block.setdefault(id(record.block), []).append(record)
        for records in by_block.values():
            fill_down(records)
        self.list = []
        self.rows_with_ordinal = 0

    def _subtotal(self, line: Line) -> None:
        said = endings.counted(line.joined)
        remarks: list[Sentence] = []
        for what, number in said.items():
            found = self._found(what)
            if number < 20000 and number not in found and found:
                remarks.append(say(TOTAL_DIFFERS, said=f"{number} {what}".strip(), found=max(found)))
        self._other(line, "subtotal", remarks)

    def _found(self, what: str) -> list[int]:
        """Return how many rows a total may count: of the group that ends here, of the list, of a kind."""
        kinds = {"tập thể": RecipientKind.COLLECTIVE, "cá nhân": RecipientKind.INDIVIDUAL}
        kind = kinds.get(what)
        records = [r for r in self.walked.records if kind is None or r.context.kind in ("", kind)]
        if kind is not None and any(not record.context.kind for record in records):
            return []
        return [sum(map(self.count, records)), len(records), *(group.found for group in self.groups.open)]

    def _enters_group(self, line: Line) -> bool:
        """Let a numbered heading that stands above the heads hold: «III. Chiến sĩ thi đua cơ sở»."""
        text = " ".join(line.texts[column] for column in line.filled)
        found = split_mark(text)
        group = read_group(text, may_be_unit=False) if found and found[0] != "dash" else None
        if group is None or group.block:
            return False
        self._group(line, group)
        return True

    def _entry(self, line: Line) -> bool:
        """Read «- Đại đội 1» below a heading that says what it received, where no table stands."""
        column = line.filled[-1]
        found = split_mark(line.texts[column])
        context = self.groups.context()
        if found is None or found[0] not in ("dash", "digits") or not self.groups.open or not context.award:
            return False
        record = self._data(line, block_of([Column(column, Field.NAME)]))
        record.over[column] = Cell(found[1].rstrip(" ;."), None, line.cell(column))
        return True

    def _last_ordinal(self, block: Block) -> int:
        for record in reversed(self.list[-5:]):
            text = record.line.text(block.ordinal).rstrip(".")
            if text.isdigit():
                return int(text)
        return 0
