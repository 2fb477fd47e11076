"""Columns chosen, rows repaired, spellings learned, contradictions resolved."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.books import LETTER, MERIT, pasted, row, stored, taken
from tests.factories.movements import SmallProvince
from thidua.registry.actions import (
    choose_columns,
    confirm_book,
    learn_award,
    learn_unit,
    repair_row,
    resolve_conflict,
    undo_book,
)
from thidua.registry.books.rows import Field
from thidua.registry.enums import RowVerdict
from thidua.registry.models import Award, BookImport, LearnedSpelling
from thidua.support.refusals import NotAllowed, Refused

STRANGE = "Quà lạ của huyện"


def verdicts(book: BookImport) -> list[str]:
    return list(
        book.rows.exclude(verdict=RowVerdict.IGNORED).order_by("ordinal").values_list("verdict", flat=True)
    )


def test_a_repaired_row_is_new_and_keeps_what_stood_in_its_cells(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Hoàng Văn Thụ", award_words=STRANGE)]), place.province, place.officer)
    bad = book.rows.get(verdict=RowVerdict.UNREADABLE)

    mended = repair_row(row=bad, values={"award_code": LETTER}, by=place.officer)

    assert (mended.verdict, mended.faults, mended.cells["award"]) == (RowVerdict.NEW, [], ["E2", STRANGE])
    confirm_book(book=BookImport.objects.get(pk=book.pk), by=place.officer)
    assert Award.objects.get().conferral.award_code == LETTER


def test_an_impossible_date_is_mended_at_its_cell(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Hoàng Văn Thụ", day="31/02/2019")]), place.province, place.officer)
    bad = book.rows.get(verdict=RowVerdict.UNREADABLE)
    assert [cell for cell, _sentence in bad.faults] == ["G2"]

    mended = repair_row(row=bad, values={"decision_date": date(2019, 2, 28)}, by=place.officer)

    assert (mended.verdict, mended.values["decision_date"]) == (RowVerdict.NEW, "2019-02-28")


def test_a_repaired_row_may_turn_out_to_be_another_row(place: SmallProvince) -> None:
    book = taken(
        pasted([row(1, "Hoàng Văn Thụ"), row(2, "Hoàng Văn Thụ", award_words=STRANGE)]),
        place.province,
        place.officer,
    )
    bad = book.rows.get(verdict=RowVerdict.UNREADABLE)

    mended = repair_row(row=bad, values={"award_code": MERIT}, by=place.officer)

    assert (mended.verdict, mended.same_as) == (RowVerdict.SAME, bad.ordinal - 1)


def test_an_award_that_the_law_does_not_know_may_keep_its_words(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Hoàng Văn Thụ", award_words=STRANGE)]), place.province, place.officer)
    bad = book.rows.get(verdict=RowVerdict.UNREADABLE)

    repair_row(row=bad, values={"award_text": STRANGE}, as_written=True, by=place.officer)

    confirm_book(book=BookImport.objects.get(pk=book.pk), by=place.officer)
    paper = Award.objects.get().conferral
    assert (paper.award_code, paper.award_form) == ("", STRANGE)


def test_what_cannot_be_is_refused_with_a_sentence_for_each_value(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer)
    one = book.rows.get(verdict=RowVerdict.NEW)

    with pytest.raises(Refused) as refused:
        repair_row(row=one, values={"award_code": "nothing", "year": 12, "kind": "cat"}, by=place.officer)

    assert set(refused.value.faults) == {"award_code", "year", "kind"}


def test_a_spelling_said_once_mends_all_its_rows_and_the_books_to_come(place: SmallProvince) -> None:
    rows = [row(number, name, award_words=STRANGE) for number, name in enumerate(("Lý Văn Ba", "Vi Thị Tư"))]
    book = taken(pasted([*rows, row(3, "Hoàng Văn Thụ")]), place.province, place.officer)
    assert verdicts(book) == ["unreadable", "unreadable", "new"]

    changed = learn_award(book=book, spelling=STRANGE, award_code=LETTER, by=place.officer)

    assert (changed, verdicts(book)) == (2, ["new", "new", "new"])
    later = taken(
        pasted([row(1, "Nông Văn Năm", award_words=STRANGE)]), place.province, place.officer, title="Sổ sau"
    )
    assert verdicts(later) == ["new"]
    assert later.rows.get(verdict="new").values["award_code"] == LETTER


def test_what_a_later_book_was_read_by_stays_when_the_book_that_taught_it_is_undone(
    place: SmallProvince,
) -> None:
    book = taken(pasted([row(1, "Lý Văn Ba", award_words=STRANGE)]), place.province, place.officer)
    learn_award(book=book, spelling=STRANGE, award_code=LETTER, by=place.officer)
    confirm_book(book=BookImport.objects.get(pk=book.pk), by=place.officer)
    later = stored(
        pasted([row(1, "Nông Văn Năm", award_words=STRANGE)]), place.province, place.officer, title="Sổ sau"
    )

    undo_book(book=BookImport.objects.get(pk=book.pk), reason="Nhập nhầm sổ.", by=place.officer)
    assert LearnedSpelling.objects.get().book == later

    undo_book(book=later, reason="Nhập nhầm sổ.", by=place.officer)
    assert LearnedSpelling.objects.count() == 0


def test_a_learned_unit_is_where_the_recipients_worked(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Lý Văn Ba", unit="Cơ quan X.Đ.T")]), place.province, place.officer)

    said = learn_unit(book=book, spelling="Cơ quan X.Đ.T", unit=place.de_tham, by=place.officer)

    assert said == 1
    confirm_book(book=BookImport.objects.get(pk=book.pk), by=place.officer)
    award = Award.objects.get()
    assert (award.place, award.unit_then) == (place.de_tham, "Cơ quan X.Đ.T")


def test_a_contradiction_is_entered_only_when_a_person_says_so(place: SmallProvince) -> None:
    stored(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer)
    book = taken(
        pasted([row(1, "Hoàng Văn Thụ", decision="999/QĐ-UBND", day="20/11/2019"), row(2, "Vi Thị Tư")]),
        place.province,
        place.officer,
        title="Sổ hai",
    )
    conflict = book.rows.get(verdict=RowVerdict.CONFLICT)
    assert conflict.faults == [
        [
            "F2",
            "The register has this award of 2019 with another decision: there 163/QĐ-UBND, 12/05/2019, "
            "here 999/QĐ-UBND, 20/11/2019.",
        ]
    ]

    resolve_conflict(row=conflict, resolution="enter", by=place.officer)
    confirm_book(book=book, by=place.officer)

    told = Award.objects.order_by("pk").values_list("recipient_name", "conferral__decision_number")
    assert list(told) == [
        ("Hoàng Văn Thụ", "163/QĐ-UBND"),
        ("Hoàng Văn Thụ", "999/QĐ-UBND"),
        ("Vi Thị Tư", "163/QĐ-UBND"),
    ]


def test_a_contradiction_that_is_left_open_is_not_entered(place: SmallProvince) -> None:
    stored(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer)
    book = taken(
        pasted([row(1, "Hoàng Văn Thụ", decision="999/QĐ-UBND", day="20/11/2019"), row(2, "Vi Thị Tư")]),
        place.province,
        place.officer,
        title="Sổ hai",
    )

    confirm_book(book=book, by=place.officer)

    assert Award.objects.filter(recipient_name="Hoàng Văn Thụ").count() == 1


def test_a_column_that_a_person_names_is_read_so_in_later_books_too(place: SmallProvince) -> None:
    headings = (
        "STT",
        "Họ và tên",
        "Chức vụ",
        "Nhà ai nấy ở",
        "Hình thức khen thưởng",
        "Số quyết định",
        "Ngày ký",
    )
    text = pasted([row(1, "Lý Văn Ba", unit="Xã Đề Thám")], headings)
    book = taken(text, place.province, place.officer)
    sheet = book.reading["sheets"][0]["sheet"]

    chosen = choose_columns(book=book, columns={sheet: {3: Field.UNIT}}, by=place.officer)

    assert chosen.rows.get(verdict="new").values["unit"] == "Xã Đề Thám"
    later = taken(
        pasted([row(1, "Vi Thị Tư", unit="Xã Hùng Sơn")], headings),
        place.province,
        place.officer,
        title="Sổ sau",
    )
    assert later.rows.get(verdict="new").values["unit"] == "Xã Hùng Sơn"


def test_what_the_book_leaves_open_is_said_once_for_all_rows(place: SmallProvince) -> None:
    text = pasted([("1", "Lý Văn Ba", "Xã Đề Thám")], ("STT", "Họ và tên", "Đơn vị"))
    book = taken(text, place.province, place.officer)
    assert verdicts(book) == ["unreadable"]

    chosen = choose_columns(
        book=book, columns={}, defaults={"": {"award_code": MERIT, "year": 2015}}, by=place.officer
    )

    one = chosen.rows.get(verdict="new")
    assert (one.values["award_code"], one.values["year"]) == (MERIT, 2015)


def test_only_who_keeps_the_awards_repairs(place: SmallProvince) -> None:
    book = taken(pasted([row(1, "Lý Văn Ba")]), place.province, place.officer)
    one = book.rows.get(verdict="new")

    for forbidden in (
        lambda: repair_row(row=one, values={"name": "Khác"}, by=place.clerk),
        lambda: resolve_conflict(row=one, resolution="enter", by=place.clerk),
        lambda: learn_award(book=book, spelling="x", award_code=MERIT, by=place.clerk),
        lambda: choose_columns(book=book, columns={}, by=place.clerk),
    ):
        with pytest.raises(NotAllowed):
            forbidden()

    one.refresh_from_db()
    assert one.values["name"] == "Lý Văn Ba"
