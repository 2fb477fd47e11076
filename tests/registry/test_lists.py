"""Reading lists of winners that were pasted or uploaded."""

from __future__ import annotations

import pytest
from django.utils import translation

from thidua.registry.content import RecipientLine
from thidua.registry.lists.reading import ReadLine, read_rows, read_text
from thidua.registry.lists.shape import RECIPIENTS, WINNERS
from thidua.registry.lists.verdicts import State, judge
from thidua.support.refusals import Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def recipients(text: str, kind: str = "individual") -> list[tuple[str, str, str, str]]:
    return [(line.name, line.kind, line.first, line.second) for line in read_text(text, RECIPIENTS, kind)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lương Thị Bình", ("Lương Thị Bình", "individual", "", "")),
        ("  12.  Lương\u00a0Thị  Bình ", ("Lương Thị Bình", "individual", "", "")),
        ("3) Bình", ("Bình", "individual", "", "")),
        ("30 năm xây dựng", ("30 năm xây dựng", "individual", "", "")),
        ("Bình; Trưởng thôn", ("Bình", "individual", "Trưởng thôn", "")),
        (
            "Bình; Trưởng thôn; thôn Nà Ao 2, xã Đề Thám",
            ("Bình", "individual", "Trưởng thôn", "thôn Nà Ao 2, xã Đề Thám"),
        ),
        ("Bình\tCÁ NHÂN\t\tSở Nội vụ", ("Bình", "individual", "", "Sở Nội vụ")),
        ("Hộ ông Liêm | hộ gia đình | thôn Bản Đoóc", ("Hộ ông Liêm", "household", "", "thôn Bản Đoóc")),
        ("Sở Nội vụ; tập thể", ("Sở Nội vụ", "collective", "", "")),
    ],
)
def test_a_line_is_read_as_a_person_writes_it(line: str, expected: tuple[str, str, str, str]) -> None:
    assert recipients(line) == [expected]


def test_empty_lines_are_left_out_and_the_default_kind_is_taken() -> None:
    assert recipients("\n A \n\n\u200b\n B\n", "collective") == [
        ("A", "collective", "", ""),
        ("B", "collective", "", ""),
    ]


@pytest.mark.parametrize(
    "headings",
    ["Đơn vị\tHọ và tên\tĐối tượng", "Unit; Full name; Kind", "Địa chỉ | Tên tập thể, cá nhân | Loại"],
)
def test_headings_say_another_order(headings: str) -> None:
    separator = "\t" if "\t" in headings else ";"
    line = separator.join(("Sở Nội vụ", "Nguyễn Khắc Phương", "cá nhân"))
    assert recipients(f"{headings}\n{line}") == [("Nguyễn Khắc Phương", "individual", "", "Sở Nội vụ")]


def test_an_author_in_the_first_line_is_no_heading() -> None:
    lines = read_text("Hoàng An; tác giả; Hồi ký; Giải A", WINNERS, "individual")
    assert lines == [ReadLine(1, "Hoàng An", "author", "Hồi ký", "Giải A")]
    headed = read_text("Tác giả; Tác phẩm; Giải\nHoàng An; Hồi ký; Giải A", WINNERS, "author")
    assert headed == [ReadLine(1, "Hoàng An", "author", "Hồi ký", "Giải A")]


def test_too_many_parts_and_too_many_lines_are_said() -> None:
    (line,) = read_text("A; cá nhân; b; c; 2019; đột xuất; d", RECIPIENTS, "individual")
    assert line.faults == ["This line has too many parts. Leave at most six, separated by semicolons."]
    (line,) = read_text("A; tác giả; b; c; d", WINNERS, "author")
    assert line.faults == ["This line has too many parts. Leave at most four, separated by semicolons."]


def test_year_and_type_of_commendation_stand_behind_the_other_parts() -> None:
    placed, headed = (
        read_text("Bình; cá nhân; Trưởng thôn; Nà Ao; 2019; đột xuất", RECIPIENTS, "individual"),
        read_text("Họ tên\tNăm\tLoại hình khen thưởng\nBình\t2019\tcông trạng", RECIPIENTS, "individual"),
    )
    assert [(line.year, line.type, line.faults) for line in (*placed, *headed)] == [
        (2019, "sudden", []),
        (2019, "merit", []),
    ]
    (wrong,) = read_text("Bình; cá nhân; a; b; 19; thường", RECIPIENTS, "individual")
    assert wrong.faults == [
        "“19” is not a year. Write four digits, or leave it empty.",
        "“thường” is no type of commendation.",
    ]
    with pytest.raises(Refused) as caught:
        read_text("A\n" * 5001, RECIPIENTS, "individual")
    assert caught.value.faults == {"lines": ["A list holds at most 5.000 lines. Split it."]}


def test_a_spreadsheet_needs_a_column_of_names() -> None:
    rows = [("1", "Bình", None)]
    read = read_rows(("STT", "Họ tên", "Chức danh"), rows, RECIPIENTS, "individual")
    assert read == [ReadLine(1, "Bình", "individual")]
    with pytest.raises(Refused) as caught:
        read_rows(("STT", "Xã"), rows, RECIPIENTS, "individual")
    assert caught.value.faults == {
        "file": ["No column of the file is headed “Họ và tên”. Its headings are: STT, Xã."]
    }


def test_each_line_is_judged_against_what_is_stored() -> None:
    stored = [
        RecipientLine(kind="individual", name="Bình", provenance="illustrative"),
        RecipientLine(kind="individual", name="Cúc"),
    ]
    read = read_text("Bình\nAn\n; tập thể\nAN", RECIPIENTS, "individual")
    judged = judge(read, stored, lambda line: RecipientLine(kind=line.kind, name=line.name))
    assert [(verdict.state, len(verdict.doubts)) for verdict in judged.verdicts] == [
        (State.KEPT, 0),
        (State.NEW, 1),
        (State.AT_FAULT, 0),
        (State.NEW, 1),
    ]
    assert judged.verdicts[0].line is stored[0]
    assert (judged.faulty, judged.dropped) == (1, [stored[1]])


def test_one_stored_line_is_kept_once() -> None:
    stored = [RecipientLine(kind="individual", name="Bình")]
    judged = judge(
        read_text("Bình\nBình", RECIPIENTS, "individual"),
        stored,
        lambda line: RecipientLine(kind=line.kind, name=line.name),
    )
    assert [verdict.state for verdict in judged.verdicts] == [State.KEPT, State.NEW]
