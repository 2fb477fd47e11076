"""A file → its lines, by what is learned of spellings and what a person chose for columns and defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import DatabaseError

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.rows import BookReading, Field, SheetReading
from thidua.registry.books.values import as_values, award_of
from thidua.registry.enums import SpellingKind
from thidua.registry.models import LearnedSpelling
from thidua.support.refusals import Refused, Sentence
from thidua.support.spreadsheets.faults import CellFault, TableRefused
from thidua.support.spreadsheets.sheets import Sheet
from thidua.support.spreadsheets.table import Value
from thidua.support.spreadsheets.whole import read_sheets

Columns = Mapping[str, Mapping[int, Field | None]]
EVERY_SHEET = ""
_ROWS_ABOVE, _ROWS_BELOW, _LETTERS = 6, 8, 120


@dataclass(frozen=True)
class Choices:
    """What a person said of a book. `columns`: sheet → column from 0 → what it says.

    `defaults`: sheet → what holds where the book does not say; under "" for every sheet.
    """

    columns: Columns = field(default_factory=dict)
    defaults: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return them for JSON."""
        columns = {
            sheet: {str(place): chosen.value if chosen else None for place, chosen in told.items()}
            for sheet, told in self.columns.items()
        }
        defaults = {sheet: as_values(award_of(told)) for sheet, told in self.defaults.items()}
        return {"columns": columns, "defaults": {sheet: told for sheet, told in defaults.items() if told}}

    @staticmethod
    def of(plain: Mapping[str, Any]) -> Choices:
        """Return them from JSON."""
        columns = {
            sheet: {int(place): Field(chosen) if chosen else None for place, chosen in told.items()}
            for sheet, told in plain.get("columns", {}).items()
        }
        return Choices(columns, plain.get("defaults", {}))


@dataclass(frozen=True)
class Spellings:
    """What was learned: folded words → code of an award, unit, or meaning of a column."""

    awards: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, Field] = field(default_factory=dict)


def learned_spellings() -> Spellings:
    """Return all that was learned; nothing before the database was made."""
    awards: dict[str, str] = {}
    units: dict[str, int] = {}
    columns: dict[str, Field] = {}
    try:
        rows = list(LearnedSpelling.objects.values_list("kind", "folded", "award_code", "unit_id", "column"))
    except DatabaseError:
        rows = []
    for kind, folded, code, unit, column in rows:
        if kind == SpellingKind.AWARD:
            awards[folded] = code
        elif kind == SpellingKind.UNIT and unit is not None:
            units[folded] = unit
        elif kind == SpellingKind.COLUMN:
            columns[folded] = Field(column)
    return Spellings(awards, units, columns)


@dataclass(frozen=True)
class FileReading:
    """What a file says; `tables`: names of those of its sheets that are tables of a text."""

    book: BookReading
    tables: frozenset[str] = frozenset()
    samples: Mapping[str, list[list[Any]]] = field(
        default_factory=dict
    )  # sheet → [number, texts] of first rows


def read_file(
    data: bytes,
    name: str,
    choices: Choices,
    spellings: Spellings,
    progress: Callable[[int, int], None] | None = None,
) -> FileReading:
    """Return what a file says; raises Refused on `file` with every sentence about a file that cannot be read."""
    try:
        book = read_sheets(data, name)
    except TableRefused as refused:
        raise Refused({"file": [_told(fault) for fault in refused.faults]}) from refused
    reading = _read(book.sheets, name, choices, spellings, progress)
    learned = _learned_columns(reading, choices, spellings)
    if learned:
        columns = {sheet: {**told, **choices.columns.get(sheet, {})} for sheet, told in learned.items()}
        again = replace(choices, columns={**choices.columns, **columns})
        reading = _read(book.sheets, name, again, spellings, progress)
    remarks: tuple[Sentence, ...] = tuple(one.sentence for one in book.remarks)
    remarks = (*remarks, *(one for one in reading.remarks if one not in remarks))
    tables = frozenset(sheet.name for sheet in book.sheets if sheet.is_table)
    samples = {
        one.sheet: _sample(sheet, one)
        for sheet in book.sheets
        for one in reading.sheets
        if one.sheet == sheet.name
    }
    return FileReading(replace(reading, remarks=remarks), tables, samples)


def _sample(sheet: Sheet, reading: SheetReading) -> list[list[Any]]:
    """Return the first rows as written, for somebody to judge the columns: what stands over the data, and some data."""
    last = reading.heading_rows[0] if reading.heading_rows else 0
    above = [row for row in sheet.rows if row.number <= last][-_ROWS_ABOVE:]
    below = [row for row in sheet.rows[: last + _ROWS_BELOW + _ROWS_ABOVE] if row.number > last][:_ROWS_BELOW]
    return [[row.number, [_short(value) for value in row.values]] for row in (*above, *below)]


def _short(value: Value) -> str:
    if isinstance(value, datetime):
        value = value.date()
    text = (
        format_date(value)
        if isinstance(value, date)
        else " ".join(str("" if value is None else value).split())
    )
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"


def _read(
    sheets: Sequence[Sheet],
    name: str,
    choices: Choices,
    spellings: Spellings,
    progress: Callable[[int, int], None] | None,
) -> BookReading:
    """Sheets with defaults of their own are read by themselves: a default must not reach the next sheet."""
    general = choices.defaults.get(EVERY_SHEET, {})
    own = {sheet for sheet in choices.defaults if sheet}
    if not own:
        return _portion(sheets, name, choices, spellings, general, progress)
    parts = [
        _portion([sheet], name, choices, spellings, {**general, **choices.defaults.get(sheet.name, {})}, None)
        for sheet in sheets
    ]
    return BookReading(
        tuple(line for part in parts for line in part.lines),
        tuple(sheet for part in parts for sheet in part.sheets),
        tuple(dict.fromkeys(remark for part in parts for remark in part.remarks)),
    )


def _portion(
    sheets: Sequence[Sheet],
    name: str,
    choices: Choices,
    spellings: Spellings,
    defaults: Mapping[str, Any],
    progress: Callable[[int, int], None] | None,
) -> BookReading:
    from thidua.registry.books.book import read_book  # its dictionaries are loaded when a book is read

    return read_book(
        sheets,
        spellings.awards,
        columns=choices.columns,
        defaults=award_of(defaults) if defaults else None,
        file_name=name,
        progress=progress,
    )


def _learned_columns(
    reading: BookReading, choices: Choices, spellings: Spellings
) -> dict[str, dict[int, Field | None]]:
    """Return the columns of sheets whose headings were explained before and are guessed otherwise."""
    found: dict[str, dict[int, Field | None]] = {}
    for sheet in reading.sheets if spellings.columns else ():
        told = {
            place: spellings.columns[fold(heading)]
            for place, heading in sheet.headings.items()
            if fold(heading) in spellings.columns
        }
        if any(sheet.columns.get(place) != meaning for place, meaning in told.items()):
            found[sheet.sheet] = dict(told)
    return found


def _told(fault: CellFault) -> str:
    """Return the sentence, with its cell where it does not name it."""
    return (
        fault.sentence
        if not fault.cell or fault.cell in fault.sentence
        else f"{fault.cell}: {fault.sentence}"
    )
