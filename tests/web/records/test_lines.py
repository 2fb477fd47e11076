"""Writing a list of winners: pasted or from a file, with a verdict per line before anything is saved."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.movements import SmallProvince
from tests.factories.records import RECIPIENTS, conferral, edition
from tests.web.reading import elements, faults, texts
from tests.web.records.conftest import KINDS
from thidua.registry.actions import RecipientLine, replace_recipients
from thidua.registry.models import Award, Conferral
from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.writing_xlsx import write_xlsx

HEADINGS = ("TT", "Họ và tên", "Đối tượng", "Chức vụ", "Đơn vị")


@pytest.fixture
def row(place: SmallProvince) -> Conferral:
    return conferral(place)


def address(row: Conferral) -> str:
    return KINDS["awards"].url("lines", row.pk)


def sent(lines: str, **said: Any) -> dict[str, Any]:
    return {"seen": "1", "default_kind": "individual", "lines": lines, "act": "check", **said}


def verdicts(page: Any) -> list[tuple[str, str]]:
    names = texts(page, "th", scope="row")
    return list(zip(names, texts(page, "td", data_label="Verdict"), strict=True))


def stored() -> list[tuple[int, str, str]]:
    return list(Award.objects.order_by("ordinal").values_list("ordinal", "recipient_kind", "recipient_name"))


def workbook(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile(
        "ds.xlsx", write_xlsx([Column(heading) for heading in HEADINGS], rows, "Danh sách")
    )


def test_the_present_list_is_shown_as_it_is_written(place: SmallProvince, enter: Any, row: Conferral) -> None:
    page = enter(place.officer).get(address(row))
    assert page.context["form"]["lines"].value().splitlines() == [
        "Trạm Y tế xã Đề Thám; collective",
        "Nguyễn Văn Đức; individual; Giáo viên; Trường THCS Đề Thám",
        "Lương Thị Bình; individual; Trưởng thôn; ",
        "Hộ ông Vi Thanh Liêm; household; ; thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình",
    ]


def test_checking_saves_nothing_and_tells_what_would_become_of_each_line(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    before = stored()
    kept = "Nguyễn Văn Đức; cá nhân; Giáo viên; Trường THCS Đề Thám"
    lines = f"{kept}\n1. Nông Thị Mới\nHoàng A\tTập thể\nHoàng A; tập thể"
    page = enter(place.officer).post(address(row), sent(lines))
    assert verdicts(page) == [
        ("Nguyễn Văn Đức", "as before"),
        ("Nông Thị Mới", "new"),
        ("Hoàng A", "new This name stands in the list more than once."),
        ("Hoàng A", "new This name stands in the list more than once."),
    ]
    assert texts(page, "div", class_="warning-text") == [
        "! Warning: 3 lines of the present list are no longer in it and will be dropped: "
        "Trạm Y tế xã Đề Thám; Lương Thị Bình; Hộ ông Vi Thanh Liêm"
    ]
    assert stored() == before


def test_the_checked_list_is_saved_in_its_order(place: SmallProvince, enter: Any, row: Conferral) -> None:
    lines = "Nông Thị Mới\nXã Đề Thám; tập thể"
    answer = enter(place.officer).post(address(row), sent(lines, act="save"), follow=True)
    assert stored() == [(1, "individual", "Nông Thị Mới"), (2, "collective", "Xã Đề Thám")]
    assert texts(answer, "div", class_="notification") == ["The list of recipients has been saved."]


def test_a_list_with_a_fault_is_not_saved_and_stays_as_typed(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    before = stored()
    lines = f"Nông Thị Mới\n; cá nhân\n{'x' * 301}\nHoàng A; con vật\nB; cá nhân; c; d; 2019; đột xuất; e"
    page = enter(place.officer).post(address(row), sent(lines, act="save"))
    assert faults(page) == [
        "Line 2: Write the name.",
        "Line 3: Recipient: This has 301 characters; at most 300 fit. Make it shorter.",
        "Line 5: This line has too many parts. Leave at most six, separated by semicolons.",
    ]
    assert page.context["form"]["lines"].value() == lines
    assert [text for text in texts(page, "button") if text == "Save the list"] == []
    assert stored() == before


def test_a_word_that_is_no_kind_is_said_where_a_column_asks_for_one(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    lines = "Họ và tên; Đối tượng; Đơn vị\nHoàng A; con vật; Sở Nội vụ"
    page = enter(place.officer).post(address(row), sent(lines))
    assert faults(page) == [
        "Line 1: “con vật” is no kind of recipient. Write one of: collective, individual, household, author."
    ]


def test_a_file_is_read_by_its_headings_and_becomes_the_text(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    file = workbook(
        ("1", "Trạm Y tế xã Đề Thám", "Tập thể", "", ""),
        ("2", "Nông Thị Mới", "Cá nhân", "Giáo viên", "Trường A"),
        ("3", "Vi Văn Hộ", "Hộ gia đình", "", "thôn B"),
    )
    page = enter(place.officer).post(address(row), sent("", file=file))
    assert verdicts(page) == [
        ("Trạm Y tế xã Đề Thám", "as before"),
        ("Nông Thị Mới", "new"),
        ("Vi Văn Hộ", "new"),
    ]
    text = page.context["form"]["lines"].value()
    enter(place.officer).post(address(row), sent(text, act="save"))
    assert [*Award.objects.order_by("ordinal").values_list("recipient_name", "post_then", "unit_then")] == [
        ("Trạm Y tế xã Đề Thám", "", ""),
        ("Nông Thị Mới", "Giáo viên", "Trường A"),
        ("Vi Văn Hộ", "", "thôn B"),
    ]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("ds.xlsx", b"x"), "“ds.xlsx” is not what its name says"),
        (SimpleUploadedFile("ds.csv", b"A;B\n1;2\n"), "No column of the file is headed “Họ và tên”."),
        (SimpleUploadedFile("ds.exe", b"MZ"), "“ds.exe” is not a table."),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(
    place: SmallProvince, enter: Any, row: Conferral, file: SimpleUploadedFile, sentence: str
) -> None:
    before = stored()
    file.seek(0)
    page = enter(place.officer).post(address(row), sent("", file=file))
    assert [said[: len(sentence)] for said in faults(page)] == [sentence]
    assert stored() == before


def test_lines_left_as_they_were_keep_their_links_and_marks(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    marked = RecipientLine(
        kind="collective", name="Xã Đề Thám", unit=place.de_tham, provenance="illustrative"
    )
    replace_recipients(conferral=row, recipients=[marked, *RECIPIENTS], version=1, by=place.officer)
    page = enter(place.officer).get(address(row))
    text = page.context["form"]["lines"].value() + "\nNông Thị Mới"
    checked = enter(place.officer).post(address(row), sent(text, seen="2"))
    assert texts(checked, "span", class_="mark") == ["illustrative data"]
    enter(place.officer).post(address(row), sent(text, seen="2", act="save"))
    first, *_others, last = Award.objects.order_by("ordinal")
    assert (first.unit, first.provenance) == (place.de_tham, "illustrative")
    assert (last.unit, last.provenance) == (None, "recorded")


def test_a_list_changed_meanwhile_is_not_overwritten_unseen(
    place: SmallProvince, enter: Any, row: Conferral
) -> None:
    replace_recipients(conferral=row, recipients=RECIPIENTS[:1], version=1, by=place.officer)
    page = enter(place.officer).post(address(row), sent("Nông Thị Mới", act="save"))
    assert faults(page)[0].startswith("Somebody else has saved this meanwhile.")
    assert len(stored()) == 1
    seen = elements(page, "input", name="seen")[0].attributes["value"]
    enter(place.officer).post(address(row), sent("Nông Thị Mới", act="save", seen=seen))
    assert stored() == [(1, "individual", "Nông Thị Mới")]


def test_winners_take_work_and_prize(place: SmallProvince, enter: Any) -> None:
    row = edition(place, results=[])
    lines = "Hoàng An; tác giả; Hồi ký; Giải A\nLý Bình; Giải Nhì\nTrường THPT; tập thể; Tập bài viết"
    said = sent(lines, act="save", default_kind="author")
    enter(place.officer).post(KINDS["editions"].url("lines", row.pk), said)
    assert [
        *row.results.order_by("ordinal").values_list("recipient_name", "recipient_kind", "work", "prize")
    ] == [
        ("Hoàng An", "author", "Hồi ký", "Giải A"),
        ("Lý Bình", "author", "", "Giải Nhì"),
        ("Trường THPT", "collective", "Tập bài viết", ""),
    ]


def test_nobody_without_the_right_writes_a_list(place: SmallProvince, enter: Any, row: Conferral) -> None:
    for answer in (
        enter(place.chairman).get(address(row)),
        enter(place.chairman).post(address(row), sent("Kẻ Xen Vào", act="save")),
    ):
        assert answer.status_code == 403
    assert len(stored()) == 4
