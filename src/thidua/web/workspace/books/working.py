"""Reading and saving a book: within the answer where it is short, beside it where it is long."""

from __future__ import annotations

from thidua.accounts.models import User
from thidua.registry.actions import confirm_book, read_book
from thidua.registry.models import BookImport
from thidua.web.workspace.books.long_work import READ, STORE, begin, forget, is_short


def read_or_begin(book: BookImport, by: User) -> bool:
    """Read the book, or begin to; return whether it is read. Raises as `read_book` for a short one."""
    if is_short(book, READ):
        forget(book)
        read_book(book=book, by=by)
        return True
    begin(book, READ, by)
    return False


def store_or_begin(book: BookImport, by: User) -> bool:
    """Save the book, or begin to; return whether it is saved. Raises as `confirm_book` for a short one."""
    if is_short(book, STORE):
        forget(book)
        confirm_book(book=book, by=by)
        return True
    begin(book, STORE, by)
    return False
