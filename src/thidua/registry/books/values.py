"""What is read of a row, as the row of a book keeps it: plain values for JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from thidua.registry.books.dates import read_day
from thidua.registry.books.rows import AwardRead, BookLine, Field, Written

_DATES: Final = frozenset({"decision_date", "birth_date"})
_OF_BIRTH: Final = frozenset({Field.BORN, Field.WOMAN})  # columns in which a day of birth may stand
_NAMES: Final = tuple(one.name for one in fields(AwardRead))
_EMPTY: Final = AwardRead()
_DEFAULTS: Final = tuple((name, getattr(_EMPTY, name)) for name in _NAMES)
# Which columns of a book say a value: where its cell stands.
COLUMNS: Final[Mapping[str, tuple[Field, ...]]] = {
    "kind": (Field.KIND,),
    "name": (Field.NAME,),
    "honorific": (Field.HONORIFIC, Field.NAME),
    "post": (Field.POST,),
    "unit": (Field.UNIT,),
    "award_code": (Field.AWARD,),
    "award_text": (Field.AWARD,),
    "commendation_type": (Field.TYPE,),
    "decision_number": (Field.DECISION,),
    "decision_date": (Field.DECIDED_ON, Field.DECISION),
    "authority": (Field.AUTHORITY, Field.DECISION),
    "year": (Field.YEAR, Field.DECIDED_ON),
    "amount": (Field.AMOUNT,),
    "birth_year": (Field.BORN,),
    "birth_date": (Field.BORN,),
    "woman": (Field.WOMAN,),
    "ethnicity": (Field.ETHNICITY,),
    "reason": (Field.REASON,),
}


def as_values(award: AwardRead) -> dict[str, Any]:
    """Return what the row says, without what it does not say; dates as ISO texts, of a birth the year alone.

    A day of birth is kept sealed or not at all, and nothing of the register needs more of it than the year.
    """
    if award.birth_date is not None:
        award = replace(award, birth_year=award.birth_year or award.birth_date.year, birth_date=None)
    said: dict[str, Any] = {}
    for name, default in _DEFAULTS:
        value = getattr(award, name)
        if value != default:
            said[name] = value.isoformat() if name in _DATES else value
    return said


def award_of(values: Mapping[str, Any]) -> AwardRead:
    """Return the award that stored values tell of."""
    known = {name: value for name, value in values.items() if name in _NAMES}
    for name in _DATES & set(known):
        known[name] = date.fromisoformat(known[name])
    return AwardRead(**known)


def as_cells(written: Mapping[Field, Written]) -> dict[str, list[str]]:
    """Return field → [cell, text as written]; of a day of birth the year alone."""
    return {
        field.value: [one.cell, _without_day(one.text) if field in _OF_BIRTH else one.text]
        for field, one in written.items()
    }


def _without_day(text: str) -> str:
    day = read_day(text).day
    return f"…/{day.year}" if day is not None else text


def line_of(
    sheet: str, row: int, cells: Mapping[str, Sequence[str]], values: Mapping[str, Any], **more: Any
) -> BookLine:
    """Return the line of a stored row, with its written cells and its present values; `more`: faults and remarks."""
    written = {Field(name): Written(*pair) for name, pair in cells.items()}
    return BookLine(sheet=sheet, row=row, award=award_of(values), written=written, **more)


def cell_of(line: BookLine, name: str) -> str:
    """Return the cell that says a value of the row, "" for none."""
    for column in COLUMNS[name]:
        if (written := line.written.get(column)) is not None and written.cell:
            return written.cell
    return ""


def changed(award: AwardRead, values: Mapping[str, Any]) -> AwardRead:
    """Return the award with some values put in place of what was read."""
    return replace(award, **values)
