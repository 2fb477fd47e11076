"""What each column of a list says: from its head, from its cells where the head leaves it open, or by choice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from thidua.registry.books.contents import Look, look_at
from thidua.registry.books.grid import Grid, Line
from thidua.registry.books.heading_rows import Head
from thidua.registry.books.headings import says_figures
from thidua.registry.books.rows import Field
from thidua.registry.books.words import key
from thidua.registry.enums import RecipientKind

_SAMPLE: Final = 300
_MANY: Final = (Field.AWARD, Field.UNIT, Field.DECISION, Field.NAME, Field.WOMAN, Field.NOTE)


@dataclass(frozen=True)
class Column:
    """A column (from 0): what it says, its head, and what kind or part of it; `award`: words to be marked with x."""

    index: int
    field: Field
    heading: str = ""
    kind: str = ""
    part: str = ""
    award: str = ""
    certainty: float = 1.0


@dataclass(frozen=True)
class Block:
    """The columns of one list; two lists may stand side by side. `figures`: it counts awards instead of naming."""

    columns: tuple[Column, ...]
    figures: bool = False
    by_field: dict[Field, tuple[Column, ...]] = field(default_factory=dict)

    def of(self, said: Field) -> tuple[Column, ...]:
        """Return the columns that say `said`, from left to right."""
        return self.by_field.get(said, ())

    @property
    def ordinal(self) -> int:
        """The column of STT, -1 for none."""
        found = self.of(Field.ORDINAL)
        return found[0].index if found else -1

    @property
    def indexes(self) -> frozenset[int]:
        """The columns that belong to the list."""
        return frozenset(column.index for column in self.columns)


def block_of(columns: Sequence[Column], *, figures: bool = False) -> Block:
    """Return a list's columns, looked up by what they say."""
    by_field: dict[Field, tuple[Column, ...]] = {}
    for column in columns:
        by_field[column.field] = (*by_field.get(column.field, ()), column)
    return Block(tuple(columns), figures, by_field)


def blocks_of(
    heads: Mapping[int, Head], grid: Grid, start: int, chosen: Mapping[int, Field | None] | None = None
) -> tuple[Block, ...]:
    """Return the lists below heads that end above the line at `start`."""
    lines = grid.lines[start : start + _SAMPLE]
    looks = {column: look_at(lines, column) for column in range(grid.width)}
    columns = [
        _column(index, head, looks[index]) for index, head in sorted(heads.items()) if index < grid.width
    ]
    known = [column for column in columns if column is not None]
    known = _with_split_names(known, heads, looks)
    if chosen is not None:
        return (block_of(_chosen(_settled(known, heads, looks, lines).columns, heads, chosen)),)
    return tuple(_settled(part, heads, looks, lines) for part in _side_by_side(known))


def _chosen(
    guessed: Sequence[Column], heads: Mapping[int, Head], chosen: Mapping[int, Field | None]
) -> list[Column]:
    """Return the guessed columns with what a person chose, who may have spoken of some of them only."""
    once = {said for said in chosen.values() if said not in _MANY}
    columns = [c for c in guessed if c.index not in chosen and c.field not in once]
    known = {column.index: column for column in guessed}
    for index, said in chosen.items():
        if said is None:
            continue
        head, same = heads.get(index), known.get(index)
        meaning = head.meaning if head else None
        if same is not None and same.field is said:
            columns.append(replace(same, certainty=1.0))
        elif meaning is not None and meaning.field is said and head is not None:
            columns.append(Column(index, said, head.text, meaning.kind, meaning.part, head.award))
        else:
            columns.append(Column(index, said, head.text if head else ""))
    return sorted(columns, key=lambda column: column.index)


def _column(index: int, head: Head, look: Look) -> Column | None:
    meaning = head.meaning
    if meaning is None or meaning.field is None:
        return None
    said, part = meaning.field, meaning.part
    if part == "year_or_male":
        said, part = (Field.YEAR, "") if look.years > 0.5 else (Field.WOMAN, "male")
    if said is Field.WOMAN and part == "" and key(head.text) == "nam":
        part = "male"
    if said is Field.TYPE and look.kinds > 0.5:
        said = Field.KIND
    last = key(head.text.rpartition(" / ")[2])
    if (
        said in (Field.NAME, Field.KIND)
        and last in ("ca nhan", "tap the", "ho gia dinh")
        and look.marks > 0.7
    ):
        said, part = Field.KIND, "mark"
    if said is Field.HONORIFIC and look.persons > 0.5:
        said, part = Field.NAME, ""  # «Ông (bà)» over whole names
    return Column(
        index, said, head.text, kind=meaning.kind, part=part, award=head.award, certainty=meaning.certainty
    )


