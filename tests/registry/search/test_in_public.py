"""Nobody finds an award by what it keeps back: each question has an answer inside the office, and none outside."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded, decision
from thidua.registry.actions import choose_public_fields
from thidua.registry.enums import RecipientKind
from thidua.registry.models import Conferral
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import public_asking
from thidua.registry.search import Order, count, decisions_found, near, read_query, search

FEAT = "feat_of_arms_order_1"  # name, year and decision are public of it, neither post nor unit nor commune
MERIT = "provincial_certificate_of_merit"


def inside(typed: str, **more: Any) -> list[str]:
    return [hit.award.recipient_name for hit in search(read_query(typed), by=None, **more).hits]


def outside(typed: str, **more: Any) -> list[str]:
    """Return what the public finds; the count says the same, and paging one by one adds up to it."""
    public = public_asking()
    if more.get("order") is Order.NAME:
        public = public.about(PublicField.NAME)
    query = read_query(typed)
    found = [hit.award.recipient_name for hit in search(query, by=None, public=public, **more).hits]
    counted = {name: value for name, value in more.items() if name != "order"}
    assert count(query, by=None, public=public, **counted).number == len(found)
    paged: list[str] = []
    cursor = ""
    while True:
        page = search(query, by=None, public=public, size=1, cursor=cursor, **more)
        paged += [hit.award.recipient_name for hit in page.hits]
        cursor = page.next
        if not cursor:
            break
    assert paged == found
    return found


def hide(place: SmallProvince, code: str, *shown: str) -> None:
    choose_public_fields(award_code=code, names=list(shown), seen=0, by=place.officer)


@pytest.fixture
def soldiers(place: SmallProvince) -> SmallProvince:
    paper = decision(place.province, 2019, "7/QĐ-CTN", award_code=FEAT, award_form="Huân chương Chiến công")
    awarded(
        place.province, "Lý Văn An", paper=paper, place=place.de_tham, post_then="Tiểu đoàn trưởng",
        unit_then="Tiểu đoàn bí mật",
    )  # fmt: skip
    awarded(
        place.province, "Lý Văn Bền", place=place.de_tham, post_then="Trưởng thôn", unit_then="Xã Đề Thám"
    )
    return place


@pytest.mark.parametrize(
    "typed",
    [
        'ly van xã:"Đề Thám"',
        'xã:"Đề Thám"',
        'huyện:"Tràng Định"',
        'ly van tỉnh:"Lạng Sơn"',
        "ly van xa de tham",
        "van huyen trang dinh",
        "xã đề thám",
    ],
)
def test_a_place_that_is_kept_back_finds_nobody(soldiers: SmallProvince, typed: str) -> None:
    assert inside(typed) == ["Lý Văn Bền", "Lý Văn An"]
    assert outside(typed) == ["Lý Văn Bền"]


def test_a_name_alone_still_finds_whom_the_board_shows(soldiers: SmallProvince) -> None:
    assert outside("ly van") == ["Lý Văn Bền", "Lý Văn An"]
    assert outside("ly van an quyết-định:7/QĐ-CTN") == ["Lý Văn An"]


@pytest.mark.parametrize(
    "typed", ["an tieu doan truong", "tieu doan bi mat", "tiểu đoàn bí mật", "ben truong thon", "an bi mat"]
)
def test_words_of_post_and_unit_are_no_way_to_find_somebody(soldiers: SmallProvince, typed: str) -> None:
    assert len(inside(typed)) == 1
    assert outside(typed) == []


def test_a_post_is_left_out_and_the_page_says_so(soldiers: SmallProvince) -> None:
    typed = 'ly chức-vụ:"tiểu đoàn trưởng"'
    assert inside(typed) == ["Lý Văn An"]
    with translation.override("en"):
        found = search(read_query(typed), by=None, public=public_asking())
    assert [hit.award.recipient_name for hit in found.hits] == ["Lý Văn Bền", "Lý Văn An"]
    assert found.faults == ("Posts and types of commendation are not searched here; they were left out.",)


def test_a_name_that_is_kept_back_is_found_by_nobody(place: SmallProvince) -> None:
    awarded(place.province, "Lý Văn An", place=place.de_tham)
    assert outside("ly van an") == ["Lý Văn An"]
    hide(place, MERIT, "unit", "commune", "year", "decision")
    for typed in ("ly van an", "lý", 'tên-đúng:"Lý Văn An"', 'an xã:"Đề Thám"', "ly xa de tham"):
        assert inside(typed) == ["Lý Văn An"]
        assert outside(typed) == []
    slip = read_query("ly van am")
    assert [hit.award.recipient_name for hit in near(slip, by=None)] == ["Lý Văn An"]
    assert near(slip, by=None, public=public_asking()) == ()
    assert outside('xã:"Đề Thám"') == ["Lý Văn An"]  # the row without its name
    assert outside('xã:"Đề Thám"', order=Order.NAME) == []  # its place in the list would tell the name


def test_a_hidden_name_does_not_hide_the_award_that_the_words_name(place: SmallProvince) -> None:
    """Where no name fits, the words are read as an award: a name nobody may know must not stand in the way."""
    awarded(place.province, "Lý Văn An")
    secret = decision(place.province, 2020, "9/QĐ", award_code="", award_form="Kỷ niệm chương")
    awarded(place.province, "Tổ Bằng khen cấp tỉnh", paper=secret, year=2020)
    typed = "bang khen tinh"
    assert outside(typed) == ["Tổ Bằng khen cấp tỉnh"]
    hide(place, "", "year", "decision")
    assert inside(typed) == ["Tổ Bằng khen cấp tỉnh"]
    assert outside(typed) == ["Lý Văn An"]


def test_an_award_without_its_year_or_without_any_field_is_found_by_nothing(place: SmallProvince) -> None:
    awarded(place.province, "Lý Văn An", place=place.de_tham)
    assert outside("khen:2019") == ["Lý Văn An"]
    hide(place, MERIT, "name", "commune", "unit", "decision")
    for typed in ("ly", "khen:2019", 'xã:"Đề Thám"', "quyết-định:1/QĐ-UBND", ""):
        assert inside(typed) == ["Lý Văn An"]
        assert outside(typed) == []


def test_a_decision_that_is_kept_back_is_found_neither_by_number_nor_by_day(place: SmallProvince) -> None:
    awarded(place.province, "Lý Văn An")
    asked = ("quyết-định:1/QĐ-UBND", "quyết-định:1", "ngày:28/10/2019")
    for typed in asked:
        assert outside(typed) == ["Lý Văn An"]
        [paper], _total = decisions_found(read_query(typed), by=None, public=public_asking())
        assert paper.decision_number == "1/QĐ-UBND"
    hide(place, MERIT, "name", "year")
    for typed in asked:
        assert inside(typed) == ["Lý Văn An"]
        assert outside(typed) == []
        found, total = decisions_found(read_query(typed), by=None, public=public_asking())
        assert (found, total.number) == ([], 0)
    assert outside("ly", conferrals=Conferral.objects.all()) == []  # a movement tells its decisions


def test_words_of_a_decision_are_not_looked_for(place: SmallProvince) -> None:
    paper = decision(place.province, 2019, "5/QĐ-UBND", award_code="", reason="Phá chuyên án bí mật")
    awarded(place.province, "Lý Văn An", paper=paper)
    assert [row.pk for row in decisions_found(read_query("chuyen an bi mat"), by=None)[0]] == [paper.pk]
    assert decisions_found(read_query("chuyen an bi mat"), by=None, public=public_asking())[0] == []
    assert inside("quyết-định:5/chuyên") == ["Lý Văn An"] or inside("quyết-định:5/chuyên") == []
    assert outside("quyết-định:5/chuyên") == []


def test_where_somebody_lives_is_no_place_to_look_in(place: SmallProvince) -> None:
    awarded(
        place.province, "Hộ ông Vi Văn A", recipient_kind=RecipientKind.HOUSEHOLD, place=place.village,
        unit_then="Thôn Nà Ao 2",
    )  # fmt: skip
    village = place.village.name
    typed = f'đơn-vị:"{village}"'
    assert inside(typed) == ["Hộ ông Vi Văn A"]
    with translation.override("en"):
        found = search(read_query(typed), by=None, public=public_asking())
    assert found.hits == ()
    assert found.faults == (f"There is no unit “{village}”. Write its name of then or of today.",)
    assert outside(f"vi van a {village}") == []
    assert outside('xã:"Đề Thám"') == ["Hộ ông Vi Văn A"]


def test_numbers_and_births_in_a_name_are_not_in_the_dictionary(place: SmallProvince) -> None:
    awarded(place.province, "Lý Văn An sinh năm 1968, CCCD 020168000012")
    for typed in ("1968", "ly 1968", "020168000012", "an 0201680"):
        assert inside(typed) == []
        assert outside(typed) == []
    assert outside("ly van an") == ["Lý Văn An sinh năm 1968, CCCD 020168000012"]


@pytest.mark.parametrize("hidden", [False, True])
def test_the_queries_are_the_same_whatever_is_hidden(
    soldiers: SmallProvince, hidden: bool, django_assert_num_queries: Any
) -> None:
    if hidden:
        hide(soldiers, MERIT, "year")
    with django_assert_num_queries(8):
        search(read_query("ly van khen:2019"), by=None, public=public_asking())
