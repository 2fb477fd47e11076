"""Who a row names: one recipient or several, with post, unit and kind."""

from __future__ import annotations

from dataclasses import replace

from thidua.registry.books.contents import is_mark
from thidua.registry.books.context import Context
from thidua.registry.books.kinds import kind_of_name, read_kind
from thidua.registry.books.names import PersonCell, split_person
from thidua.registry.books.posts import split_post_unit
from thidua.registry.books.records import EMPTY, Cell, Record
from thidua.registry.books.row_cells import (
    collective_beside,
    first_cell,
    joined_units,
    name_cell,
    place_of_name,
    spread,
)
from thidua.registry.books.row_told import Told
from thidua.registry.books.rows import Field, Written
from thidua.registry.books.sentences import NO_NAME, SEVERAL, say
from thidua.registry.books.several import split_many
from thidua.registry.books.words import is_nothing, one_line
from thidua.registry.enums import RecipientKind


def people_of(record: Record, told: Told) -> list[tuple[PersonCell, Cell]]:
    found: list[tuple[PersonCell, Cell]] = []
    column, cell = name_cell(record)
    if column is None or not cell.text or is_nothing(cell.text):
        if column is None and record.context.name:
            return _completed(record, told, [(split_person(record.context.name, record.context.kind), EMPTY)])
        place = cell.name or place_of_name(record)
        told.faults.append((say(NO_NAME, cell=place), place))
        return _completed(record, told, [(PersonCell(), Cell("", None, place))])
    told.written[Field.NAME] = Written(cell.name, cell.text)
    context_kind = kind_said(record) or record.context.kind
    kind = context_kind or (column.kind if column.kind != RecipientKind.INDIVIDUAL else "")
    texts = split_many(cell.text, kind) if _may_be_many(cell.text) else [cell.text]
    for text in texts:
        found.append((split_person(text, kind), cell))
    if len(found) > 1:
        told.remarks.append(say(SEVERAL, cell=cell.name, count=len(found)))
    return _completed(record, told, found)


def _completed(
    record: Record, told: Told, people: list[tuple[PersonCell, Cell]]
) -> list[tuple[PersonCell, Cell]]:
    posts = _posts(record, told, len(people))
    units = _units(record, told, len(people))
    outer = next(
        (r.text for c in record.block.of(Field.NAME) if (r := collective_beside(record, c)).text), ""
    )
    completed = []
    for at, (person, cell) in enumerate(people):
        (post, post_unit), unit = posts[at], units[at] or outer
        own = person.unit if not unit else joined_units(person.unit, unit)
        completed.append(
            (
                replace(
                    person,
                    post=post or person.post,
                    unit=joined_units(post_unit, own) if post_unit else own,
                ),
                cell,
            )
        )
    return completed


def _posts(record: Record, told: Told, people: int) -> list[tuple[str, str]]:
    cells = [(c, record.cell(c.index)) for c in record.block.of(Field.POST)]
    cells = [(column, cell) for column, cell in cells if cell.text and not is_nothing(cell.text)]
    if not cells:
        return [("", "")] * people
    told.written[Field.POST] = Written(cells[0][1].name, cells[0][1].text)
    column, cell = cells[0]
    split = column.part == "post_unit" or not record.block.of(Field.UNIT)
    texts = spread(cell.text, people)
    extra = ", ".join(one_line(other.text) for _c, other in cells[1:])
    read = [split_post_unit(text) if split else (one_line(text), "") for text in texts]
    return [(", ".join(part for part in (post, extra) if part), unit) for post, unit in read]


def _units(record: Record, told: Told, people: int) -> list[str]:
    cells = [(c, record.cell(c.index)) for c in record.block.of(Field.UNIT)]
    cells = [(column, cell) for column, cell in cells if cell.text and not is_nothing(cell.text)]
    inner = [(column, cell) for column, cell in cells if column.part != "address"] or cells
    if not inner:
        return [""] * people
    told.written[Field.UNIT] = Written(inner[0][1].name, inner[0][1].text)
    spreads = [spread(cell.text, people) for _column, cell in inner]
    units = []
    for at in range(people):
        unit = ""
        for texts in spreads:
            unit = joined_units(unit, one_line(texts[at]).strip(" ;,"))
        units.append(unit)
    return units


def kind_said(record: Record) -> str:
    for column in record.block.of(Field.KIND):
        text = record.cell(column.index).text
        if not text:
            continue
        if column.part == "mark":
            if is_mark(text):
                return column.kind or read_kind(column.heading)
        elif kind := read_kind(text):
            return kind
    return ""


def kind_of(record: Record, person: PersonCell, said: str, hint: Context) -> str:
    if said:
        return said
    column, _cell = name_cell(record)
    context = record.context.kind
    if (
        column is not None
        and column.kind == RecipientKind.HOUSEHOLD
        and person.kind_hint != RecipientKind.COLLECTIVE
    ):
        return str(RecipientKind.HOUSEHOLD)
    honorific = person.honorific or first_cell(record, Field.HONORIFIC).text
    if person.kind_hint == RecipientKind.HOUSEHOLD or (person.kind_hint and not context):
        return person.kind_hint
    if honorific and context in ("", RecipientKind.COLLECTIVE):
        return str(RecipientKind.INDIVIDUAL)
    guess = kind_of_name(person.name) if person.name else ""
    heading = column.kind if column else ""
    return context or guess or heading or hint.kind or (str(RecipientKind.INDIVIDUAL) if person.post else "")


def _may_be_many(text: str) -> bool:
    return "\n" in text or ";" in text or " và " in text or "," in text or " và" in text
