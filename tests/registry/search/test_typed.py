"""What officers, clerks and citizens type without thinking of a syntax: it means what they mean."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import F

from tests.factories.movements import SmallProvince, unit
from tests.factories.register import awarded, decision
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import UnitPlacement
from thidua.registry.enums import RecipientKind
from thidua.registry.models import RecipientName
from thidua.registry.search import (
    Count,
    Era,
    Order,
    Rank,
    awards_found,
    count,
    counting,
    decisions_found,
    near,
    plans,
    read_query,
    search,
)
from thidua.registry.search import names as dictionary


def found(typed: str, **more) -> list[str]:
    return [hit.award.recipient_name for hit in search(read_query(typed), by=None, **more).hits]


@pytest.fixture
def register(place: SmallProvince) -> SmallProvince:
    health = unit("Sở Y tế", UnitKind.BODY, place.province)
    awarded(place.province, "Hoàng Văn Thụ", year=2015, place=place.hung_son, unit_then="Xã Hùng Sơn")
    awarded(place.province, "Nguyễn Văn An", year=2016, place=place.de_tham, post_then="Chủ tịch UBND xã")
    awarded(place.province, "Nông Thị An", year=2017, place=health, post_then="Bác sĩ", unit_then="Sở Y tế")
    awarded(place.province, "H'Hen Niê", year=2018, post_then="Giáo viên", unit_then="Trường THPT Việt Bắc")
    awarded(place.province, "Giàng A Páo", year=2018)
    collective = {"recipient_kind": RecipientKind.COLLECTIVE}
    awarded(place.province, "Xã Đề Thám", year=2019, place=place.de_tham, **collective)
    awarded(place.province, "Công an tỉnh", year=2019, **collective)
    awarded(place.province, "Trung tâm Y tế huyện", year=2020, **collective)
    paper = decision(
        place.department, 2021, "163/QĐ-UBND", award_form="Giấy khen", award_code="commendation_letter"
    )
    awarded(place.department, "Lương Thị Bình", year=2021, paper=paper)
    return place


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hoangf Vawn Thuj", ["Hoàng Văn Thụ"]),
        ("Nguyeenx Vawn An", ["Nguyễn Văn An"]),
        ("Hoang2 Va8n Thu5", ["Hoàng Văn Thụ"]),
        ("Ông Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("đ/c nguyễn văn an", ["Nguyễn Văn An"]),
        ("ông Thụ", ["Hoàng Văn Thụ"]),
        ("nguyen v an", ["Nguyễn Văn An"]),
        ("N.V.A", ["Nguyễn Văn An"]),
        ("h hen nie", ["H'Hen Niê"]),
        ("H’Hen Niê", ["H'Hen Niê"]),
        ("giang a pao", ["Giàng A Páo"]),
        ("CA tỉnh", ["Công an tỉnh"]),
        ("TTYT huyện", ["Trung tâm Y tế huyện"]),
        ("an sở y tế", ["Nông Thị An"]),
        ("sở y tế an", ["Nông Thị An"]),
        ("an bác sĩ", ["Nông Thị An"]),
        ("nie giáo viên", ["H'Hen Niê"]),
        ("hen thpt việt bắc", ["H'Hen Niê"]),
        ("giáo viên", ["H'Hen Niê"]),
        ("thụ hùng sơn", ["Hoàng Văn Thụ"]),
        ("UBND xã Đề Thám", ["Xã Đề Thám", "Nguyễn Văn An"]),
        ("BK 2018", ["Giàng A Páo", "H'Hen Niê"]),
        ("2018", ["Giàng A Páo", "H'Hen Niê"]),
        ("an năm 2017", ["Nông Thị An"]),
        ("an 2016-2017", ["Nông Thị An", "Nguyễn Văn An"]),
        ("từ năm 2016 đến 2017", ["Nông Thị An", "Nguyễn Văn An"]),
        ("163/QĐ-UBND", ["Lương Thị Bình"]),
        ("bình 163/QĐ-UBND", ["Lương Thị Bình"]),
        ("qđ 163", ["Lương Thị Bình"]),
        ("Quyết định số 163", ["Lương Thị Bình"]),
        ("163", ["Lương Thị Bình"]),
        ("28/10/2021", ["Lương Thị Bình"]),
        ("ngày 28.10.2021", ["Lương Thị Bình"]),
        ("2021-10-28", ["Lương Thị Bình"]),
        ("giấy khen", ["Lương Thị Bình"]),
        ("giấy khen 2021", ["Lương Thị Bình"]),
        ("xã:Đề Thám", ["Xã Đề Thám", "Nguyễn Văn An"]),
        ("an xã:Đề Thám khen:2016", ["Nguyễn Văn An"]),
        ("đối-tượng:tập thể khen:2020", ["Trung tâm Y tế huyện"]),
        ('chức-vụ:"chủ tịch"', ["Nguyễn Văn An"]),
        ("an chức-vụ:bác sĩ", ["Nông Thị An"]),
        ("an chức-vụ:giáo viên", []),
        ("AND OR NOT", []),
        ("an* ^an", ["Công an tỉnh", "Nông Thị An", "Nguyễn Văn An"]),
        ("\u202ean\u202c 🎉 nông", ["Nông Thị An"]),
    ],
)
def test_a_line_means_what_people_mean(register: SmallProvince, typed: str, expected: list[str]) -> None:
    assert found(typed) == expected
    assert count(read_query(typed), by=None) == Count(len(expected), True)
    assert sorted(found(typed, order=Order.NAME)) == sorted(expected)


def test_words_of_name_and_place_together_are_a_group_of_their_own(register: SmallProvince) -> None:
    assert [hit.rank for hit in search(read_query("an sở y tế"), by=None).hits] == [Rank.TOGETHER]


def test_a_joined_name_of_a_minority_is_found_nearly(register: SmallProvince) -> None:
    assert [hit.award.recipient_name for hit in near(read_query("hhen nie"), by=None)] == ["H'Hen Niê"]


def test_one_short_word_has_nothing_near(register: SmallProvince) -> None:
    assert near(read_query("ax"), by=None) == ()


def test_awards_are_a_group_with_their_counts(register: SmallProvince) -> None:
    def counted(typed: str) -> list[tuple[str, int]]:
        return [(one.name, one.count.number) for one in awards_found(read_query(typed), by=None)]

    merit = "Bằng khen của Bộ, ban, ngành, tỉnh"
    assert counted("bằng khen") == [(merit, 8)]
    assert counted("BK 2018") == [(merit, 2)]
    assert counted("giấy khen") == [("Giấy khen", 1)]
    assert counted("giấy khen 2018") == []
    assert counted("Nguyễn Văn An") == []
    [letter] = awards_found(read_query("giấy khen"), by=None)
    assert found(str(letter.query)) == ["Lương Thị Bình"]


def test_decisions_of_a_day_are_found(register: SmallProvince) -> None:
    rows, total = decisions_found(read_query("28/10/2021"), by=None)
    assert ([row.decision_number for row in rows], total.number) == (["163/QĐ-UBND"], 1)


def test_a_walk_that_stops_says_so_and_goes_on(register: SmallProvince, monkeypatch) -> None:
    monkeypatch.setattr(plans, "MOST_WALKED", 2)
    monkeypatch.setattr(plans, "FIRST_WINDOW", 1)
    monkeypatch.setattr(plans, "LARGEST_WINDOW", 1)
    query, cursor, names, cut = read_query("chức-vụ:chủ"), "", [], []
    while True:
        page = search(query, by=None, cursor=cursor)
        names += [hit.award.recipient_name for hit in page.hits]
        cut.append(page.is_cut)
        if not page.next:
            break
        cursor = page.next
    assert (names, cut) == (["Nguyễn Văn An"], [True, True, True, True, False])


def test_a_count_that_is_not_exact_is_a_true_lower_bound(register: SmallProvince, monkeypatch) -> None:
    awarded(register.province, *[f"Lý Văn {letter * 3}" for letter in "bcdg"], year=2015)
    monkeypatch.setattr(dictionary, "MOST_NAMES", 2)
    assert count(read_query("lý văn khen:2015"), by=None) == Count(3, False)
    monkeypatch.setattr(dictionary, "MOST_NAMES", 3_000)
    assert count(read_query("lý văn khen:2015"), by=None) == Count(4, True)
    monkeypatch.setattr(counting, "MOST_COUNTED", 3)
    assert count(read_query("lý văn khen:2015"), by=None) == Count(3, False)


def test_a_unit_that_moved_counts_for_the_years_it_stood_there(place: SmallProvince) -> None:
    other = unit("Huyện Văn Lãng", UnitKind.DISTRICT, place.province)
    row = UnitPlacement.objects.get(unit=place.hung_son, is_last=True)
    UnitPlacement.objects.filter(pk=row.pk).update(valid_to=date(2014, 12, 31), is_last=False)
    path = f"{UnitPlacement.objects.get(unit=other).path}{place.hung_son.pk:07d}"
    UnitPlacement.objects.create(
        unit=place.hung_son, parent=other, path=path, valid_from=date(2015, 1, 1), is_last=True
    )
    for year in (2013, 2016):
        awarded(place.province, f"Vi Văn {'Cũ' if year < 2015 else 'Mới'}", year=year, place=place.hung_son)
    assert found('vi huyện:"Tràng Định"', era=Era.THEN) == ["Vi Văn Cũ"]
    assert found('vi huyện:"Văn Lãng"', era=Era.THEN) == ["Vi Văn Mới"]
    assert found('vi huyện:"Văn Lãng"', era=Era.NOW) == ["Vi Văn Mới", "Vi Văn Cũ"]
    assert found('vi huyện:"Tràng Định"') == ["Vi Văn Cũ"]
    assert count(read_query('vi huyện:"Tràng Định"'), by=None, era=Era.THEN) == Count(1, True)


def test_all_slips_of_two_letters_are_looked_for_beside_those_of_one(place: SmallProvince) -> None:
    awarded(place.province, "Nguyễn Thị Thu Yên", "Nguyễn Thị Thụ", "Vi Quỳnh Thúy", "Vũ Quỳnh Thư")
    for typed, expected in (
        ("vi quyn thu", ["Vi Quỳnh Thúy", "Vũ Quỳnh Thư"]),
        ("nguyen thi kth uyen", ["Nguyễn Thị Thu Yên"]),
        ("nguyeltthi thu", ["Nguyễn Thị Thụ"]),
    ):
        assert [hit.award.recipient_name for hit in near(read_query(typed), by=None)] == expected


def test_the_name_of_each_award_is_counted_in_the_dictionary(register: SmallProvince) -> None:
    assert dict(RecipientName.objects.values_list("spelling", "award_count")) == {
        name.lower(): 1 for name in RecipientName.objects.values_list("spelling", flat=True)
    }
    assert RecipientName.objects.exclude(awards__name_code=F("code")).count() == 0
