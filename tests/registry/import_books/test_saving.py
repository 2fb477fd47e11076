"""A book from its rows to the register and back."""

from __future__ import annotations

import io
from datetime import date

import pytest

from tests.factories.books import HEADINGS, MERIT, pasted, row, stored, taken
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from thidua.orgs.actions import add_position
from thidua.registry.actions import (
    ConferralContent,
    RecipientLine,
    confirm_book,
    discard_book,
    edit_conferral,
    paste_book,
    read_book,
    record_conferral,
    undo_book,
)
from thidua.registry.enums import BookState, RowVerdict
from thidua.registry.export.writing import write_csv, write_json
from thidua.registry.models import Award, BookImport, Conferral, LearnedSpelling, RecipientName
from thidua.registry.queries.books import sources_of, verdict_counts
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

LIST = pasted(
    [
        row(1, "Hoàng Văn Thụ"),
        row(2, "Lương Thị Bình", unit="Xã Đề Thám"),
        row(3, "Vi Thanh Liêm", decision="164/QĐ-UBND", day="20/06/2019"),
    ]
)


def exported() -> str:
    out = io.StringIO()
    write_csv(out)
    write_json(out)
    return out.getvalue()


def on_record(place: SmallProvince, *names: str, **changes: object) -> Conferral:
    """Return the decision 163 of 12/05/2019 with its recipients, entered by hand."""
    told = {
        "award_form": "Bằng khen của Chủ tịch UBND tỉnh",
        "award_code": MERIT,
        "decision_number": "163/QĐ-UBND",
        "decision_date": date(2019, 5, 12),
    }
    lines = [RecipientLine(kind="individual", name=name, unit_then="Sở Nội vụ") for name in names]
    content = ConferralContent(**(told | changes))
    return record_conferral(deciding_unit=place.province, content=content, recipients=lines, by=place.officer)


def test_nothing_is_in_the_register_before_a_person_confirms(place: SmallProvince) -> None:
    book = taken(LIST, place.province, place.officer)

    assert book.state == BookState.TO_CONFIRM
    assert verdict_counts(book) == {
        "new": 3,
        "same": 0,
        "conflict": 0,
        "unreadable": 0,
        "ignored": 1,
        "rows": 4,
    }
    assert Award.objects.count() == Conferral.objects.count() == 0


def test_the_rows_of_one_decision_are_one_list(place: SmallProvince) -> None:
    book = stored(LIST, place.province, place.officer)

    rows = Award.objects.order_by("conferral__decision_number", "ordinal")
    assert list(
        rows.values_list(
            "conferral__decision_number",
            "conferral__decision_date",
            "conferral__award_code",
            "ordinal",
            "recipient_name",
            "post_then",
            "year",
            "book",
        )
    ) == [
        ("163/QĐ-UBND", date(2019, 5, 12), MERIT, 1, "Hoàng Văn Thụ", "Chuyên viên", 2019, book.pk),
        ("163/QĐ-UBND", date(2019, 5, 12), MERIT, 2, "Lương Thị Bình", "Chuyên viên", 2019, book.pk),
        ("164/QĐ-UBND", date(2019, 6, 20), MERIT, 1, "Vi Thanh Liêm", "Chuyên viên", 2019, book.pk),
    ]
    assert book.state == BookState.STORED


def test_the_province_decides_its_own_awards_and_the_place_is_the_unit_of_that_day(
    place: SmallProvince,
) -> None:
    stored(LIST, place.province, place.officer)

    assert set(Conferral.objects.values_list("deciding_unit", flat=True)) == {place.province.pk}
    assert Award.objects.get(recipient_name="Lương Thị Bình").place == place.de_tham


def test_every_award_knows_the_sheet_the_row_and_the_cells_it_was_read_from(place: SmallProvince) -> None:
    stored(LIST, place.province, place.officer)

    award = Award.objects.get(recipient_name="Lương Thị Bình")
    (source,) = sources_of([award.pk])[award.pk]
    assert (source.row, source.own, source.cells["name"], source.cells["decision"]) == (
        3,
        True,
        ["B3", "Lương Thị Bình"],
        ["F3", "163/QĐ-UBND"],
    )


def test_rows_join_the_list_of_a_decision_on_record(place: SmallProvince) -> None:
    known = on_record(place, "Nông Văn Sẵn")

    stored(LIST, place.province, place.officer)

    assert list(known.awards.values_list("ordinal", "recipient_name")) == [
        (1, "Nông Văn Sẵn"),
        (2, "Hoàng Văn Thụ"),
        (3, "Lương Thị Bình"),
    ]
    known.refresh_from_db()
    assert (known.book, known.version) == (None, 2)  # who is editing the list by hand has to look again


