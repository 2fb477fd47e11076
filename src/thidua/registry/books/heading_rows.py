"""Where in a sheet the heads of columns stand: one line or several, anywhere, with a row of numbers below."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from thidua.registry.books.awards import read_award
from thidua.registry.books.grid import Grid, Line
from thidua.registry.books.groups import split_mark
from thidua.registry.books.headings import SURE, Meaning, is_known, meaning_of
from thidua.registry.books.rows import Field
from thidua.registry.books.words import key

_COLUMN_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=\s*[\d()+\-*/:.\s]+)?|\d{1,2}\s*=.*")
_LONGEST_AWARD: Final = 60
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What stands in rows of data and never at the head of a column: «12», «05/03/2018», «163/QĐ-UBND».
_DATA: Final = re.compile(
    r"\d{1,3}[.)]?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:(?:số|qđ|quyết định)\s+)*\d+\s*[/-]\s*[^\W\d_].*",
    re.IGNORECASE | re.DOTALL,
)
# What may head a sheet of one column.
_ALONE: Final = frozenset(
    {"ho va ten", "ho ten", "ten ca nhan", "ten tap the", "ten tap the ca nhan", "full name"}
)


@dataclass(frozen=True)
class Head:
    """The head of one column: as written (two lines joined by « / »), what it says, and an award it names."""

    text: str
    meaning: Meaning | None
    award: str = ""  # words of an award: a column to be marked with x


@dataclass(frozen=True)
class HeadRows:
    """Heads of the columns that stand in the lines `first` to `last` (places in the grid); `numbers`: see below.

    `end` is the place of the first line of data: a row of column numbers below the heads is skipped.
    """

    first: int
    last: int
    end: int
    heads: dict[int, Head]

    @property
    def certainty(self) -> float:
        """How well the heads are known, 0 to 1."""
        known = [
            head.meaning.certainty if head.meaning else 0.6 if head.award else 0
            for head in self.heads.values()
        ]
        return sum(known) / len(known) if known else 0.0


def find_heads(grid: Grid, place: int) -> HeadRows | None:
    """Return the heads that begin in the line at `place`, or None where no heads begin there."""
    if not _may_head(grid.lines[place]):
        return None
    top = place
    # The first line may hold only parents: «Quyết định» above «Số» and «Ngày».
    if not _heads_well(_heads(grid, place, place)) and not (
        _is_below(grid, place) and _are_parents(grid, place) and _heads_well(_heads(grid, place, place + 1))
    ):
        return None
    last = top
    while last - top < 2 and _is_below(grid, last) and _continues(grid, top, last + 1):
        last += 1
    heads = _heads(grid, top, last)
    if not _heads_well(heads):
        return None
    end = last + 1
    while end < len(grid.lines) and are_column_numbers(grid.lines[end]):
        end += 1
    return HeadRows(top, last, end, heads)


def _are_parents(grid: Grid, place: int) -> bool:
    """Tell whether a line holds only heads that reach over several of the next line's."""
    line, below = grid.lines[place], grid.lines[place + 1]
    return all(
        column > 0 and len(line.texts[column]) <= 50 and below.text(column) and below.text(column + 1)
        for column in line.filled
    )


def are_column_numbers(line: Line) -> bool:
    """Tell whether a row only numbers the columns: «A | B | 1=(2+3) | 2 | 3», «(1) | (2) | (3)»."""
    texts = [line.texts[column] for column in line.filled]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text.split("=")[0]))]
    rising = all(later == earlier + 1 for earlier, later in itertools.pairwise(numbers))
    return rising and (len(numbers) >= 3 or len(numbers) + 1 >= len(texts))


def _may_head(line: Line) -> bool:
    if not line.filled or _holds_figures(line):
        return False
    if any(_DATA.fullmatch(line.texts[column]) for column in line.filled):
        return False
    known = sum(1 for column in line.filled if _known_well(line.texts[column]))
    return known >= 2 or (known == 1 and (len(line.filled) <= 3))


def _holds_figures(line: Line) -> bool:
    """Tell whether a line holds numbers or days as no head does; years may head the awards of each year."""
    return any(
        isinstance(line.values[column], date)
        or (isinstance(line.values[column], Decimal) and not _YEAR.fullmatch(line.texts[column]))
        for column in line.filled
    )


def _known_well(text: str) -> bool:
    if len(text) > 90 or text.isdigit():
        return False
    meaning = meaning_of(text)
    return meaning is not None and meaning.field is not None


def _heads_well(heads: dict[int, Head]) -> bool:
    said = [head.meaning for head in heads.values() if head.meaning is not None and head.meaning.field]
    fields = {meaning.field for meaning in said}
    known = sum(1 for head in heads.values() if head.meaning is not None or head.award)
    history = Field.AWARD in fields and fields & {Field.DECISION, Field.YEAR, Field.DECIDED_ON}
    if (
        Field.NAME not in fields
        and not history
        and not ({Field.UNIT, Field.POST} & fields and len(fields) >= 3)
    ):
        return False
    if len(heads) == 1:
        return key(next(iter(heads.values())).text) in _ALONE
    sure = {meaning.field for meaning in said if meaning.certainty >= SURE}
    awards = sum(1 for head in heads.values() if head.award)
    return known * 2 >= len(heads) and (len(sure) >= 2 or (len(sure) >= 1 and len(fields) + awards >= 2))


