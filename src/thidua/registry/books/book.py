"""A whole book: every sheet and table read, all faults at once."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.awards_of_row import AwardsOfRows
from thidua.registry.books.columns import Block
from thidua.registry.books.context import NOTHING, Context
from thidua.registry.books.grid import Grid
from thidua.registry.books.groups import Groups
from thidua.registry.books.guessing import guessed
from thidua.registry.books.heading_rows import HeadRows, find_heads, may_head_later
from thidua.registry.books.lists import ListReader, reads_like_list
from thidua.registry.books.rows import AwardRead, BookLine, BookReading, Field, SheetReading
from thidua.registry.books.rows_of_sheet import Walk
from thidua.registry.books.sentences import (
    COUNT_DIFFERS,
    FIGURES,
    GUESSED,
    HIDDEN_LIST,
    HIDDEN_SHEET,
    NO_LIST,
    PROPOSAL,
    say,
)
from thidua.registry.books.state_of_list import Walked
from thidua.registry.books.titles import read_hint
from thidua.registry.books.unknown_values import with_unknown
from thidua.support.refusals import Sentence
from thidua.support.spreadsheets.sheets import Sheet
from thidua.support.spreadsheets.word_books import name_of_text

Chosen = Mapping[str, Mapping[int, Field | None]]  # sheet → column from 0 → what it says (None: nothing)
Progress = Callable[[int, int], None]

_LOOK_UP: Final = re.compile(
    r"(dm|danh ?muc|dm .*|huong dan.*|htkt|pldt|lvhd|phan loai.*|list|lookup|data ?validation|ma .*|huongdan.*|dm\w*)"
)
_TOP: Final = (
    40  # lines where heads may be found by their likeness; further down they must be known word for word
)
_STEP: Final = 2000


@dataclass
class _Reading:
    """What is gathered over the sheets; a Word file's titles and columns hold for its later tables too."""

    lines: list[BookLine] = field(default_factory=list)
    sheets: list[SheetReading] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)
    titles: Context = NOTHING
    groups: Groups = field(default_factory=Groups)
    all_groups: list[Groups] = field(default_factory=list)
    blocks: tuple[Block, ...] = ()
    width: int = 0
    done: int = 0
    file_name: str = ""
    paragraphs: int = 0  # of a text, counted through all its tables


def read_book(
    sheets: Sequence[Sheet],
    spellings: Mapping[str, str] | None = None,
    *,
    columns: Chosen | None = None,
    defaults: AwardRead | None = None,
    file_name: str = "",
    progress: Progress | None = None,
) -> BookReading:
    """Return every row of the sheets with what it says of an award, or why it says none.

    `spellings`: learned words of awards → code. `columns`: what a person chose for the columns of a sheet, which
    wins over what is guessed. `defaults`: what a person said for all rows; it fills what the book leaves open.
    `progress` is told (rows done, rows in all) now and then.
    """
    collecting = gc.isenabled()
    gc.disable()  # a book makes many lasting objects and no circles: looking for circles costs a fifth of the time
    try:
        return _read_sheets(sheets, spellings or {}, columns or {}, defaults, file_name, progress)
    finally:
        if collecting:
            gc.enable()


def _read_sheets(
    sheets: Sequence[Sheet],
    spellings: Mapping[str, str],
    columns: Chosen,
    defaults: AwardRead | None,
    file_name: str,
    progress: Progress | None,
) -> BookReading:
    reading = _Reading(file_name=file_name)
    total = sum(len(sheet.rows) for sheet in sheets)
    file_hint = read_hint(file_name) if file_name else NOTHING
    for sheet in sheets:
        _read_sheet(
            reading,
            sheet,
            spellings=spellings,
            chosen=columns.get(sheet.name),
            defaults=defaults,
            hint=(NOTHING if sheet.is_table else read_hint(sheet.name)).over(file_hint),
            progress=(lambda done: progress(reading.done + done, total)) if progress else None,
        )
        reading.done += len(sheet.rows)
    if progress:
        progress(total, total)
    _compare_counts(reading)
    return BookReading(tuple(reading.lines), tuple(reading.sheets), tuple(reading.remarks))


def _read_sheet(
    reading: _Reading,
    sheet: Sheet,
    *,
    spellings: Mapping[str, str],
    chosen: Mapping[int, Field | None] | None,
    defaults: AwardRead | None,
    hint: Context,
    progress: Callable[[int], None] | None,
) -> None:
    grid = Grid(sheet)
    awards = AwardsOfRows(sheet.name, spellings, defaults, hint)
    if not sheet.is_table and not sheet.before and not sheet.after:
        reading.titles, reading.groups, reading.blocks = NOTHING, Groups(), ()
    if all(known is not reading.groups for known in reading.all_groups):
        reading.all_groups.append(reading.groups)
    text = name_of_text() if sheet.is_table else sheet.name
    awards_of_text = AwardsOfRows(text, spellings, defaults, hint)
    paragraphs = ListReader(text, awards_of_text, reading.titles, reading.groups)
    if sheet.before:
        reading.lines.extend(paragraphs.read(sheet.before, reading.paragraphs))
        reading.paragraphs += len(sheet.before)
        reading.titles, reading.groups = paragraphs.titles, paragraphs.groups
    if grid.lines:
        _read_grid(reading, grid, awards, chosen, progress)
    if sheet.after:
        behind = ListReader(
            *(text, awards_of_text, reading.titles, reading.groups),
            ended=not reads_like_list(sheet.after),
        )
        reading.lines.extend(behind.read(sheet.after, reading.paragraphs))
        reading.paragraphs += len(sheet.after)


