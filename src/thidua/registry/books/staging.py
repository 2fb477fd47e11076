"""Rows of a book between reading and confirming: judged lines ↔ rows of the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from thidua.registry.books.rows import BookLine
from thidua.registry.books.values import as_cells, as_values, line_of
from thidua.registry.books.verdicts import Judged
from thidua.registry.enums import BookState, ConflictResolution, RowVerdict
from thidua.registry.models import Award, BookImport, BookRow, Conferral

READ_FAULTS: Final = "read_faults"  # what the reader found at fault, until somebody repairs the cell
READ_REMARKS: Final = "read_remarks"
AS_WRITTEN: Final = "award_as_written"  # a person keeps the award in its own words
FORMER: Final = "former"  # the values before the last repair
IGNORED: Final = "ignored"
TEXT: Final = "text"
# What a verdict changes of a row.
JUDGED: Final = ("verdict", "faults", "remarks", "award", "same_as")


def row_of(book: BookImport, ordinal: int, row: Judged) -> BookRow:
    """Return a row to store; `ordinal` from 1."""
    line = row.line
    values: dict[str, Any] = as_values(line.award) if line.award is not None else {}
    if line.faults:
        places = line.faults_at or ("",) * len(line.faults)
        values[READ_FAULTS] = [[cell, str(one)] for cell, one in zip(places, line.faults, strict=True)]
    if line.remarks:
        values[READ_REMARKS] = [str(one) for one in line.remarks]
    if line.award is None:
        values |= {IGNORED: line.ignored, TEXT: line.text[:500]}
    stored = BookRow(
        book=book,
        ordinal=ordinal,
        sheet=line.sheet[:200],
        row=line.row,
        cells=as_cells(line.written),
        values=values,
    )
    take_verdict(stored, row)
    return stored


def take_verdict(stored: BookRow, row: Judged, ordinals: Sequence[int] | None = None) -> None:
    """Write a verdict into a row; `ordinals`: of the judged lines, where they are not 1, 2, 3 …"""
    stored.verdict = row.verdict
    stored.faults = [list(one) for one in row.faults]
    stored.remarks = list(row.remarks)
    stored.award_id = row.award
    stored.same_as = None
    if row.same_as is not None:
        stored.same_as = ordinals[row.same_as] if ordinals is not None else row.same_as + 1
    if row.line.award is not None and row.line.award.kind:
        stored.values["kind"] = row.line.award.kind


def stored_line(row: BookRow) -> BookLine:
    """Return the line of a stored row, as it is after repairs."""
    values = row.values
    read = values.get(READ_FAULTS, ())
    more: dict[str, Any] = {
        "faults": tuple(sentence for _cell, sentence in read),
        "faults_at": tuple(cell for cell, _sentence in read),
        "remarks": tuple(values.get(READ_REMARKS, ())),
    }
    if IGNORED in values:
        return BookLine(
            sheet=row.sheet, row=row.row, ignored=values[IGNORED], text=values.get(TEXT, ""), **more
        )
    return line_of(row.sheet, row.row, row.cells, values, **more)


def drop_samples(book: BookImport) -> None:
    """Forget the first rows kept for judging the columns: whole cells, also of columns that are never taken over."""
    for sheet in book.reading.get("sheets", ()):
        sheet.pop("sample", None)


def keeps_its_words(row: BookRow) -> bool:
    """Tell whether a person said that the award stays in its own words."""
    return bool(row.values.get(AS_WRITTEN))


def register_stamp() -> list[int | None]:
    """Return what tells whether awards came or went since; three quick questions."""
    done = BookImport.objects.filter(state__in=(BookState.STORED, BookState.UNDONE))
    return [
        Award.objects.aggregate(top=Max("pk"))["top"],
        Conferral.objects.aggregate(top=Max("pk"))["top"],
        done.count(),
    ]


def rows_to_store(book: BookImport) -> QuerySet[BookRow]:
    """Return the rows that confirming would enter: new ones but those left out, and conflicts resolved so."""
    fresh = Q(verdict=RowVerdict.NEW) & ~Q(resolution=ConflictResolution.LEAVE)
    settled = Q(verdict=RowVerdict.CONFLICT, resolution=ConflictResolution.ENTER)
    return book.rows.filter(fresh | settled).order_by("ordinal")


def twins_of(sha256: str, own: int | None = None) -> Iterable[BookImport]:
    """Return the saved books with the very same bytes."""
    books = BookImport.objects.filter(sha256=sha256, state=BookState.STORED).order_by("pk")
    return books if own is None else books.exclude(pk=own)


def twin_words(twin: BookImport) -> str:
    """Return the sentence about a file that was saved before."""
    return _("This very file was saved before, as import no. %(number)s (“%(title)s”).") % {
        "number": twin.pk,
        "title": twin.title,
    }
