"""Which cells of a row say what."""

from __future__ import annotations

from functools import lru_cache

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.columns import Column
from thidua.registry.books.numbers import Paper, read_decision
from thidua.registry.books.records import EMPTY, Cell, Record
from thidua.registry.books.rows import Field
from thidua.registry.enums import RecipientKind


@lru_cache(maxsize=20_000)
def paper_of(value: object) -> Paper:
    """Return the paper that a cell names, remembered: papers repeat from row to row."""
    return read_decision(value)


def told_text(record: Record, cell: str) -> str:
    """Return the text of a cell of the row."""
    for column in record.block.columns:
        if record.cell(column.index).name == cell:
            return record.cell(column.index).text
    return ""


def first_cell(record: Record, said: Field) -> Cell:
    """Return the first filled cell of the columns that say something."""
    for column in record.block.of(said):
        if record.text(column.index):
            return record.cell(column.index)
    return EMPTY


def name_cell(record: Record) -> tuple[Column | None, Cell]:
    """Return the column and cell of who received it: a person before the collective that stands beside it."""
    if record.name is not None:
        return record.name
    record.name = found = _found_name(record)
    return found


def _found_name(record: Record) -> tuple[Column | None, Cell]:
    names = record.block.of(Field.NAME)
    if len(names) == 1:
        return names[0], record.cell(names[0].index)
    filled = [(column, record.cell(column.index)) for column in names if record.cell(column.index).text]
    if not filled:
        return (names[0], EMPTY) if names else (None, EMPTY)
    people = [one for one in filled if one[0].kind != RecipientKind.COLLECTIVE]
    column, cell = (people or filled)[0]
    if column.part == "family":
        given = next(
            (other for other, _ in filled if other.index == column.index + 1 and other.part == "given"), None
        )
        if given is not None:
            return column, Cell(f"{cell.text} {record.cell(given.index).text}", None, cell.name)
    return column, cell


def collective_beside(record: Record, column: Column) -> Cell:
    """Return the collective that stands beside a person, as the unit."""
    chosen, _cell = name_cell(record)
    if column is chosen or column.part == "given" or column.kind != RecipientKind.COLLECTIVE:
        return EMPTY
    return record.cell(column.index)


def place_of_name(record: Record) -> str:
    """Return the name of the cell where a recipient should stand."""
    names = record.block.of(Field.NAME)
    return record.line.cell(names[0].index if names else record.line.filled[0])


def spread(text: str, people: int) -> list[str]:
    """Return one text for each person of a cell: its lines, where there are as many, else the whole for each."""
    parts = [part.strip(" ;-") for part in text.replace(";", "\n").split("\n") if part.strip(" ;-")]
    return parts if people > 1 and len(parts) == people else [text] * people


def joined_units(inner: str, outer: str) -> str:
    """Return «Phòng A, Sở B»; a part that the other already says stands once."""
    if not inner or not outer:
        return inner or outer
    small, large = fold(inner), fold(outer)
    if small in large:
        return outer
    return inner if large in small else f"{inner}, {outer}"
