"""Reading and saving beside the answer: told while it goes on, taken up again where it was killed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.factories.books import pasted, row
from tests.factories.movements import SmallProvince
from thidua.registry.actions import paste_book
from thidua.registry.enums import BookState
from thidua.registry.models import Award, BookImport
from thidua.web.workspace.books.long_work import READ, STORE, forget, tell, told_of


@pytest.fixture
def book(place: SmallProvince) -> Iterator[BookImport]:
    made = paste_book(text=pasted([row(1, "Hoàng Văn Thụ")]), kept_by=place.province, by=place.officer)
    forget(made)
    yield made
    forget(made)


def page_of(client: Any, book: BookImport) -> str:
    return client.get(reverse("book", args=[book.pk])).content.decode()  # type: ignore[no-any-return]


def test_the_page_tells_rows_rate_and_time_left(book: BookImport, place: SmallProvince, enter: Any) -> None:
    now = time.time()
    step = {"step": "Reading", "step_begun": now - 10, "done": 20000, "total": 100000}
    tell(book, {"what": READ, "begun": now - 10, "alive": now, **step})
    text = page_of(enter(place.officer), book)
    assert "20,000 of 100,000 rows" in text
    assert "data-works" in text
    told = told_of(book)
    assert told is not None
    assert told.percent == 20
    assert told.left is not None
    assert pytest.approx(told.left * told.rate, rel=0.05) == 80_000


def test_a_work_that_fell_silent_is_offered_again(book: BookImport, place: SmallProvince, enter: Any) -> None:
    tell(book, {"what": READ, "begun": time.time() - 90, "alive": time.time() - 60})
    client = enter(place.officer)
    assert "The work stopped in the middle." in page_of(client, book)
    client.post(reverse("read-book-again", args=[book.pk]))
    book.refresh_from_db()
    assert book.state == BookState.TO_CONFIRM


def test_the_work_reads_and_saves_and_then_tells_nothing_more(book: BookImport, place: SmallProvince) -> None:
    call_command("work_on_book", book.pk, READ, account=place.officer.username)
    book.refresh_from_db()
    assert (book.state, told_of(book)) == (BookState.TO_CONFIRM, None)
    call_command("work_on_book", book.pk, STORE, account=place.officer.username)
    book.refresh_from_db()
    assert book.state == BookState.STORED
    assert Award.objects.filter(book=book).count() == 1


def test_what_stops_the_work_stands_on_the_page(book: BookImport, place: SmallProvince, enter: Any) -> None:
    call_command("work_on_book", book.pk, STORE, account=place.officer.username, lang="en")
    text = page_of(enter(place.officer), book)
    assert "This import is still being read." in text
