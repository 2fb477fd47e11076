"""One sheet, row by row: which are titles, heads, groups, totals and signatures, and which name an award."""

from __future__ import annotations

import re
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books import endings
from thidua.registry.books.awards import read_award
from thidua.registry.books.columns import Block, blocks_of
from thidua.registry.books.contents import is_person
from thidua.registry.books.context import NOTHING
from thidua.registry.books.grid import Line
from thidua.registry.books.groups import (
    Group,
    is_heading_mark,
    read_group,
    split_mark,
    starts_like_unit,
)
from thidua.registry.books.heading_rows import HeadRows, are_column_numbers
from thidua.registry.books.records import Above, Record
from thidua.registry.books.rows import Field
from thidua.registry.books.sentences import SAME_PERSON, say
from thidua.registry.books.state_of_list import ListState, Walked

_TITLE: Final = re.compile(
    r"\(?\s*(danh sach|kem theo|ban hanh kem|phu luc|bieu (so|mau)?|mau( so)? |bang tong hop|so khen thuong)"
)
_JOINING_END: Final = re.compile(
    r"([,\-–(/:&]|\b(và|của|thuộc|các|tỉnh|huyện|xã|thành phố|phường|trường|phòng|ban|sở))\s*$", re.I
)
_MAY_TOTAL: Final = re.compile(
    r"\W*(tổng|cộng|tong|cong|total|sub|grand|danh sách|danh sach|ấn định|an dinh|bằng chữ|số tiền)", re.I
)
_FREE: Final = frozenset({Field.POST, Field.UNIT, Field.REASON, Field.NOTE, Field.HONORIFIC, Field.ETHNICITY})