def test_an_award_known_by_its_year_alone_is_kept_so(place: SmallProvince) -> None:
    text = pasted(
        [("1", "Hoàng Văn Thụ", "Sở Nội vụ", "Bằng khen của Chủ tịch UBND tỉnh", "2015")],
        ("STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Năm"),
    )

    stored(text, place.province, place.officer)

    award = Award.objects.select_related("conferral").get()
    paper = award.conferral
    assert (paper.decided_year, paper.decision_date, paper.decision_number, award.year) == (
        2015,
        None,
        "",
        2015,
    )


def test_who_else_decided_stands_in_words_under_the_unit_that_keeps_the_record(place: SmallProvince) -> None:
    text = pasted(
        [row(1, "Hoàng Văn Thụ", award_words="Bằng khen của Thủ tướng Chính phủ", decision="45/QĐ-TTg")]
    )

    stored(text, place.province, place.officer)

    paper = Conferral.objects.get()
    assert (paper.deciding_unit, paper.authority) == (place.province, "Thủ tướng Chính phủ")


def test_a_person_is_linked_only_where_a_post_of_that_day_says_so(place: SmallProvince) -> None:
    known = person(place, "Lương Thị Bình")
    add_position(
        person=known, unit=place.de_tham, title="Chủ tịch", valid_from=date(2018, 1, 1), by=place.officer
    )
    person(place, "Hoàng Văn Thụ")  # the name alone proves nothing

    stored(LIST, place.province, place.officer)

    assert list(Award.objects.order_by("pk").values_list("recipient_name", "person")) == [
        ("Hoàng Văn Thụ", None),
        ("Lương Thị Bình", known.pk),
        ("Vi Thanh Liêm", None),
    ]


def test_the_same_file_twice_is_recognised_and_doubles_nothing(place: SmallProvince) -> None:
    first = stored(LIST, place.province, place.officer)

    again = taken(LIST, place.province, place.officer)

    assert verdict_counts(again)["same"] == 3
    assert again.reading["remarks"] == [
        f"This very file was saved before, as import no. {first.pk} (“Sổ khen thưởng 2019”)."
    ]
    with pytest.raises(Refused, match="saved before"):
        confirm_book(book=again, by=place.officer)
    assert Award.objects.count() == 3


def test_a_row_that_says_what_is_on_record_is_a_further_source_of_it(place: SmallProvince) -> None:
    first = stored(LIST, place.province, place.officer)
    second = stored(
        pasted([row(7, "Hoàng Văn Thụ"), row(8, "Triệu Thị Mới")]),
        place.province,
        place.officer,
        title="Sổ hai",
    )

    award = Award.objects.get(recipient_name="Hoàng Văn Thụ")
    assert [(one.book, one.own) for one in sources_of([award.pk])[award.pk]] == [
        (first.pk, True),
        (second.pk, False),
    ]


def test_a_repeated_row_is_a_source_of_the_award_of_the_first(place: SmallProvince) -> None:
    stored(pasted([row(1, "Hoàng Văn Thụ"), row(2, "Hoàng Văn Thụ")]), place.province, place.officer)

    award = Award.objects.get()
    assert [one.row for one in sources_of([award.pk])[award.pk]] == [2, 3]


def test_undoing_leaves_the_export_as_it_was_byte_for_byte(place: SmallProvince) -> None:
    on_record(place, "Nông Văn Sẵn", "Hoàng Văn Thụ")
    before, names = (
        exported(),
        list(RecipientName.objects.order_by("spelling").values_list("spelling", "award_count")),
    )
    book = stored(LIST, place.province, place.officer)
    assert exported() != before

    undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)

    assert exported() == before
    assert list(RecipientName.objects.order_by("spelling").values_list("spelling", "award_count")) == names
    book.refresh_from_db()
    assert (book.state, book.undone_reason) == (BookState.UNDONE, "Nhập nhầm sổ.")
    assert book.rows.count() == 4  # what the file held stays readable


def test_what_another_book_tells_too_is_handed_over_to_it(place: SmallProvince) -> None:
    first = stored(LIST, place.province, place.officer)
    second = stored(
        pasted([row(7, "Hoàng Văn Thụ"), row(8, "Triệu Thị Mới")]),
        place.province,
        place.officer,
        title="Sổ hai",
    )

    undo_book(book=first, reason="Nhập nhầm sổ.", by=place.officer)

    assert list(Award.objects.order_by("ordinal").values_list("recipient_name", "book")) == [
        ("Hoàng Văn Thụ", second.pk),
        ("Triệu Thị Mới", second.pk),
    ]
    assert Conferral.objects.get().book == second
    undo_book(book=second, reason="Cũng nhầm.", by=place.officer)
    assert Award.objects.count() == Conferral.objects.count() == RecipientName.objects.count() == 0


