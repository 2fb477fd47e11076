"""A whole book: every sheet and table read, all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thidua.registry.books.rows import AwardRead, BookReading, Field
from thidua.support.spreadsheets.sheets import Sheet

Chosen = Mapping[str, Mapping[int, Field | None]]  # sheet → column from 0 → what it says (None: nothing)


def read_book(
    sheets: Sequence[Sheet],
    spellings: Mapping[str, str] | None = None,
    *,
    columns: Chosen | None = None,
    defaults: AwardRead | None = None,
    file_name: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> BookReading:
    """Return every row of the sheets with what it says of an award, or why it says none.

    `spellings`: learned words of awards → code. `columns`: what a person chose for the columns of a sheet, which
    wins over what is guessed. `defaults`: what a person said for all rows; it fills what the book leaves open.
    `progress` is told (rows done, rows in all) now and then.
    """
    return BookReading((), ())
