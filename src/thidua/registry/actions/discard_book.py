"""Give an import up before anything of it is saved."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.registry.actions.open_books import locked_book
from thidua.registry.actions.undo_book import forget_spellings
from thidua.registry.books.staging import drop_samples
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport
from thidua.support.audit.actions.record import record


def discard_book(*, book: BookImport, by: User | None) -> BookImport:
    """Drop the rows of a book that was not saved, and return it; raises NotAllowed or Refused."""
    with transaction.atomic():
        row = locked_book(book, by, BookState.TO_CONFIRM, BookState.READING)
        row.rows.all().delete()
        forget_spellings(row)
        drop_samples(row)
        row.state = BookState.DISCARDED
        row.save(update_fields=["state", "reading"])
        record(by=by, action="registry.book_discarded", subject=row, details={"row_count": row.row_count})
    return row