def test_a_book_whose_decision_was_corrected_since_is_not_undone(place: SmallProvince) -> None:
    book = stored(LIST, place.province, place.officer)
    paper = Conferral.objects.get(decision_number="164/QĐ-UBND")
    content = ConferralContent(
        award_form=paper.award_form,
        award_code=MERIT,
        decision_number="164/QĐ-UBND",
        decision_date=date(2019, 6, 21),
    )
    edit_conferral(conferral=paper, content=content, version=1, by=place.officer)

    with pytest.raises(Refused, match="has been changed since"):
        undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)

    assert Award.objects.count() == 3


def test_undoing_needs_a_reason_and_happens_once(place: SmallProvince) -> None:
    book = stored(LIST, place.province, place.officer)
    with pytest.raises(Refused, match="reason"):
        undo_book(book=book, reason=" ", by=place.officer)
    undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)

    with pytest.raises(Refused, match="undone already"):
        undo_book(book=book, reason="Lần nữa.", by=place.officer)


def test_only_who_keeps_the_awards_of_the_unit_imports_confirms_and_undoes(place: SmallProvince) -> None:
    with pytest.raises(NotAllowed):
        paste_book(text=LIST, kept_by=place.province, by=place.clerk)
    book = taken(LIST, place.province, place.officer)
    for forbidden in (confirm_book, read_book, discard_book):
        with pytest.raises(NotAllowed):
            forbidden(book=book, by=place.clerk)
    confirm_book(book=book, by=place.officer)
    with pytest.raises(NotAllowed):
        undo_book(book=book, reason="Không được.", by=place.clerk)

    assert Award.objects.count() == 3


def test_the_log_tells_of_every_step(place: SmallProvince) -> None:
    book = stored(LIST, place.province, place.officer)
    undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)

    entries = AuditEntry.objects.filter(subject_type="registry.bookimport").order_by("sequence")
    assert list(entries.values_list("action", "actor_name")) == [
        ("registry.book_taken", "Hoàng Văn Chuyên"),
        ("registry.book_stored", "Hoàng Văn Chuyên"),
        ("registry.book_undone", "Hoàng Văn Chuyên"),
    ]


def test_a_register_that_changed_meanwhile_is_compared_once_more(place: SmallProvince) -> None:
    book = taken(LIST, place.province, place.officer)
    on_record(place, "Hoàng Văn Thụ")

    with pytest.raises(Refused, match="changed meanwhile"):
        confirm_book(book=book, by=place.officer)

    assert verdict_counts(book)["same"] == 1
    confirm_book(book=BookImport.objects.get(pk=book.pk), by=place.officer)
    assert Award.objects.count() == 3


def test_a_book_given_up_leaves_no_row(place: SmallProvince) -> None:
    book = taken(LIST, place.province, place.officer)

    discard_book(book=book, by=place.officer)

    assert (book.rows.count(), BookImport.objects.get().state) == (0, BookState.DISCARDED)
    with pytest.raises(Refused, match="given up"):
        confirm_book(book=book, by=place.officer)


def test_ten_faults_are_told_at_once_each_at_its_cell(place: SmallProvince) -> None:
    rows = [
        row(1, "", day="12/05/2019"),
        row(2, "Hoàng Văn A", award_words="Phần thưởng lạ lùng"),
        row(3, "Hoàng Văn B", day="31/02/2019"),
        row(4, "Hoàng Văn C", decision="", day=""),
        row(5, "Hoàng Văn D", award_words="", decision="", day=""),
        row(6, "Hoàng Văn Đ", day="99/99/2019"),
        row(7, "", award_words="Chưa rõ"),
    ]

    book = taken(pasted(rows), place.province, place.officer)

    bad = book.rows.filter(verdict=RowVerdict.UNREADABLE)
    assert bad.count() == 7
    assert sum(len(one.faults) for one in bad) >= 9
    assert all(sentence for one in bad for _cell, sentence in one.faults)


def test_learned_spellings_do_not_outlive_a_book_that_was_undone(place: SmallProvince) -> None:
    book = stored(LIST, place.province, place.officer)
    LearnedSpelling.objects.create(
        kind="award",
        folded="b/k ct",
        spelling="B/K CT",
        award_code=MERIT,
        book=book,
        learned_by=place.officer,
    )

    undo_book(book=book, reason="Nhập nhầm sổ.", by=place.officer)

    assert LearnedSpelling.objects.count() == 0


@pytest.mark.parametrize("count", [1, 60])
def test_saving_asks_the_database_the_same_few_times_however_many_rows(
    place: SmallProvince, count: int, django_assert_max_num_queries
) -> None:
    rows = [
        row(number, f"Hoàng Văn {chr(65 + number % 20)}{chr(97 + number // 20)}n") for number in range(count)
    ]
    book = taken(pasted(rows, HEADINGS), place.province, place.officer)

    with django_assert_max_num_queries(60):
        confirm_book(book=book, by=place.officer)

    assert Award.objects.count() == count
