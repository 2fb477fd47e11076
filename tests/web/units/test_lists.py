"""The lists of units, persons and households."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.utils import timezone

from tests.factories.movements import unit
from tests.factories.records import household, person
from tests.web.reading import main_text, rows
from thidua.orgs.actions import add_position, merge_units, rename_unit
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind

UNITS = "/lam-viec/don-vi"
PEOPLE = "/lam-viec/nguoi"
HOUSEHOLDS = "/lam-viec/ho-gia-dinh"
JULY = date(2025, 7, 1)


def names(response):
    return [row[0] for row in rows(response)]


def lines(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def merged(place):
    draft = UnitDraft(name="Xã Tràng Định", kind=UnitKind.COMMUNE, parent=place.province)
    return merge_units(
        units=[place.de_tham, place.hung_son], into=draft, on=JULY, by=None, act="NQ 1672", note=""
    )


def test_the_units_of_a_day_are_those_that_stood_then(place, administrator, as_):
    merged(place)
    client = as_(administrator)
    assert names(client.get(f"{UNITS}?cap=xa&ngay=30/06/2025")) == ["Xã Đề Thám", "Xã Hùng Sơn"]
    assert rows(client.get(f"{UNITS}?cap=xa")) == [
        ["Xã Tràng Định", "Xã", "tỉnh Lạng Sơn", "", "từ 01/07/2025"]
    ]


def test_units_are_filtered_by_hierarchy_and_kind(place, administrator, as_):
    client = as_(administrator)
    assert names(client.get(f"{UNITS}?he_thong=party")) == ["Tỉnh ủy"]
    assert names(client.get(f"{UNITS}?loai=district")) == ["Huyện Tràng Định"]
    assert "Không có kết quả" in main_text(client.get(f"{UNITS}?cap=xa&loai=district"))


def test_a_name_alone_is_looked_for_in_every_time_and_told_with_parent_and_era(place, administrator, as_):
    merged(place)
    rename_unit(unit=place.village, name="Thôn Nà Ao", by=None, on=JULY)
    client = as_(administrator)
    assert [row[:3] + row[4:] for row in rows(client.get(f"{UNITS}?q=de+tham"))] == [
        ["Xã Đề Thám", "Xã", "huyện Tràng Định, tỉnh Lạng Sơn", "đến 30/06/2025"]
    ]
    assert names(client.get(f"{UNITS}?q=na+ao+2")) == ["Thôn Nà Ao 2"]
    assert "Không có kết quả" in main_text(client.get(f"{UNITS}?q=de+tham&ngay=01/07/2025"))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("?loai=body&he_thong=mass", 6), ("?q=doan+thu", 7)])
def test_the_list_of_units_takes_as_many_queries_whatever_the_rows(
    place, administrator, as_, django_assert_num_queries, count, query, queries
):
    for number in range(count):
        unit(f"Đoàn Thử {number}", UnitKind.BODY, place.province, Hierarchy.MASS)
    client = as_(administrator)
    client.get(UNITS + query)
    with django_assert_num_queries(queries):
        assert len(rows(client.get(UNITS + query))) == count


@pytest.mark.parametrize("query", ["?cap=xa", "?q=xa"])
def test_the_csv_of_units_holds_the_same_rows(place, administrator, as_, query):
    client = as_(administrator)
    read = lines(client.get(f"{UNITS}{query}&dinh-dang=csv"))
    assert [row[:5] for row in read[1:]] == rows(client.get(UNITS + query))
    assert [row[6] for row in read[1:]] == ["xa-de-tham-trang-dinh", "xa-hung-son-trang-dinh"]


def test_persons_are_sorted_by_given_name_and_told_with_their_positions(place, as_):
    binh, an = person(place), person(place, "Nông Văn An")
    add_position(person=binh, unit=place.village, title="Trưởng thôn", by=None)
    add_position(person=an, unit=place.hung_son, title="Chủ tịch UBND", by=None)
    client = as_(place.officer)
    assert rows(client.get(PEOPLE)) == [
        ["Nông Văn An", "Chủ tịch UBND, xã Hùng Sơn"],
        ["Lương Thị Bình", "Trưởng thôn, thôn Nà Ao 2"],
    ]
    assert names(client.get(f"{PEOPLE}?q=binh+luong")) == ["Lương Thị Bình"]
    assert names(client.get(f"{PEOPLE}?don_vi=hung+son")) == ["Nông Văn An"]
    read = lines(client.get(f"{PEOPLE}?dinh-dang=csv"))
    assert [row[:2] for row in read[1:]] == rows(client.get(PEOPLE))


def test_a_clerk_finds_the_persons_and_households_of_the_own_unit_only(place, as_):
    binh, an = person(place), person(place, "Nông Văn An")
    add_position(person=binh, unit=place.village, title="Trưởng thôn", by=None)
    add_position(person=an, unit=place.hung_son, title="Chủ tịch UBND", by=None)
    household(place, "Vi Thanh Liêm")
    household(place, "Hứa Văn Kín", address_unit=place.hung_son)
    assert names(as_(place.officer).get(PEOPLE)) == [
        "Nông Văn An", "Lương Thị Bình", "Hứa Văn Kín", "Vi Thanh Liêm",
    ]  # fmt: skip
    clerk = as_(place.clerk)
    assert names(clerk.get(f"{PEOPLE}?q=an")) == ["Vi Thanh Liêm"]
    assert clerk.get(f"{PEOPLE}/{an.pk}").status_code == 404
    assert names(clerk.get(HOUSEHOLDS)) == ["ông Vi Thanh Liêm"]
    assert names(as_(place.officer).get(HOUSEHOLDS)) == ["ông Hứa Văn Kín", "ông Vi Thanh Liêm"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(PEOPLE, 7), (HOUSEHOLDS, 10)])
def test_lists_of_people_take_as_many_queries_whatever_the_rows(
    place, administrator, as_, django_assert_num_queries, count, address, queries
):
    for number in range(count):
        row = household(place, f"Ma Văn {'Abc'[number]}")
        add_position(person=row.head, unit=place.village, title=f"Tổ trưởng {number}", by=None)
    client = as_(administrator)
    client.get(address)
    with django_assert_num_queries(queries):
        assert len(rows(client.get(address))) == count


def test_an_old_address_of_a_household_is_told_with_the_place_of_today(place, administrator, as_):
    household(place, address_on=date(2024, 5, 1))
    merged(place)
    told = rows(as_(administrator).get(HOUSEHOLDS))[0]
    assert told[1].startswith("thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn")
    read = lines(as_(administrator).get(f"{HOUSEHOLDS}?dinh-dang=csv"))
    assert read[1][:2] == ["ông Vi Thanh Liêm", "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn"]
    assert timezone.localdate() > JULY