class Walk(ListState):
    """Reads the lines of a grid in order and keeps what holds: titles, headings of groups, the columns."""

    def read(self) -> Walked:
        """Return everything that was found."""
        lines = self.grid.lines
        self.context = self.groups.context().over(self.titles)
        while self.place < len(lines):
            found = self.heads.get(self.place)
            if found is not None:
                self._head(found)
                self.place = found.end
                continue
            self._line(lines[self.place])
            self.place += 1
        self._end_list()
        self.walked.titles = self.titles
        return self.walked

    # Heads and titles -------------------------------------------------------------------------------------------

    def _head(self, found: HeadRows) -> None:
        for line in self.grid.lines[found.first : found.end]:
            self._other(line, "heading")
        self._read_titles()
        blocks = blocks_of(found.heads, self.grid, found.end, self.chosen)
        if blocks != self.blocks:
            self._end_list()
            self.above = Above(self.grid)
        self.blocks = blocks
        self.ended = False
        if self.walked.heads is None:
            self.walked.heads, self.walked.blocks = found, blocks

    # One line ---------------------------------------------------------------------------------------------------

    def _line(self, line: Line) -> None:
        if not line.filled:
            self._other(line, "empty")
        elif not self.blocks:
            self._before_heads(line)
        elif self.ended:
            self._after_end(line)
        elif len(self.blocks) == 1 and self._is_plainly_data(line):
            self._data(line, self.blocks[0])
        else:
            self._among_rows(line)

    def _before_heads(self, line: Line) -> None:
        text = " ".join(line.texts[column] for column in line.filled)
        if endings.is_none(text):
            self._other(line, "empty")
        elif len(line.filled) > 2 or not (self._enters_group(line) or self._entry(line)):
            self._title(line)

    def _is_plainly_data(self, line: Line) -> bool:
        block = self.blocks[0]
        ordinal = block.ordinal
        filled = len(line.filled)
        if filled < 3 or not any(line.text(name.index) for name in block.of(Field.NAME)):
            return False
        if ordinal >= 0 and line.text(ordinal).rstrip(".)").isdigit():
            return not are_column_numbers(line)
        if filled < 4 or (ordinal >= 0 and line.text(ordinal)) or are_column_numbers(line):
            return False
        return not any(_MAY_TOTAL.match(line.texts[column]) for column in line.filled[:3])

    def _after_end(self, line: Line) -> None:
        text = line.joined
        block = self.blocks[0]
        if self._is_plainly_data(line) or (
            len(line.filled) >= 3 and block.ordinal >= 0 and line.text(block.ordinal).isdigit()
        ):
            self.ended = False
            self._read_titles()
            self._data(line, block)
        elif len(line.filled) == 1 and _TITLE.match(fold(text)):
            self._new_title(line)
        elif len(line.filled) <= 2 and not endings.is_signature(text) and self._enters_group(line):
            self.ended = False
        elif self.title_texts:
            self._title(line)
        elif endings.is_total(text):
            self._other(line, "subtotal")
        else:
            self._other(line, "signature")

    def _among_rows(self, line: Line) -> None:
        block = self._nearest_block(line)
        ordinal = block.ordinal
        mark = line.text(ordinal) if ordinal >= 0 else ""
        rest = [column for column in line.filled if column != ordinal]
        first = line.texts[line.filled[0]]
        if are_column_numbers(line):
            self._other(line, "heading")
        elif not rest and not split_mark(first) and (mark.rstrip(".)").isdigit() or not mark):
            self._other(line, "empty")
        elif self._is_total(line, block):
            self._subtotal(line)
        elif self._is_signature(line, block):
            self.ended = True
            self._other(line, "signature")
        elif (len(line.filled) == 1 and endings.is_none(first)) or (
            len(rest) == 1 and not mark.isdigit() and endings.is_none(line.texts[rest[0]])
        ):
            self._other(line, "empty")
        elif endings.is_note(first) and len(line.filled) <= 2:
            self._other(line, "note")
        elif len(rest) <= 1:
            self._single(line, block, mark, rest)
        elif is_heading_mark(mark) and len(rest) <= 2 and self._marked_group(line, mark, rest):
            return
        else:
            self._full(line, block, mark)

    def _nearest_block(self, line: Line) -> Block:
        for block in self.blocks:
            if any(column in block.indexes for column in line.filled):
                return block
        return self.blocks[0]

    def _is_total(self, line: Line, block: Block) -> bool:
        head = [line.texts[column] for column in line.filled[:3]]
        if block.ordinal >= 0 and line.text(block.ordinal).rstrip(".").isdigit() and len(line.filled) > 3:
            return False
        return any(endings.is_total(text) for text in head)

    def _is_signature(self, line: Line, block: Block) -> bool:
        if block.ordinal >= 0 and line.text(block.ordinal).rstrip(".").isdigit():
            return False
        texts = [line.texts[column] for column in line.filled]
        signing = [endings.is_signature(text) for text in texts]
        if len(texts) <= 3 and all(signing):
            return True
        return len(texts) == 2 and any(signing) and all(text == text.upper() for text in texts)

    # A row with one text ----------------------------------------------------------------------------------------

    def _single(self, line: Line, block: Block, mark: str, rest: list[int]) -> None:
        column = rest[0] if rest else block.ordinal
        text = line.texts[column]
        mark = mark if rest else ""
        names = {name.index for name in block.of(Field.NAME)}
        origin = self.grid.origin(line, column)
        wide = origin is not None and origin.width > 2
        numbered = mark.rstrip(".)").isdigit()
        if not numbered and _TITLE.match(fold(text)):
            self._new_title(line)
            return
        if self._continues(line, block, column, mark, wide):
            return
        group = self._group_of(line, block, text, mark, column, wide)
        if group is not None:
            self._group(line, group)
        elif not mark and (wide or column == block.ordinal) and self._entry(line):
            return
        elif (column in names and (numbered or not wide)) or (numbered and column != block.ordinal):
            self._data(line, block)
        elif endings.is_signature(text):
            self.ended = True
            self._other(line, "signature")
        elif column == block.ordinal and (found := split_mark(text)) and is_person(found[1]) and names:
            self._data(line, block)
        elif self.title_texts:
            self._title(line)
        else:
            self._other(line, "note")

    def _group_of(
        self, line: Line, block: Block, text: str, mark: str, column: int, wide: bool
    ) -> Group | None:
        found = split_mark(text) if not mark else None
        digits = (found is not None and found[0].startswith("digits")) or mark.rstrip(".)").isdigit()
        aside = wide or column == block.ordinal or (found is not None) or is_heading_mark(mark)
        group = read_group(text, mark, may_be_unit=aside or self._unit_heads(line, block, text))
        if group is None and aside and wide and not digits:
            follows = self._next_is_data()
            return Group("", NOTHING, block=text, saying=frozenset({"block"})) if follows else None
        if group is not None and digits and group.context.award and group.said is None and not wide:
            return None if mark else group
        if group is not None and group.block and not aside:
            return None
        return group

    def _unit_heads(self, line: Line, block: Block, text: str) -> bool:
        """Tell whether a unit that stands alone among numbered rows heads the rows below it."""
        if (
            not starts_like_unit(text)
            or block.ordinal < 0
            or not self.rows_with_ordinal * 2 >= len(self.list)
        ):
            return False
        following = self.grid.lines[self.place + 1] if self.place + 1 < len(self.grid.lines) else None
        number = following.text(block.ordinal).rstrip(".") if following is not None else ""
        if not number.isdigit():
            return False
        return int(number) == 1 or int(number) == self._last_ordinal(block) + 1

    def _next_is_data(self) -> bool:
        following = self.grid.lines[self.place + 1 : self.place + 3]
        return any(len(line.filled) >= 2 for line in following)

    def _marked_group(self, line: Line, mark: str, rest: list[int]) -> bool:
        """Read «I | TẬP THỂ | 27»: a numbered heading with its count in a cell of its own."""
        text, other = line.texts[rest[0]], line.texts[rest[-1]]
        if len(rest) == 2 and not re.fullmatch(r"0*\d{1,5}(\s*(tập thể|cá nhân|hộ|người))?", other.lower()):
            return False
        group = read_group(f"{text}: {other}" if len(rest) == 2 else text, mark)
        if group is None:
            return False
        self._group(line, group)
        return True

    def _continues(self, line: Line, block: Block, column: int, mark: str, wide: bool) -> bool:
        """Join a row that only carries on the text of the row above."""
        if mark or wide or not self.list or column == block.ordinal:
            return False
        before = self.list[-1]
        previous = before.joined[-1] if before.joined else before.line
        if previous.number != line.number - 1 or self.grid.above(line, column) is not None:
            return False
        text, above = line.texts[column], before.cell(column).text
        said = next((c.field for c in block.columns if c.index == column), None)
        if said is None or any(self.grid.above(line, name.index) for name in block.of(Field.NAME)):
            return False
        if said is Field.NAME:
            if not above or split_mark(text) or not (text[:1].islower() or _JOINING_END.search(above)):
                return False
        elif said in (Field.AWARD, Field.DECISION, Field.DECIDED_ON, Field.YEAR, Field.AMOUNT):
            if not above or not (text[:1].islower() or _JOINING_END.search(above) or starts_like_unit(text)):
                return False
        elif endings.is_signature(text) and text == text.upper():
            return False
        self._join(before, line, [column])
        return True

    # A row with several texts -----------------------------------------------------------------------------------

    def _full(self, line: Line, block: Block, mark: str) -> None:
        if not mark and self._breaks_down(line):
            self._other(line, "subtotal")
            return
        for one in self.blocks:
            mine = [column for column in line.filled if column in one.indexes]
            if not mine:
                continue
            named = any(line.text(name.index) for name in one.of(Field.NAME))
            if not named and len(self.blocks) > 1 and all(column == one.ordinal for column in mine):
                continue
            if (
                not named
                and not mark
                and self.list
                and one.ordinal >= 0
                and self._carries_on(line, one, mine)
            ):
                continue
            self._data(line, one)
        if not any(column in one.indexes for one in self.blocks for column in line.filled):
            self._other(line, "note")

    def _breaks_down(self, line: Line) -> bool:
        """Tell whether a row only counts a kind, as below a total: «Tập thể | 2»."""
        first, rest = line.texts[line.filled[0]], [line.texts[column] for column in line.filled[1:]]
        if not all(re.fullmatch(r"\d{1,5}(\s*\D{1,12})?", text) for text in rest):
            return False
        group = read_group(first.lstrip("-+ "), may_be_unit=False)
        return group is not None and bool(group.context.kind) and not group.context.award

    def _carries_on(self, line: Line, block: Block, mine: list[int]) -> bool:
        """Read a row without number and name as more of the row above: wrapped text, or one more award."""
        if any(self.grid.above(line, name.index) for name in block.of(Field.NAME)):
            return False
        said = {column.index: column.field for column in block.columns}
        before = self.list[-1]
        previous = before.joined[-1] if before.joined else before.line
        if previous.number != line.number - 1 or before.block is not block:
            return False
        if all(said[column] in _FREE or self._wraps(line, before, column, said[column]) for column in mine):
            self._join(before, line, mine)
            return True
        if not any(said[column] in (Field.AWARD, Field.DECISION) for column in mine):
            return False
        record = self._data(line, block)
        record.same_person = True
        for column in block.columns:
            if column.field in (
                Field.NAME,
                Field.POST,
                Field.UNIT,
                Field.KIND,
                Field.BORN,
                Field.WOMAN,
                Field.HONORIFIC,
            ):
                cell = before.cell(column.index)
                if not line.text(column.index) and cell.text:
                    record.over[column.index] = cell
        record.remarks.append(say(SAME_PERSON))
        return True

    @staticmethod
    def _wraps(line: Line, before: Record, column: int, said: Field) -> bool:
        """Tell whether an award's words only go on: «Bằng khen của Chủ tịch» above «UBND tỉnh»."""
        return (
            said is Field.AWARD and bool(before.cell(column).text) and not read_award(line.texts[column]).code
        )

    # Keeping ----------------------------------------------------------------------------------------------------
