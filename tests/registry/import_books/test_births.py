"""Of a day of birth in an old book, the database keeps the year alone; the day stands in the file."""

from __future__ import annotations

import json

import pytest

from tests.factories.books import HEADINGS, pasted, row
from tests.factories.movements import SmallProvince
from thidua.registry.actions import confirm_book, discard_book, paste_book, read_book
from thidua.registry.models import Award, BookImport, BookRow

BORN = pasted(
    [
        (*row(1, "Hoàng Văn Thụ"), "15/08/1968", "020068000012"),
        (*row(2, "Lương Thị Bình"), "1971", "020071000013"),
    ],
    (*HEADINGS, "Ngày sinh", "CCCD"),
)


@pytest.fixture
def book(place: SmallProvince) -> BookImport:
    taken = paste_book(text=BORN, kept_by=place.province, by=place.officer)
    return read_book(book=taken, by=place.officer)


def test_a_row_keeps_the_year_of_birth_and_not_the_day(place: SmallProvince, book: BookImport) -> None:
    rows = list(BookRow.objects.filter(book=book, values__name__isnull=False).order_by("ordinal"))
    assert [one.values.get("birth_year") for one in rows] == [1968, 1971]
    assert [one.cells["born"][1] for one in rows] == ["…/1968", "1971"]
    assert "15/08" not in json.dumps([[one.cells, one.values] for one in rows])
    confirm_book(book=book, by=place.officer)
    assert sorted(Award.objects.values_list("birth_year", flat=True)) == [1968, 1971]


@pytest.mark.parametrize("end", [confirm_book, discard_book])
def test_the_first_rows_as_written_go_once_the_columns_are_settled(
    place: SmallProvince, book: BookImport, end: object
) -> None:
    assert "020068000012" in json.dumps(book.reading)
    end(book=book, by=place.officer)  # type: ignore[operator]
    book.refresh_from_db()
    assert "020068000012" not in json.dumps(book.reading)
    assert book.reading["sheets"][0]["columns"]["7"] == "born"