def _with_split_names(
    columns: list[Column], heads: Mapping[int, Head], looks: Mapping[int, Look]
) -> list[Column]:
    """Return the columns, those of a name in two parts known: «Họ đệm | Tên», or one head merged over both."""
    known = {column.index: column for column in columns}
    for column in columns:
        if column.field is not Field.NAME or column.part == "given":
            continue
        right = column.index + 1
        look = looks.get(right)
        if look is None or not look.filled:
            continue
        neighbour = known.get(right)
        same_head = (
            neighbour is not None and neighbour.field is Field.NAME and neighbour.heading == column.heading
        )
        no_head = right not in heads and look.single_words > 0.8 and look.awards < 0.3 and look.marks < 0.3
        given = neighbour is not None and neighbour.field is Field.NAME and neighbour.part == "given"
        if same_head or no_head or given:
            known[column.index] = replace(column, part="family")
            known[right] = replace(column, index=right, part="given")
    for column in known.values():  # «Tên» alone is the whole name
        lonely = column.part == "given" and getattr(known.get(column.index - 1), "part", "") != "family"
        if column.field is Field.NAME and (
            lonely or (column.part == "family" and not _given_follows(known, column))
        ):
            known[column.index] = replace(column, part="")
    return [known[index] for index in sorted(known)]


def _given_follows(known: Mapping[int, Column], column: Column) -> bool:
    return getattr(known.get(column.index + 1), "part", "") == "given"


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    starts = [
        column.index for column in columns if column.field is Field.ORDINAL and key(column.heading) in _STT
    ]
    names = [column for column in columns if column.field is Field.NAME and column.part != "given"]
    if len(starts) < 2 and len(names) >= 2:
        repeated = [name.index for name in names if key(name.heading) == key(names[0].heading)]
        starts = repeated if len(repeated) > 1 and repeated[0] == columns[0].index else starts
    if len(starts) < 2 or len(names) < 2:
        return [columns]
    parts = []
    for at, start in enumerate(starts):
        until = starts[at + 1] if at + 1 < len(starts) else 10**6
        part = [c for c in columns if (start if at else -1) <= c.index < until]
        if any(c.field is Field.NAME for c in part):
            parts.append(part)
    return parts if len(parts) > 1 else [columns]


_STT: Final = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "s tt", "sott"})


def _settled(
    columns: list[Column], heads: Mapping[int, Head], looks: Mapping[int, Look], lines: Sequence[Line]
) -> Block:
    columns = _names_settled(columns, looks)
    columns = _kinds_settled(columns, looks)
    columns = _units_settled(columns)
    columns = _ranks_settled(columns)
    columns = _dates_settled(columns, looks)
    columns = _with_years_and_classes(columns, heads, looks, lines)
    columns = _unheaded(columns, heads, looks)
    return block_of(columns, figures=_counts(columns, heads, looks))


_YEAR: Final = re.compile(r"(?:.* )?(?:nam )?(?:nam hoc (?:19|20)\d\d )?(?:19|20)\d\d")
_CLASS: Final = frozenset({"hang", "bac", "hang huan chuong", "hang khen", "thu hang huan chuong"})
_CLASSES: Final = re.compile(r"(?:hang )?(?:nhat|nhi|ba|[123]|i{1,3})")


def _with_years_and_classes(
    columns: list[Column], heads: Mapping[int, Head], looks: Mapping[int, Look], lines: Sequence[Line]
) -> list[Column]:
    """Return the columns with those that hold the awards of a year («2016»), or the class of an order («Hạng»)."""
    taken = {column.index for column in columns}
    found = list(columns)
    has_award = any(column.field is Field.AWARD for column in columns)
    for index, head in heads.items():
        look = looks.get(index)
        if look is None or not look.filled:
            continue
        words = key(head.text)
        if (index not in taken or words[-4:].isdigit()) and _YEAR.fullmatch(words) and look.awards > 0.5:
            found = [column for column in found if column.index != index]
            found.append(Column(index, Field.AWARD, head.text, part="year"))
        elif words in _CLASS and has_award and index not in taken:
            texts = [key(line.text(index)) for line in lines if line.text(index)]
            if all(_CLASSES.fullmatch(text) for text in texts):
                found.append(Column(index, Field.AWARD, head.text, part="class"))
    return sorted(found, key=lambda column: column.index)


