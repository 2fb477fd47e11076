"""Say what the columns of a book mean, and what holds where it does not say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.registry.actions.open_books import locked_book
from thidua.registry.actions.read_book import Progress, read_book
from thidua.registry.books.rows import Field
from thidua.registry.books.whole_reading import Choices
from thidua.registry.content.years import fault_of_year
from thidua.registry.enums import BookState, SpellingKind
from thidua.registry.models import BookImport, LearnedSpelling
from thidua.support.refusals import Refused, Sentence

ONCE = frozenset({Field.NAME, Field.UNIT, Field.DECISION, Field.DECIDED_ON, Field.YEAR, Field.AMOUNT})


def choose_columns(
    *,
    book: BookImport,
    columns: Mapping[str, Mapping[int, Field | None]],
    defaults: Mapping[str, Mapping[str, Any]] | None = None,
    by: User | None,
    progress: Progress | None = None,
) -> BookImport:
    """Read the book once more by what was chosen, and return it; repairs of single rows are made anew.

    Arguments and errors as of `keep_choices` and `read_book`.
    """
    row = keep_choices(book=book, columns=columns, defaults=defaults, by=by)
    return read_book(book=row, by=by, progress=progress)


def keep_choices(
    *,
    book: BookImport,
    columns: Mapping[str, Mapping[int, Field | None]],
    defaults: Mapping[str, Mapping[str, Any]] | None = None,
    by: User | None,
) -> BookImport:
    """Keep what was chosen, for `read_book` to read by, and return the book.

    `columns`: sheet → column from 0 → what it says, None for nothing. `defaults`: sheet ("" for all) → values of
    `AwardRead`. What was said of a heading is remembered for later books. Raises NotAllowed, or Refused: on
    `columns` when a meaning stands twice, on `defaults` for values that cannot be.
    """
    chosen = Choices(columns, defaults or {})
    faults = {**_twice(columns), **_wrong(chosen.defaults)}
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = locked_book(book, by, BookState.TO_CONFIRM, BookState.READING)
        row.reading |= chosen.plain()
        row.save(update_fields=["reading"])
        _learn_headings(row, columns, by)
    return row


def _learn_headings(
    book: BookImport, columns: Mapping[str, Mapping[int, Field | None]], by: User | None
) -> None:
    """Remember a heading whose meaning was chosen otherwise than guessed."""
    for sheet in book.reading.get("sheets", ()):
        for place, meaning in columns.get(sheet["sheet"], {}).items():
            heading = sheet["headings"].get(str(place), "")
            if meaning is None or not heading or sheet["columns"].get(str(place)) == meaning:
                continue
            LearnedSpelling.objects.update_or_create(
                kind=SpellingKind.COLUMN,
                folded=fold(heading)[:300],
                defaults={"column": meaning.value, "spelling": heading[:300]},
                create_defaults={
                    "column": meaning.value,
                    "spelling": heading[:300],
                    "book": book,
                    "learned_by": by,
                },
            )


def _twice(columns: Mapping[str, Mapping[int, Field | None]]) -> dict[str, Sentence]:
    for sheet, told in columns.items():
        meanings = [meaning for meaning in told.values() if meaning in ONCE]
        if len(meanings) != len(set(meanings)):
            return {
                "columns": _("Two columns of “%(sheet)s” say the same. Choose one of them.")
                % {"sheet": sheet}
            }
    return {}


def _wrong(defaults: Mapping[str, Mapping[str, Any]]) -> dict[str, Sentence]:
    for told in defaults.values():
        if (code := told.get("award_code")) and code not in load_law().awards:
            return {"defaults": _("The law book has no such award. Choose one from the list.")}
        if (year := told.get("year")) and (fault := fault_of_year(year)):
            return {"defaults": fault}
    return {}
