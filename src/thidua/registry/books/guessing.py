"""Columns of a table without heads, guessed from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from thidua.registry.books.columns import Block, Column, block_of
from thidua.registry.books.contents import Look, look_at
from thidua.registry.books.grid import Grid, Line
from thidua.registry.books.rows import Field

_SAMPLE: Final = 300


def guessed(grid: Grid) -> Block | None:
    """Return what the columns of a table without heads seem to say; None where it holds no list of names."""
    lines = [line for line in grid.lines[:_SAMPLE] if len(line.filled) >= 2]
    if not lines or len(lines) * 2 < min(len(grid.lines), _SAMPLE) or grid.width < 2:
        return None
    looks = {index: look_at(lines, index) for index in range(grid.width)}
    looks = {index: look for index, look in looks.items() if look.filled * 10 >= len(lines)}
    columns = _columns(looks, lines)
    fields = [column.field for column in columns]
    if Field.NAME not in fields or len(set(fields) - {Field.ORDINAL, Field.NOTE}) < 2:
        return None
    return block_of(columns)


def _columns(looks: dict[int, Look], lines: Sequence[Line]) -> list[Column]:
    said: dict[int, Field] = {}

    def put(field: Field, score: dict[int, float], least: float) -> None:
        free = {index: value for index, value in score.items() if index not in said and value >= least}
        if free:
            said[max(free, key=lambda index: (free[index], -index))] = field

    put(Field.ORDINAL, {i: look.rising * look.numbers for i, look in looks.items()}, 0.5)
    put(Field.DECISION, {i: look.decisions for i, look in looks.items()}, 0.6)
    put(Field.AWARD, {i: look.awards for i, look in looks.items() if look.marks < 0.5}, 0.5)
    put(Field.AMOUNT, {i: look.amounts for i, look in looks.items()}, 0.7)
    _put_days(said, looks, lines)
    put(Field.YEAR, {i: look.years for i, look in looks.items()}, 0.8)
    put(Field.KIND, {i: look.kinds * (1 - look.distinct / 2) for i, look in looks.items()}, 0.5)
    put(Field.NAME, {i: look.persons for i, look in looks.items()}, 0.5)
    put(Field.POST, {i: look.posts * (1 - look.organisations / 2) for i, look in looks.items()}, 0.4)
    if Field.NAME not in said.values():
        put(Field.NAME, {i: look.organisations * look.distinct for i, look in looks.items()}, 0.3)
    put(Field.UNIT, {i: look.organisations for i, look in looks.items()}, 0.5)
    return [Column(index, field, certainty=0.5) for index, field in sorted(said.items())]


def _put_days(said: dict[int, Field], looks: dict[int, Look], lines: Sequence[Line]) -> None:
    """Tell the day of a decision from a birthday: people are born long before they are commended."""
    days = [index for index, look in looks.items() if look.days > 0.7 and index not in said]
    if not days:
        return
    if len(days) == 1:
        said[days[0]] = (
            Field.BORN if _mean_year(lines, days[0]) < 1995 and len(looks) > 4 else Field.DECIDED_ON
        )
        return
    ordered = sorted(days, key=lambda index: _mean_year(lines, index))
    said[ordered[0]], said[ordered[-1]] = Field.BORN, Field.DECIDED_ON


def _mean_year(lines: Sequence[Line], column: int) -> float:
    years = [int(text[-4:]) for line in lines if (text := line.text(column))[-4:].isdigit()]
    return sum(years) / len(years) if years else 2100