def _heads(grid: Grid, first: int, last: int) -> dict[int, Head]:
    written: dict[int, list[str]] = {}
    for place in range(first, last + 1):
        line = grid.lines[place]
        below = grid.lines[place + 1 : last + 1]
        current, until = "", -1
        for column in range(grid.width):
            text = line.text(column)
            origin = grid.origin(line, column)
            if text:
                current = text
                until = column if origin is None else origin.column + origin.width - 1
            elif origin is not None and column <= until and origin.row == line.number - 1:
                text = current  # merged to the right
            elif origin is None and not grid.origins and current and any(low.text(column) for low in below):
                text = current if not written.get(column) else ""  # a CSV file knows no merged cells
            parts = written.setdefault(column, [])
            if text and (not parts or key(parts[-1]) != key(text)):
                parts.append(text)
    return {column: _head(parts) for column, parts in written.items() if parts}


def _head(parts: list[str]) -> Head:
    text = " / ".join(" ".join(part.split()) for part in parts)
    meaning = meaning_of(parts[-1], " ".join(parts[:-1]))
    award = ""
    if (meaning is None or meaning.certainty < 1 or len(parts) > 1) and len(parts[-1]) <= _LONGEST_AWARD:
        read = read_award(parts[-1])
        if read.code and read.certainty >= 0.7 and (meaning is None or _weaker(meaning, parts)):
            return Head(text, Meaning(Field.AWARD, 0.8, part="mark"), parts[-1])
    return Head(text, meaning, award)


def _weaker(meaning: Meaning, parts: list[str]) -> bool:
    own = meaning_of(parts[-1])
    return own is None or own.certainty < 1 or (meaning.field is Field.AWARD and own.field is None)


def _is_below(grid: Grid, place: int) -> bool:
    """Tell whether the next line stands directly below."""
    return place + 1 < len(grid.lines) and grid.lines[place + 1].number == grid.lines[place].number + 1


def _continues(grid: Grid, top: int, place: int) -> bool:
    """Tell whether the line at `place` is a further line of the heads that begin at `top`."""
    line, above = grid.lines[place], grid.lines[place - 1]
    if are_column_numbers(line) or _holds_figures(line):
        return False
    if len(line.filled) == 1 and (grid.origin(line, line.filled[0]) or _Single).width > 2:
        return False
    filled = line.filled
    if any(split_mark(line.texts[column]) for column in filled) or filled == [0]:
        return False
    if _is_numbered(grid, top, place):
        return False
    if not filled:
        return any(_from_top(grid, line, column) for column in range(grid.width))
    merged_down = any(_from_top(grid, line, column) for column in range(grid.width))
    known = sum(1 for column in filled if _known_well(line.texts[column]) or _names_award(line.texts[column]))
    if merged_down:
        return True
    # Without merged cells: the children stand below a parent, and the names' column is empty or a head.
    heads = _heads(grid, top, place - 1)
    names = {column for column, head in heads.items() if head.meaning and head.meaning.field is Field.NAME}
    if any(line.text(column) and not _known_well(line.text(column)) for column in names):
        return False
    under_parent = any(
        not above.text(column) or ((origin := grid.origin(above, column)) is not None and origin.width > 1)
        for column in filled
    )
    small = {"so", "ngay", "nam", "nu", "thi dua", "khen thuong"}
    known += sum(
        1 for column in filled if key(line.texts[column]) in small and not _known_well(line.texts[column])
    )
    return under_parent and known * 2 > len(filled) and not line.text(min(heads, default=0)).isdigit()


def _is_numbered(grid: Grid, top: int, place: int) -> bool:
    """Tell whether a number stands under «STT» and text beside it: the first row of data."""
    line = grid.lines[place]
    heads = _heads(grid, top, place - 1)
    return len(line.filled) > 1 and any(
        head.meaning is not None
        and head.meaning.field is Field.ORDINAL
        and line.text(column).rstrip(".)").isdigit()
        for column, head in heads.items()
    )


class _Single:
    width = 1


def _from_top(grid: Grid, line: Line, column: int) -> bool:
    """Tell whether a cell belongs to a range merged downwards that began above the line."""
    origin = grid.origin(line, column)
    return origin is not None and origin.row < line.number - 1


def _names_award(text: str) -> bool:
    return len(text) <= _LONGEST_AWARD and bool(read_award(text).code)


def may_head_later(line: Line) -> bool:
    """Tell quickly whether a line far down may hold heads: its first cells are known word for word."""
    known = 0
    for at, column in enumerate(line.filled[:6]):
        text = line.texts[column]
        if len(text) < 60 and not text.isdigit() and is_known(text):
            known += 1
        elif at >= 2 and not known:
            return False
        if isinstance(line.values[column], Decimal | date):
            return False
    return known >= 1
