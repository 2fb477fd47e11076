"""The same names are found however they are typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded
from thidua.core.vietnamese.fold import fold
from thidua.registry.search import Rank, count, near, read_query, search

NAMES = (
    "Lương Thị Bình",
    "Lương Thị Bính",
    "Hoàng Văn Thụ",
    "Hoàng Văn Thủy",
    "Nguyễn Thị Hòa",
    "Đặng Đình Đức",
    "Trường THPT Việt Bắc",
    "Trường Trung học phổ thông Chi Lăng",
    "Ủy ban nhân dân phường Hoàng Văn Thụ",
    "Hộ ông Vi Thanh Liêm",
    "Nông Văn An",
)


@pytest.fixture
def register(place: SmallProvince) -> SmallProvince:
    awarded(place.province, *NAMES)
    return place


def found(typed: str) -> list[str]:
    return [hit.award.recipient_name for hit in search(read_query(typed), by=None).hits]


def nearly(typed: str) -> list[str]:
    return [hit.award.recipient_name for hit in near(read_query(typed), by=None)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hoàng Văn Thụ", ["Hoàng Văn Thụ", "Hoàng Văn Thủy", "Ủy ban nhân dân phường Hoàng Văn Thụ"]),
        ("HOANG VAN THUY", ["Hoàng Văn Thủy"]),
        ("Hoàng Văn Thuỷ", ["Hoàng Văn Thủy"]),
        ("hoà nguyễn", ["Nguyễn Thị Hòa"]),
        ("dang dinh duc", ["Đặng Đình Đức"]),
        ("bình lương", ["Lương Thị Bính", "Lương Thị Bình"]),
        ("THPT Chi Lăng", ["Trường Trung học phổ thông Chi Lăng"]),
        ("trung học phổ thông việt bắc", ["Trường THPT Việt Bắc"]),
        ("UBND P. Hoàng Văn Thụ", ["Ủy ban nhân dân phường Hoàng Văn Thụ"]),
        ("N.V. An", ["Nông Văn An"]),
        ("vi thanh liêm", ["Hộ ông Vi Thanh Liêm"]),
        ("không có ai", []),
        ("?!…", []),
    ],
)
def test_a_name_is_found_as_it_is_typed(register: SmallProvince, typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_the_very_marks_come_first_then_the_same_letters(register: SmallProvince) -> None:
    hits = search(read_query("Lương Thị Bình"), by=None).hits
    assert [(hit.award.recipient_name, hit.rank) for hit in hits] == [
        ("Lương Thị Bình", Rank.VERY),
        ("Lương Thị Bính", Rank.FOLDED),
    ]
    assert [hit.rank for hit in search(read_query("luong thi binh"), by=None).hits] == [Rank.FOLDED] * 2


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hoàng Văm Thụ", ["Hoàng Văn Thụ", "Hoàng Văn Thủy"]),
        ("luong thi bnih", ["Lương Thị Bính", "Lương Thị Bình"]),
        ("luongthi binh", ["Lương Thị Bính", "Lương Thị Bình"]),
        ("dang dnh dc", ["Đặng Đình Đức"]),
        ("thj hoa nguyen", ["Nguyễn Thị Hòa"]),
        ("Lý Thị Xa Lạ", []),
    ],
)
def test_a_misspelt_name_is_found_among_those_nearly_alike(
    register: SmallProvince, typed: str, expected: list[str]
) -> None:
    assert sorted(nearly(typed)) == sorted(expected)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_way_of_typing_finds_the_name(register: SmallProvince, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    words = data.draw(st.permutations(name.split()))
    typed = " ".join(words)
    if data.draw(st.booleans()):
        typed = "".join(data.draw(st.sampled_from([letter, fold(letter) or letter])) for letter in typed)
    typed = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))(typed)
    typed = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), typed)
    assert name in found(typed)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_slip_finds_the_name(register: SmallProvince, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([one for one in NAMES if len(one.split()) == 3]))
    letters = list(fold(name))
    places = [place for place, letter in enumerate(letters) if letter != " "]
    place = data.draw(st.sampled_from(places))
    kind = data.draw(st.sampled_from(["wrong", "missing", "more"]))
    if kind == "wrong":
        letters[place] = data.draw(st.sampled_from("abceghilmnopqrtuvxy"))
    elif kind == "missing":
        del letters[place]
    else:
        letters.insert(place, data.draw(st.sampled_from("abceghilmnopqrtuvxy")))
    typed = "".join(letters)
    assert name in found(typed) + nearly(typed)


def test_the_count_is_that_of_the_hits(register: SmallProvince) -> None:
    for typed in ("hoang van thu", "luong", "nguyen thi hoa", "xyz", "van"):
        total = count(read_query(typed), by=None)
        assert (total.number, total.exact) == (len(found(typed)), True)


@pytest.mark.parametrize("more", [0, 2])
def test_a_search_costs_the_same_queries_for_any_rows(
    register: SmallProvince, more: int, django_assert_num_queries
) -> None:
    for year in range(2020, 2020 + more):
        awarded(register.province, "Hoàng Văn Thụ", year=year)
    found("khởi động")
    with django_assert_num_queries(7):
        assert len(found("hoang van thu")) == 3 + more
