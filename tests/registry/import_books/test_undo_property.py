"""Whatever small books come and go: undoing leaves the export as it was, byte for byte, and the names counted."""

from __future__ import annotations

import io
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories.books import HEADINGS, pasted
from tests.factories.movements import small_province
from thidua.registry.actions import confirm_book, discard_book, paste_book, read_book, undo_book
from thidua.registry.enums import BookState
from thidua.registry.export.writing import write_csv, write_json
from thidua.registry.models import Award, Conferral, RecipientName
from thidua.support.refusals import Refused

NAMES = ("Hoàng Văn Thụ", "HOÀNG VĂN THỤ", "Lương Thị Bình", "Vi Thanh Liêm", "")
UNITS = ("Sở Nội vụ", "Xã Đề Thám", "")
AWARDS = ("Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen", "CSTĐ cấp tỉnh", "Quà lạ")
DECISIONS = ("163/QĐ-UBND", "164/QĐ-UBND", "")
DAYS = (date(2019, 5, 12), date(2019, 5, 15), date(2020, 1, 3))

ROW = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(UNITS),
    st.sampled_from(AWARDS),
    st.sampled_from(DECISIONS),
    st.sampled_from(DAYS),
)
BOOK = st.lists(ROW, min_size=1, max_size=4)


def exported() -> str:
    out = io.StringIO()
    write_csv(out)
    write_json(out)
    return out.getvalue()


def names() -> list[tuple[object, ...]]:
    columns = ("spelling", "order", "award_count", "latest")
    return list(RecipientName.objects.order_by("spelling", "order").values_list(*columns))


class UndoingBooks(TestCase):
    @settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(books=st.lists(BOOK, min_size=1, max_size=3), data=st.data())
    def test_the_last_book_undone_leaves_everything_as_it_was(self, books, data) -> None:
        place = small_province()
        states = [(exported(), names())]
        saved = []
        for number, rows in enumerate(books):
            text = pasted(
                [
                    (str(place_), name, "", unit, award, decision, day.strftime("%d/%m/%Y"))
                    for place_, (name, unit, award, decision, day) in enumerate(rows, start=1)
                ],
                HEADINGS,
            )
            book = paste_book(text=text, kept_by=place.province, title=f"Sổ {number}", by=None)
            book = read_book(book=book, by=None)
            try:
                confirm_book(book=book, by=None)
            except Refused:
                discard_book(book=book, by=None)
                assert (exported(), names()) == states[-1]
                continue
            saved.append(book)
            states.append((exported(), names()))

        for book in reversed(saved):
            assert (exported(), names()) == states.pop()
            undo_book(book=book, reason="Thử.", by=None)
            book.refresh_from_db()
            assert book.state == BookState.UNDONE
        assert (exported(), names()) == states.pop()

    @settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(books=st.lists(BOOK, min_size=2, max_size=3), order=st.permutations(range(3)))
    def test_books_undone_in_any_order_leave_an_empty_register(self, books, order) -> None:
        place = small_province()
        saved = {}
        for number, rows in enumerate(books):
            text = pasted([("1", *row[:1], "", *row[1:4], row[4].strftime("%d/%m/%Y")) for row in rows])
            book = paste_book(text=text, kept_by=place.province, title=f"Sổ {number}", by=None)
            book = read_book(book=book, by=None)
            try:
                saved[number] = confirm_book(book=book, by=None)
            except Refused:
                discard_book(book=book, by=None)

        for number in order:
            if number in saved:
                undo_book(book=saved[number], reason="Thử.", by=None)

        assert [one.objects.count() for one in (Award, Conferral, RecipientName)] == [0, 0, 0]
