"""Names, posts, units and households of one cell, against cases a clerk can read."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.registry.books.cell_cases import cases, label
from thidua.registry.books.kinds import kind_of_name, read_kind, read_woman
from thidua.registry.books.name_case import normal_case
from thidua.registry.books.names import split_honorific, split_many, split_person, split_post_unit

NAMES = some.sampled_from(
    [
        *("Nguyễn Văn An", "Nông Thị Slầy", "Hoàng Văn Thụ", "Đoàn Thị Lan", "Trương Công Định", "Lò A Páo"),
        *("H'Hen Niê", "Vi Văn Quân", "Bế Thị Phòng", "Lương Thị Bình", "Tô Ban Mai", "Phùng Sở Nam"),
    ]
)
HONORIFICS = some.sampled_from(
    ["", "Ông ", "Bà ", "Đ/c ", "Đồng chí: ", "Thượng tá ", "ThS. ", "BS. CKI. ", "PGS.TS "]
)
BEFORE = some.sampled_from(["", "1. ", "12) ", "- ", "  ", "\u00a0", "\u200b", "• ", "+ "])
BEHIND = some.sampled_from(["", ";", ".", " ;", ",", "  ", "\n", "\u00a0", " -"])


@pytest.mark.parametrize("case", cases("people"), ids=label)
def test_a_cell_is_cut_into_the_parts_a_clerk_sees(case: dict[str, Any]) -> None:
    read = {
        part: value
        for part, value in asdict(split_person(case["cell"], case.get("among", ""))).items()
        if value
    }
    if "holders" in read:
        read["holders"] = list(read["holders"])
    assert read == {part: value for part, value in case.items() if part not in ("cell", "among")}


@pytest.mark.parametrize("case", cases("several"), ids=label)
def test_several_recipients_of_one_cell_are_told_apart(case: dict[str, Any]) -> None:
    assert split_many(case["cell"], case.get("among", "")) == case["recipients"]


@pytest.mark.parametrize("case", cases("kinds"), ids=label)
def test_the_kind_is_read_from_headings_and_names(case: dict[str, Any]) -> None:
    read = read_kind(case["heading"]) if "heading" in case else kind_of_name(case["name"])
    assert read == case.get("kind", "")


@given(NAMES, HONORIFICS, BEFORE, BEHIND)
@settings(max_examples=150, deadline=None)
def test_honorifics_numbers_and_trailing_signs_never_change_the_name(
    name: str, honorific: str, before: str, behind: str
) -> None:
    assert split_person(f"{before}{honorific}{name}{behind}").name == name


@given(NAMES, HONORIFICS)
@settings(max_examples=60, deadline=None)
def test_capitals_never_change_the_name(name: str, honorific: str) -> None:
    assert split_person(f"{honorific}{name.upper()}", "individual").name == name


@given(NAMES, some.sampled_from([", ", ",", " - ", "\n", " – ", "; "]))
@settings(max_examples=60, deadline=None)
def test_post_and_unit_are_found_behind_any_separator(name: str, between: str) -> None:
    cell = split_person(between.join([f"Ông {name}", "Trưởng phòng Tổ chức cán bộ", "Sở Nội vụ"]))
    assert (cell.name, cell.post, cell.unit) == (name, "Trưởng phòng Tổ chức cán bộ", "Sở Nội vụ")


@given(some.text(max_size=80), some.sampled_from(["", "individual", "collective", "household", "author"]))
@settings(max_examples=300, deadline=None)
def test_no_cell_is_too_strange_to_be_read(text: str, kind: str) -> None:
    for part in split_many(text, kind):
        split_person(part, kind)
    assert kind_of_name(text) in ("", "individual", "collective", "household")


@pytest.mark.parametrize(
    ("text", "post", "unit"),
    [
        ("Trưởng phòng,Sở Y tế", "Trưởng phòng", "Sở Y tế"),
        ("Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế"),
        ("Chủ tịch UBND xã Hiệp Hạ, huyện Lộc Bình", "Chủ tịch UBND xã Hiệp Hạ", "huyện Lộc Bình"),
        ("Hiệu trưởng Trường THPT A, huyện B", "Hiệu trưởng", "Trường THPT A, huyện B"),
        ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", ""),
        ("Sở Nội vụ, Phó Giám đốc", "Phó Giám đốc", "Sở Nội vụ"),
        (
            "Bí thư Chi bộ, Hiệu trưởng Trường THPT Chu Văn An",
            "Bí thư Chi bộ, Hiệu trưởng",
            "Trường THPT Chu Văn An",
        ),
        ("xã Hiệp Hạ", "", "xã Hiệp Hạ"),
        ("Công chức Văn phòng - Thống kê xã Hiệp Hạ", "Công chức Văn phòng - Thống kê", "xã Hiệp Hạ"),
    ],
)
def test_a_column_of_post_and_unit_is_cut_by_the_stated_rule(text: str, post: str, unit: str) -> None:
    assert split_post_unit(text) == (post, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("nguyễn thị lan", "Nguyễn Thị Lan"),
        ("N.V.H", "N.V.H"),
    ],
)
def test_capitals_are_brought_down_syllable_by_syllable(text: str, expected: str) -> None:
    assert normal_case(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("Nữ", True), ("nam", False), ("F", True), ("x", None), ("", None), (None, None)]
)
def test_a_woman_is_told_by_the_word(value: object, expected: bool | None) -> None:
    assert read_woman(value) is expected


def test_a_mark_in_the_column_of_women_says_a_woman() -> None:
    assert (read_woman("x", True), read_woman("", True)) == (True, None)


def test_an_honorific_tells_the_sex_where_it_does() -> None:
    assert split_honorific("Bà Vi Thị Thơ") == ("Bà", "Vi Thị Thơ", True)
    assert split_honorific("Đ/c Vi Thị Thơ") == ("Đ/c", "Vi Thị Thơ", None)
