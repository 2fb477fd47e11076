"""The book or row that an address names, for those whom it concerns."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from thidua.registry.models import BookImport, BookRow
from thidua.registry.queries.books import books_seen_by
from thidua.web.shell.access import signed_in


def book_for(request: HttpRequest, pk: int) -> BookImport:
    """Return the book; raises Http404 for those who do not keep its awards."""
    return get_object_or_404(books_seen_by(signed_in(request)), pk=pk)


def row_for(request: HttpRequest, pk: int, ordinal: int) -> BookRow:
    """Return a row of a book by its place; raises Http404."""
    book = book_for(request, pk)
    row = get_object_or_404(book.rows.select_related("award__conferral"), ordinal=ordinal)
    row.book = book
    return row
