"""What a row says apart from names and awards: the paper, the year, the money, birth and sex."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.contents import is_mark
from thidua.registry.books.dates import read_day, read_year
from thidua.registry.books.kinds import read_woman
from thidua.registry.books.money import read_amount
from thidua.registry.books.records import Record
from thidua.registry.books.row_cells import first_cell, paper_of
from thidua.registry.books.rows import Field, Written
from thidua.registry.books.sentences import AMOUNT, HIDDEN, SCHOOL_YEAR, YEAR, say
from thidua.registry.books.words import is_nothing, one_line
from thidua.registry.enums import CommendationType
from thidua.support.refusals import Sentence


@dataclass
class Told:
    """What a row says of itself apart from names and awards, with its faults and remarks."""

    number: str = ""
    decided_on: date | None = None
    authority: str = ""
    year: int | None = None
    own_day: bool = False
    amount: int | None = None
    values: dict[str, object] = field(default_factory=dict)
    written: dict[Field, Written] = field(default_factory=dict)
    faults: list[tuple[Sentence, str]] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)


def told_by_row(record: Record) -> Told:
    told = Told(faults=list(record.faults), remarks=list(record.remarks))
    if record.line.hidden:
        told.remarks.append(HIDDEN)
    _paper(record, told)
    for said in (Field.REASON, Field.ETHNICITY, Field.NOTE, Field.HONORIFIC):
        cell = first_cell(record, said)
        if cell.text:
            told.values[said] = one_line(cell.text)
            told.written[said] = Written(cell.name, cell.text)
    _year(record, told)
    _amount(record, told)
    _born(record, told)
    cell = first_cell(record, Field.TYPE)
    if cell.text:
        told.written[Field.TYPE] = Written(cell.name, cell.text)
    told.values[Field.TYPE] = _type_of(cell.text) or record.context.commendation_type
    return told


def _paper(record: Record, told: Told) -> None:
    for column in record.block.of(Field.DECISION):
        cell = record.cell(column.index)
        if not cell.text or is_nothing(cell.text):
            continue
        paper = paper_of(cell.value if cell.value is not None else cell.text)
        told.written.setdefault(Field.DECISION, Written(cell.name, cell.text))
        told.number, told.authority = told.number or paper.number, told.authority or paper.authority
        told.decided_on = told.decided_on or paper.date
        told.year = told.year or paper.year
        if paper.date is not None:
            told.written.setdefault(Field.DECIDED_ON, Written(cell.name, cell.text))
        if paper.fault is not None:
            told.faults.append((paper.fault, cell.name))
    for column in record.block.of(Field.DECIDED_ON):
        cell = record.cell(column.index)
        if not cell.text or is_nothing(cell.text):
            continue
        day = read_day(cell.value if cell.value is not None else cell.text)
        told.written[Field.DECIDED_ON] = Written(cell.name, cell.text)
        told.decided_on = day.day or told.decided_on
        told.year = told.year or (day.year if day.day is None else None)
        if day.fault is not None:
            told.faults.append((day.fault, cell.name))
        if day.remark is not None:
            told.remarks.append(day.remark)
    cell = first_cell(record, Field.AUTHORITY)
    if cell.text and not is_nothing(cell.text):
        told.authority = one_line(cell.text)
        told.written[Field.AUTHORITY] = Written(cell.name, cell.text)
    told.own_day = told.decided_on is not None


def _year(record: Record, told: Told) -> None:
    cell = first_cell(record, Field.YEAR)
    if not cell.text or is_nothing(cell.text):
        return
    told.written[Field.YEAR] = Written(cell.name, cell.text)
    value = cell.value if cell.value is not None else cell.text
    year = read_year(value)
    if year is None:
        told.faults.append((say(YEAR, text=cell.text, cell=cell.name), cell.name))
        return
    told.year = year
    if "-" in cell.text and read_day(value).precision == "school_year":
        told.remarks.append(say(SCHOOL_YEAR, text=cell.text, year=year))


def _amount(record: Record, told: Told) -> None:
    cell = first_cell(record, Field.AMOUNT)
    if not cell.text or is_nothing(cell.text) or cell.text == "0":
        return
    told.written[Field.AMOUNT] = Written(cell.name, cell.text)
    told.amount = read_amount(cell.value if cell.value is not None else cell.text)
    if told.amount is None and not any(
        word in fold(cell.text) for word in ("lan", "muc", "luong", "hien vat")
    ):
        told.faults.append((say(AMOUNT, text=cell.text, cell=cell.name), cell.name))


def _born(record: Record, told: Told) -> None:
    cell = first_cell(record, Field.BORN)
    if cell.text and not is_nothing(cell.text):
        day = read_day(cell.value if cell.value is not None else cell.text)
        told.values["birth_date"], told.values["birth_year"] = day.day, day.year
        told.written[Field.BORN] = Written(cell.name, cell.text)
        if day.fault is not None:
            told.faults.append((day.fault, cell.name))
    for column in record.block.of(Field.WOMAN):
        cell = record.cell(column.index)
        if not cell.text:
            continue
        if not column.part:
            told.values["woman"] = read_woman(cell.text)
            told.written[Field.WOMAN] = Written(cell.name, cell.text)
        elif is_mark(cell.text) or read_day(cell.value).year is not None:
            told.values["woman"] = column.part == "female"
            told.written[Field.WOMAN] = Written(cell.name, cell.text)
            if not is_mark(cell.text):  # the birthday stands in the column of the sex
                day = read_day(cell.value)
                told.values["birth_date"], told.values["birth_year"] = day.day, day.year
                told.written[Field.BORN] = Written(cell.name, cell.text)


@lru_cache(maxsize=1024)
def _type_of(text: str) -> str:
    folded = fold(text)
    for word, kind in (
        ("dot xuat", CommendationType.SUDDEN),
        ("chuyen de", CommendationType.MOVEMENT),
        ("phong trao", CommendationType.MOVEMENT),
        ("theo dot", CommendationType.MOVEMENT),
        ("cong hien", CommendationType.TENURE),
        ("cong trang", CommendationType.MERIT),
        ("thuong xuyen", CommendationType.MERIT),
        ("nien han", CommendationType.LONG_SERVICE),
        ("doi ngoai", CommendationType.EXTERNAL),
    ):
        if word in folded:
            return str(kind)
    return text if text in CommendationType.values else ""
