"""A reading that comes to its end after somebody else has settled the import."""

from __future__ import annotations

import pytest

from tests.factories.books import pasted, row
from tests.factories.movements import SmallProvince
from thidua.registry.actions import confirm_book, discard_book, paste_book, read_book
from thidua.registry.enums import BookState
from thidua.registry.models import Award, BookImport
from thidua.support.refusals import Refused

LIST = pasted([row(1, "Hoàng Văn Thụ"), row(2, "Lương Thị Bình"), row(3, "Vi Thanh Liêm")])


def test_a_reading_that_another_one_overtook_changes_nothing_any_more(place: SmallProvince) -> None:
    book = paste_book(text=LIST, kept_by=place.province, by=place.officer)
    begun: list[BookImport] = []

    def overtaken(step: str, done: int, total: int) -> None:
        if not begun:
            begun.append(book)
            confirm_book(book=read_book(book=book, by=place.officer), by=place.officer)

    with pytest.raises(Refused, match="has been confirmed"):
        read_book(book=book, by=place.officer, progress=overtaken)
    book.refresh_from_db()
    assert (book.state, Award.objects.filter(book=book).count()) == (BookState.STORED, 3)
    assert book.rows.filter(award__isnull=False).count() == 3


def test_an_import_given_up_while_it_is_read_stays_given_up(place: SmallProvince) -> None:
    book = paste_book(text=LIST, kept_by=place.province, by=place.officer)

    def given_up(step: str, done: int, total: int) -> None:
        if BookImport.objects.get(pk=book.pk).state == BookState.READING:
            discard_book(book=book, by=place.officer)

    with pytest.raises(Refused, match="given up"):
        read_book(book=book, by=place.officer, progress=given_up)
    book.refresh_from_db()
    assert (book.state, book.rows.count()) == (BookState.DISCARDED, 0)
