"""Read a book that was taken, judge its rows, and lay them out to be confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.books.laying_down import lay_down
from thidua.registry.books.on_record import Register
from thidua.registry.books.spelling_keys import spelling_key
from thidua.registry.books.staging import register_stamp, row_of, twin_words, twins_of
from thidua.registry.books.storing import PORTION, in_portions
from thidua.registry.books.verdicts import Judged, judge
from thidua.registry.books.whole_reading import (
    Choices,
    FileReading,
    Spellings,
    learned_spellings,
    read_file,
)
from thidua.registry.enums import BookState, SpellingKind
from thidua.registry.models import BookImport, LearnedSpelling
from thidua.support.refusals import Refused

Progress = Callable[[str, int, int], None]  # what is done, rows done, rows in all
_RUN: Final = "run"  # in `reading`: which run lays the rows down; an older one that is still at work stops


def read_book(*, book: BookImport, by: User | None, progress: Progress | None = None) -> BookImport:
    """Read the file by the choices kept with the book, judge every row, and return the book, to be confirmed.

    The rows are laid down some thousand at a time, each portion at once with the number done; until all are there
    the book is «being read» and its rows count for nothing. Killed in the middle, it is read again from the
    beginning: what a former run laid down goes first. Raises NotAllowed, or Refused: on `file` when it cannot be
    read (the book is then discarded), or when it was confirmed already.
    """
    require_keeping(by, book.kept_by)
    with transaction.atomic():
        row = BookImport.objects.select_for_update(of=("self",)).select_related("file").get(pk=book.pk)
        if row.state not in (BookState.READING, BookState.TO_CONFIRM):
            raise Refused(_("This import has been confirmed or given up. Nothing has been changed."))
        row.rows.all().delete()
        row.state, row.done_count, row.row_count = BookState.READING, 0, 0
        row.reading[_RUN] = uuid4().hex
        row.save(update_fields=["state", "done_count", "row_count", "reading"])
    try:
        reading, spellings = _read(row, progress)
    except Refused:
        with transaction.atomic():
            _require_own_run(row)
            BookImport.objects.filter(pk=row.pk).update(state=BookState.DISCARDED)
        raise
    stamp = register_stamp()
    judged = judge(
        reading.book.lines,
        Register(),
        timezone.localdate(),
        progress=_told(progress, _("Comparing with the register")),
    )
    _lay_down(row, judged, progress)
    with transaction.atomic():
        row.reading = _require_own_run(row) | described(reading) | {"register": stamp}
        del row.reading[_RUN]
        _note_spellings(row, judged, spellings)
        row.reading["remarks"] += [twin_words(twin) for twin in twins_of(row.sha256, row.pk)]
        row.state = BookState.TO_CONFIRM
        row.save(update_fields=["state", "reading", "row_count", "done_count"])
    return row


def described(reading: FileReading) -> dict[str, Any]:
    """Return how the sheets were understood, for JSON."""
    return {
        "tables": sorted(reading.tables),
        "sheets": [
            {
                "sheet": sheet.sheet,
                "heading_rows": list(sheet.heading_rows),
                "columns": {str(place): meaning.value for place, meaning in sheet.columns.items()},
                "headings": {str(place): text for place, text in sheet.headings.items()},
                "certainty": sheet.certainty,
                "sample": reading.samples.get(sheet.sheet, []),
            }
            for sheet in reading.book.sheets
        ],
        "remarks": [str(one) for one in reading.book.remarks],
    }


def _read(book: BookImport, progress: Progress | None) -> tuple[FileReading, Spellings]:
    assert book.file is not None
    with book.file.content.open("rb") as stored:
        data = stored.read()
    spellings = learned_spellings()
    name = book.reading.get("name") or book.file.original_name
    told = _told(progress, _("Reading"))
    return read_file(data, name, Choices.of(book.reading), spellings, told), spellings


def _lay_down(book: BookImport, judged: list[Judged], progress: Progress | None) -> None:
    book.row_count = len(judged)
    told = _told(progress, _("Laying out the rows"))
    for portion in in_portions(enumerate(judged, start=1), PORTION):
        with transaction.atomic():
            _require_own_run(book)
            lay_down(row_of(book, ordinal, row) for ordinal, row in portion)
            book.done_count = portion[-1][0]
            book.save(update_fields=["done_count", "row_count"])
        if told is not None:
            told(book.done_count, book.row_count)


def _require_own_run(book: BookImport) -> dict[str, Any]:
    """Return `reading` of the locked row; raises Refused when another run began, or the book was given up, since."""
    now = BookImport.objects.select_for_update(of=("self",)).get(pk=book.pk)
    if now.state != BookState.READING:
        raise Refused(_("This import has been confirmed or given up. Nothing has been changed."))
    if now.reading.get(_RUN) != book.reading[_RUN]:
        raise Refused(_("This import is still being read. Wait until all rows are there, or read it again."))
    return dict(now.reading)


def _note_spellings(book: BookImport, judged: list[Judged], spellings: Spellings) -> None:
    """Remember which learned spellings the book was read by: they stay as long as it does."""
    if not spellings.awards and not spellings.units:
        return
    awards = {row.line.award.award_text for row in judged if row.line.award is not None}
    units = {row.line.award.unit for row in judged if row.line.award is not None}
    for kind, said in ((SpellingKind.AWARD, awards), (SpellingKind.UNIT, units)):
        known = LearnedSpelling.objects.filter(kind=kind).exclude(book=book)
        folded = {spelling_key(text) for text in said if text}
        book.used_spellings.add(*[one.pk for one in known.only("pk", "folded") if one.folded in folded])


def _told(progress: Progress | None, step: str) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, total: progress(step, done, total)