def _names_settled(columns: list[Column], looks: Mapping[int, Look]) -> list[Column]:
    names = [column for column in columns if column.field is Field.NAME]
    if not names:
        # A list of collectives may only say «Đơn vị»; «Đối tượng khen thưởng» may hold the names.
        for said in (Field.KIND, Field.UNIT):
            for column in columns:
                look = looks[column.index]
                if column.field is said and look.filled and (said is Field.UNIT or look.kinds < 0.5):
                    kind = str(RecipientKind.COLLECTIVE) if said is Field.UNIT else ""
                    renamed = replace(column, field=Field.NAME, kind=kind, part="")
                    return [renamed if one is column else one for one in columns]
        return columns
    people = [column for column in names if column.kind != RecipientKind.COLLECTIVE]
    if people and len(names) > len(people):
        has_unit = any(column.field is Field.UNIT for column in columns)
        settled = []
        for column in columns:
            units = column.field is Field.NAME and column.kind == RecipientKind.COLLECTIVE
            if units and "tap the" not in key(column.heading) and not has_unit:
                column = replace(column, field=Field.UNIT, kind="")
            settled.append(column)
        return settled
    return columns


def _kinds_settled(columns: list[Column], looks: Mapping[int, Look]) -> list[Column]:
    return [
        column
        for column in columns
        if column.field is not Field.KIND
        or column.part == "mark"
        or looks[column.index].kinds > 0.3
        or not looks[column.index].filled
    ]


def _units_settled(columns: list[Column]) -> list[Column]:
    units = [column for column in columns if column.field is Field.UNIT and column.part != "address"]
    if len(units) < 2:
        return columns
    outer = [
        c
        for c in units
        if any(word in key(c.heading) for word in ("de nghi", "quan ly", "chu quan", "cap tren"))
    ]
    return [column for column in columns if column not in outer or len(outer) == len(units)]


def _ranks_settled(columns: list[Column]) -> list[Column]:
    if any(column.field is Field.POST for column in columns):
        return columns
    ranks = [column for column in columns if column.field is Field.HONORIFIC and column.part == "rank"]
    return [replace(c, field=Field.POST, part="") if c in ranks else c for c in columns]


def _dates_settled(columns: list[Column], looks: Mapping[int, Look]) -> list[Column]:
    """Return the columns with one day of the decision: among several, the one whose head is surest."""
    dated = [column for column in columns if column.field is Field.DECIDED_ON]
    if len(dated) < 2:
        return columns
    best = max(dated, key=lambda c: ("quyet dinh" in key(c.heading) or "qd" in key(c.heading), c.certainty))
    return [column for column in columns if column not in dated or column is best]


def _unheaded(columns: list[Column], heads: Mapping[int, Head], looks: Mapping[int, Look]) -> list[Column]:
    """Return the columns with those whose head is missing or strange known by their cells, where something lacks."""
    said = {column.field for column in columns}
    taken = {column.index for column in columns}
    first, last = min(taken, default=0), max(taken, default=-1)
    for index, look in looks.items():
        head = heads.get(index)
        if index in taken or not look.filled or (head is not None and head.meaning is not None):
            continue
        if not first - 1 <= index <= last + 2 or (head is not None and says_figures(head.text)):
            continue
        found = _by_cells(look, said)
        if found is not None:
            said.add(found)
            columns = [*columns, Column(index, found, head.text if head else "", certainty=0.6)]
    return sorted(columns, key=lambda column: column.index)


def _by_cells(look: Look, said: set[Field]) -> Field | None:
    candidates = (
        (Field.ORDINAL, look.rising > 0.7 and look.numbers > 0.7),
        (Field.DECISION, look.decisions > 0.6),
        (Field.DECIDED_ON, look.days > 0.7),
        (Field.AWARD, look.awards > 0.6),
        (Field.KIND, look.kinds > 0.7),
        (Field.NAME, look.persons > 0.6),
        (Field.AMOUNT, look.amounts > 0.7),
        (Field.YEAR, look.years > 0.8 and look.numbers > 0.5),
    )
    return next((one for one, likely in candidates if likely and one not in said), None)


def _counts(columns: list[Column], heads: Mapping[int, Head], looks: Mapping[int, Look]) -> bool:
    """Tell whether a table counts awards or holds points and names no award."""
    marks = [column for column in columns if column.award]
    if marks:
        filled = [looks[column.index] for column in marks if looks[column.index].filled]
        names = any(column.field is Field.NAME for column in columns)
        if filled and not names and all(look.numbers > 0.9 for look in filled):
            return True  # «Năm | LĐTT | CSTĐCS» with 1 and 3 below: nobody is named
        counting = [look for look in filled if look.numbers > 0.9 and look.marks < 0.9 and look.years < 0.5]
        return bool(filled) and len(counting) * 2 > len(filled)
    fields = {column.field for column in columns}
    points = sum(1 for head in heads.values() if says_figures(head.text))
    return points >= 1 and not fields & {Field.AWARD, Field.DECISION, Field.DECIDED_ON}