def _read_grid(
    reading: _Reading,
    grid: Grid,
    awards: AwardsOfRows,
    chosen: Mapping[int, Field | None] | None,
    progress: Callable[[int], None] | None,
) -> None:
    sheet = grid.sheet
    heads = _heads_of(grid)
    if chosen is None and _is_look_up(grid, heads):
        _leave(reading, grid, HIDDEN_SHEET if sheet.hidden else NO_LIST)
        return
    blocks = _blocks_without_heads(reading, grid, heads, chosen)
    if not heads and not blocks:
        _read_plain(reading, grid, awards)
        return
    walked = Walk(grid, heads, reading.titles, blocks=blocks, chosen=chosen, groups=reading.groups).read()
    if any(block.figures for block in walked.blocks) and not walked.titles.award and chosen is None:
        _leave(reading, grid, FIGURES)
        return
    lines = list(walked.others)
    for at, record in enumerate(walked.records):
        lines.extend(awards.lines(record))
        if progress and at % _STEP == 0:
            progress(at)
    if sheet.unknown:
        lines = with_unknown(
            lines, sheet, {c.index: c.field for block in walked.blocks for c in block.columns}
        )
    lines.sort(key=lambda line: line.row)
    reading.lines.extend(lines)
    reading.sheets.append(_told(grid, walked, heads))
    _remark(reading, grid, walked, guessing=not heads and chosen is None and blocks != reading.blocks)
    if sheet.is_table:
        reading.titles, reading.blocks, reading.width = walked.titles, walked.blocks, grid.width


def _compare_counts(reading: _Reading) -> None:
    """Tell at each heading whose count is not what was read below it."""
    told: dict[int, Sentence] = {}
    for groups in reading.all_groups:
        groups.clear()
        for group in groups.closed:
            if group.said is not None and group.line is not None and group.said != group.found:
                told[id(group.line)] = say(COUNT_DIFFERS, said=group.said, found=group.found)
    if told:
        reading.lines = [
            replace(line, remarks=(*line.remarks, told[id(line)])) if id(line) in told else line
            for line in reading.lines
        ]


def _heads_of(grid: Grid) -> dict[int, HeadRows]:
    found: dict[int, HeadRows] = {}
    place = 0
    while place < len(grid.lines):
        heads = None
        if place < _TOP or may_head_later(grid.lines[place]):
            heads = find_heads(grid, place)
        if heads is not None:
            found[place] = heads
            place = heads.end
        else:
            place += 1
    return found


def _blocks_without_heads(
    reading: _Reading, grid: Grid, heads: Mapping[int, HeadRows], chosen: Mapping[int, Field | None] | None
) -> tuple[Block, ...]:
    if heads:
        return ()
    if chosen is not None:
        from thidua.registry.books.columns import blocks_of

        return blocks_of({}, grid, 0, chosen)
    if grid.sheet.is_table and reading.blocks and reading.width == grid.width:
        return reading.blocks  # a table that goes on behind a page break
    block = guessed(grid)
    return (block,) if block is not None else ()


def _is_look_up(grid: Grid, heads: Mapping[int, HeadRows]) -> bool:
    """Tell whether a sheet only lists codes or explains, as templates carry along."""
    named = bool(_LOOK_UP.fullmatch(fold(grid.sheet.name))) and not grid.sheet.is_table
    said = {h.meaning.field for found in heads.values() for h in found.heads.values() if h.meaning}
    poor = not said & {Field.AWARD, Field.DECISION, Field.UNIT, Field.POST}
    return (named and poor) or (grid.sheet.hidden and (poor or not heads))


def _read_plain(reading: _Reading, grid: Grid, awards: AwardsOfRows) -> None:
    """Read a sheet without columns: paragraphs one below the other, or nothing that is a list."""
    texts = tuple(" ".join(line.texts[column] for column in line.filled) for line in grid.lines)
    reader = ListReader(grid.sheet.name, awards, reading.titles, reading.groups)
    lines = reader.read(texts, numbers=[line.number for line in grid.lines])
    if any(line.award for line in lines):
        reading.lines.extend(lines)
        reading.sheets.append(SheetReading(grid.sheet.name, (), {}, {}, 0.6))
    else:
        _leave(reading, grid, NO_LIST)


def _leave(reading: _Reading, grid: Grid, why: Sentence) -> None:
    name = grid.sheet.name
    shown = name or reading.file_name
    reading.lines.extend(
        BookLine(name, line.number, ignored="title", text=line.joined) for line in grid.lines
    )
    reading.sheets.append(SheetReading(name, (), {}, {}, 0.0))
    reading.remarks.append(say(why, sheet=shown))


def _told(grid: Grid, walked: Walked, heads: Mapping[int, HeadRows]) -> SheetReading:
    columns = [column for block in walked.blocks for column in block.columns]
    rows = tuple(
        grid.lines[place].number for found in heads.values() for place in range(found.first, found.last + 1)
    )
    certain = [column.certainty for column in columns]
    headings = {index: head.text for index, head in walked.heads.heads.items()} if walked.heads else {}
    return SheetReading(
        sheet=grid.sheet.name,
        heading_rows=rows,
        columns={column.index: column.field for column in columns},
        headings=headings,
        certainty=round(sum(certain) / len(certain), 2) if certain else 0.0,
    )


def _remark(reading: _Reading, grid: Grid, walked: Walked, *, guessing: bool) -> None:
    name = grid.sheet.name or reading.file_name
    if guessing:
        reading.remarks.append(say(GUESSED, sheet=name))
    if walked.titles.proposal and walked.records:
        reading.remarks.append(say(PROPOSAL, sheet=name))
    if grid.sheet.hidden:
        reading.remarks.append(say(HIDDEN_LIST, sheet=name))
