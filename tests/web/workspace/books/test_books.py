"""The whole road of an old book: taken, columns, repaired, saved, undone."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.books import MERIT, pasted, row, stored, taken
from tests.factories.messy_books import flat_with_title_and_total
from tests.factories.movements import SmallProvince
from thidua.registry.enums import BookState, RowVerdict
from thidua.registry.models import Award, BookImport, LearnedSpelling

BOOK = pasted(
    [
        row(1, "Hoàng Văn Thụ"),
        row(2, "Lương Thị Bình", award_words="Phần thưởng hạng đặc cách"),
        row(3, "Vi Văn Thử", day="31/02/2019"),
    ]
)


@pytest.fixture
def officer(place: SmallProvince, enter: Any) -> Any:
    return enter(place.officer)


@pytest.fixture
def book(place: SmallProvince, officer: Any) -> BookImport:
    return taken(BOOK, place.province, place.officer)


def page(client: Any, name: str, *args: Any, query: str = "") -> str:
    response = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_pasted_rows_are_read_at_once(officer: Any, place: SmallProvince) -> None:
    unit = place.province
    sent = {
        "table": BOOK,
        "kept_by": str(unit),
        "kept_by-chon": unit.pk,
        "kept_by-da-tim": str(unit),
        "title": "",
    }
    response = officer.post(reverse("take-book"), sent)
    book = BookImport.objects.get()
    assert response.headers["Location"] == reverse("book", args=[book.pk])
    assert book.state == BookState.TO_CONFIRM
    assert book.row_count == 4


def test_a_workbook_is_taken_and_the_very_same_file_leads_to_it(officer: Any, place: SmallProvince) -> None:
    messy = flat_with_title_and_total()
    unit = place.province
    for _again in (1, 2):
        sent = {
            "kept_by": str(unit),
            "kept_by-chon": unit.pk,
            "kept_by-da-tim": str(unit),
            "title": "Sổ 2019",
        }
        file = SimpleUploadedFile(messy.filename, messy.data)
        response = officer.post(reverse("take-book"), {**sent, "file": file})
        book = BookImport.objects.get()
        assert response.headers["Location"] == reverse("book", args=[book.pk])
    assert "This very file was taken before" in page(officer, "book", book.pk)


def test_a_file_that_cannot_be_read_says_why_and_keeps_what_was_typed(
    officer: Any, place: SmallProvince
) -> None:
    unit = place.province
    sent = {
        "kept_by": str(unit),
        "kept_by-chon": unit.pk,
        "kept_by-da-tim": str(unit),
        "title": "Sổ năm 2001",
    }
    response = officer.post(
        reverse("take-book"), {**sent, "file": SimpleUploadedFile("so.xlsx", b"PK\x03\x04 broken")}
    )
    text = response.content.decode()
    assert response.status_code == 200
    assert 'value="Sổ năm 2001"' in text
    assert "error-summary" in text
    assert not BookImport.objects.filter(state=BookState.TO_CONFIRM).exists()


def test_the_pages_of_a_book_show_verdicts_and_faults(officer: Any, book: BookImport) -> None:
    assert "Look through the rows" in page(officer, "book", book.pk)
    text = page(officer, "book-rows", book.pk)
    assert "Lương Thị Bình" in text
    assert "Hoàng Văn Thụ" not in text  # the rows at fault come first
    assert "Hoàng Văn Thụ" in page(officer, "book-rows", book.pk, query="?loai=moi")
    assert "Hình thức khen thưởng" in page(officer, "book-columns", book.pk)
    assert "1 awards in 1 decisions" in page(officer, "confirm-book", book.pk)


def test_a_cell_is_corrected_in_the_grid_and_put_back(officer: Any, book: BookImport) -> None:
    wrong = book.rows.get(values__name="Vi Văn Thử")
    assert wrong.verdict == RowVerdict.UNREADABLE
    open_cell = page(officer, "book-rows", book.pk, query=f"?sua={wrong.ordinal}.decision_date")
    assert 'name="decision_date"' in open_cell
    address = reverse("book-cell", args=[book.pk, wrong.ordinal, "decision_date"])
    refused = officer.post(address, {"decision_date": "31/02/2019"})
    assert 'value="31/02/2019"' in refused.content.decode()
    officer.post(address, {"decision_date": "12/05/2019"})
    wrong.refresh_from_db()
    assert wrong.verdict == RowVerdict.NEW
    assert "Take the correction back" in page(officer, "book-rows", book.pk)
    officer.post(reverse("put-back-book-row", args=[book.pk, wrong.ordinal]))
    wrong.refresh_from_db()
    assert wrong.verdict == RowVerdict.UNREADABLE


def test_a_spelling_of_an_award_is_learned_changed_and_forgotten(officer: Any, book: BookImport) -> None:
    wrong = book.rows.get(values__name="Lương Thị Bình")
    address = reverse("book-cell", args=[book.pk, wrong.ordinal, "award_code"])
    officer.post(address, {"award_code": MERIT, "learn": "on"})
    wrong.refresh_from_db()
    assert wrong.values["award_code"] == MERIT
    spelling = LearnedSpelling.objects.get()
    assert "Phần thưởng hạng đặc cách" in page(officer, "spellings")
    officer.post(reverse("spelling", args=[spelling.pk]), {"award_code": "commendation_letter"})
    spelling.refresh_from_db()
    assert spelling.award_code == "commendation_letter"
    officer.post(reverse("forget-spelling", args=[spelling.pk]))
    assert not LearnedSpelling.objects.exists()


def test_a_row_page_shows_what_is_written_and_takes_all_values(officer: Any, book: BookImport) -> None:
    wrong = book.rows.get(values__name="Vi Văn Thử")
    text = page(officer, "book-row", book.pk, wrong.ordinal)
    assert "31/02/2019" in text
    sent = {"name": "Vi Văn Thử", "kind": "individual", "unit": "Sở Y tế", "award_code": MERIT}
    sent |= {"decision_number": "163/QĐ-UBND", "decision_date": "12/05/2019"}
    officer.post(reverse("book-row", args=[book.pk, wrong.ordinal]), sent)
    wrong.refresh_from_db()
    assert (wrong.verdict, wrong.values["unit"]) == (RowVerdict.NEW, "Sở Y tế")


def test_a_new_row_may_be_left_out(officer: Any, book: BookImport) -> None:
    new = book.rows.get(values__name="Hoàng Văn Thụ")
    officer.post(reverse("resolve-book-row", args=[book.pk, new.ordinal]), {"chon": "leave"})
    assert "0 awards in 0 decisions" in page(officer, "confirm-book", book.pk)


def test_a_contradiction_shows_both_values_and_takes_an_answer(officer: Any, place: SmallProvince) -> None:
    stored(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer)
    other = taken(pasted([row(1, "Hoàng Văn Thụ", day="13/05/2019")]), place.province, place.officer)
    one = other.rows.get(verdict=RowVerdict.CONFLICT)
    text = page(officer, "book-rows", other.pk)
    assert "there 12/05/2019, here 13/05/2019" in text
    assert "163/QĐ-UBND, 12/05/2019" in page(officer, "book-row", other.pk, one.ordinal)
    officer.post(reverse("resolve-book-row", args=[other.pk, one.ordinal]), {"chon": "enter"})
    one.refresh_from_db()
    assert one.resolution == "enter"


def test_a_book_is_saved_found_and_undone_as_a_whole(officer: Any, book: BookImport) -> None:
    officer.post(reverse("confirm-book", args=[book.pk]))
    book.refresh_from_db()
    assert book.state == BookState.STORED
    assert Award.objects.filter(book=book, recipient_name="Hoàng Văn Thụ").count() == 1
    assert "1 award was entered." in page(officer, "book", book.pk)
    assert "leaves the register" in page(officer, "undo-book", book.pk)
    officer.post(reverse("undo-book", args=[book.pk]), {"reason": "Nhập nhầm sổ"})
    book.refresh_from_db()
    assert book.state == BookState.UNDONE
    assert not Award.objects.filter(recipient_name="Hoàng Văn Thụ").exists()
    assert "Nhập nhầm sổ" in page(officer, "book", book.pk)


def test_columns_are_chosen_and_defaults_fill_what_the_book_leaves_open(
    officer: Any, place: SmallProvince
) -> None:
    text = "STT\tHọ và tên\tĐơn vị\n1\tHoàng Văn Thụ\tSở Nội vụ\n2\tVi Văn Thử\tSở Y tế"
    book = taken(text, place.province, place.officer)
    assert book.rows.filter(verdict=RowVerdict.UNREADABLE).count() == 2
    sheet = book.reading["sheets"][0]
    sent = {f"cot-0-{place}": sheet["columns"].get(str(place), "") for place in range(3)}
    officer.post(reverse("book-columns", args=[book.pk]), {**sent, "award_code": MERIT, "year": "2018"})
    assert list(book.rows.filter(verdict=RowVerdict.NEW).values_list("values__year", flat=True)) == [
        2018,
        2018,
    ]


def test_the_downloaded_rows_say_the_same_when_they_are_brought_again(officer: Any, book: BookImport) -> None:
    response = officer.get(reverse("download-book", args=[book.pk]) + "?loai=moi")
    assert response.headers["Content-Type"].endswith("sheet")
    officer.post(reverse("discard-book", args=[book.pk]))
    place = book.kept_by
    sent = {"kept_by": str(place), "kept_by-chon": place.pk, "kept_by-da-tim": str(place), "title": "Lại"}
    officer.post(reverse("take-book"), {**sent, "file": SimpleUploadedFile("lai.xlsx", response.content)})
    again = BookImport.objects.get(title="Lại")
    values = again.rows.get(verdict=RowVerdict.NEW).values
    assert (values["name"], values["award_code"], values["decision_date"]) == (
        "Hoàng Văn Thụ",
        MERIT,
        "2019-05-12",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_whatever_their_rows(
    officer: Any, place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        one = taken(
            pasted([row(at, f"Hoàng Văn {number} {at}") for at in range(1, count + 1)]),
            place.province,
            place.officer,
            title=f"Sổ {number}",
        )
    page(officer, "books")
    with django_assert_num_queries(6):
        page(officer, "books")
    page(officer, "book-rows", one.pk)  # the law book is read once a process, not once a page
    with django_assert_num_queries(8):
        page(officer, "book-rows", one.pk)
