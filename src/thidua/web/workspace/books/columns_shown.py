"""The first rows of each sheet under what their columns were taken to say, and what was read from titles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.forms import BoundField
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.staging import IGNORED, TEXT
from thidua.registry.books.values import COLUMNS
from thidua.registry.enums import RowVerdict
from thidua.registry.models import BookImport, BookRow
from thidua.web.workspace.books.fields_said import FIELD_WORDS
from thidua.web.workspace.books.forms.columns import ColumnsForm, letter, width_of
from thidua.web.workspace.books.shown import words_of

_SAMPLE: Final = 200  # rows in which a title's values are looked for
_FROM_TITLES: Final = ("award_code", "decision_number", "decision_date", "authority", "year", "kind")
_SURE, _LIKELY = 0.9, 0.6


@dataclass(frozen=True)
class ColumnShown:
    """A column: its letter, its heading as written, and the select of what it says."""

    name: str
    heading: str
    field: BoundField


@dataclass(frozen=True)
class SampleRow:
    """A row as written; `says`: heading row, title … or ""."""

    number: int
    texts: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class SheetShown:
    """A sheet with its columns and first rows; `certainty` in words."""

    name: str
    certainty: str
    columns: tuple[ColumnShown, ...]
    rows: tuple[SampleRow, ...]


@dataclass(frozen=True)
class TitleValue:
    """A value that holds for rows and stands in no cell of theirs: what, how often, and the line it was read from."""

    label: str
    value: str
    rows: int
    source: str


def sheets_shown(book: BookImport, form: ColumnsForm) -> list[SheetShown]:
    """Return the sheets that have columns; one query for what their first rows are."""
    numbers = {number for sheet in form.sheets for number, _texts in sheet.get("sample", ())}
    ignored = {
        (sheet, row): values.get(IGNORED, "")
        for sheet, row, values in book.rows.filter(
            verdict=RowVerdict.IGNORED, row__in=sorted(numbers)
        ).values_list("sheet", "row", "values")
    }
    return [_sheet(at, sheet, form, ignored) for at, sheet in enumerate(form.sheets) if width_of(sheet)]


def certainty_words(certainty: float) -> str:
    """Return how sure the reader is of the columns."""
    if certainty >= _SURE:
        return _("The columns are clear.")
    if certainty >= _LIKELY:
        return _("The columns are likely so. Check those that have no heading.")
    return _("The columns were guessed. Check each one.")


def from_titles(book: BookImport) -> list[TitleValue]:
    """Return the values that were read from titles, headings and the name of the file; two queries."""
    rows = list(book.rows.exclude(verdict=RowVerdict.IGNORED).order_by("ordinal")[:_SAMPLE])
    above = list(
        book.rows.filter(verdict=RowVerdict.IGNORED)
        .order_by("ordinal")
        .values_list("row", "values")[:_SAMPLE]
    )
    counted: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        for name in _FROM_TITLES:
            if (value := row.values.get(name)) and not _has_cell(row, name):
                words = row.values.get("award_text", "") if name == "award_code" else str(value)
                counted[name, words_of(name, value), words] += 1
    return [
        TitleValue(str(FIELD_WORDS[COLUMNS[name][0]]), shown, count, _source(name, words, shown, above))
        for (name, shown, words), count in counted.most_common(12)
    ]


def _has_cell(row: BookRow, name: str) -> bool:
    return any(row.cells.get(column.value, ("", ""))[0] for column in COLUMNS[name])


def _source(name: str, words: str, shown: str, above: list[tuple[int, dict[str, Any]]]) -> str:
    """Return «row 2: …», the first line above the rows that says the value."""
    keys = [fold(shown), fold(words)]
    if name == "decision_number":
        keys.append(fold(words).split("/")[0])
    if name == "decision_date":
        day, month, year = (int(part) for part in words.split("-")[::-1])
        keys += [f"ngay {day} thang {month} nam {year}", f"ngay {day:02} thang {month:02} nam {year}"]
        keys += [f"ngay {day:02} thang {month} nam {year}", f"{day}/{month}/{year}"]
    for number, values in above:
        text = values.get(TEXT, "")
        folded = fold(text).replace(" ", "") if name == "decision_number" else fold(text)
        if any(
            key and (key.replace(" ", "") if name == "decision_number" else key) in folded for key in keys
        ):
            return _("row %(row)s: “%(text)s”") % {"row": number, "text": text[:160]}
    return ""


def _sheet(
    at: int, sheet: dict[str, Any], form: ColumnsForm, ignored: dict[tuple[str, int], str]
) -> SheetShown:
    width = width_of(sheet)
    heads = set(sheet["heading_rows"])
    words = {
        "title": _("title"),
        "group": _("group heading"),
        "subtotal": _("total"),
        "signature": _("signature"),
        "heading": _("heading row"),
    }
    rows = tuple(
        SampleRow(
            number,
            tuple((*texts, *([""] * width))[:width]),
            _("heading row")
            if number in heads
            else words.get(said, _("left out"))
            if (said := ignored.get((sheet["sheet"], number), ""))
            else "",
        )
        for number, texts in sheet.get("sample", ())
    )
    columns = tuple(
        ColumnShown(letter(place), sheet["headings"].get(str(place), ""), form.column(at, place))
        for place in range(width)
    )
    return SheetShown(sheet["sheet"], certainty_words(sheet["certainty"]), columns, rows)
