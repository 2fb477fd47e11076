"""Years, units of then and now, awards, kinds, decisions and rights narrow a search; pages add up to the whole."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.movements import SmallProvince, unit
from tests.factories.register import awarded, decision
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import UnitChange, UnitSuccession
from thidua.registry.actions.recipient_names import names_of, recount_names
from thidua.registry.enums import RecipientKind
from thidua.registry.models import Award, Conferral, RecipientName, RecipientWord
from thidua.registry.search import Era, Order, count, decisions_found, near, read_query, search
from thidua.registry.search import names as dictionary


def names(typed: str, **more) -> list[str]:
    return [
        hit.award.recipient_name for hit in search(read_query(typed), by=more.pop("by", None), **more).hits
    ]


@pytest.fixture
def register(place: SmallProvince) -> SmallProvince:
    awarded(place.province, "Lương Thị Bình", year=2018, place=place.de_tham)
    awarded(place.province, "Lương Thị Bình", year=2019, place=place.village)
    awarded(place.province, "Lương Văn An", year=2020, place=place.hung_son)
    paper = decision(
        place.department, 2020, "163/QĐ-SNV", award_form="Giấy khen", award_code="commendation_letter"
    )
    awarded(
        place.department,
        "Tổ Lương thực",
        year=2020,
        paper=paper,
        recipient_kind=RecipientKind.COLLECTIVE,
        place=place.department,
    )
    return place


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("luong", ["Tổ Lương thực", "Lương Văn An", "Lương Thị Bình", "Lương Thị Bình"]),
        ("luong khen:2019", ["Lương Thị Bình"]),
        ("luong khen:..2018", ["Lương Thị Bình"]),
        ("luong khen:2019..2020 đối-tượng:cá-nhân", ["Lương Văn An", "Lương Thị Bình"]),
        ("luong hình-thức:GK", ["Tổ Lương thực"]),
        ("luong hình-thức:BK khen:2020", ["Lương Văn An"]),
        ("quyết-định:163", ["Tổ Lương thực"]),
        ("quyết-định:163/QĐ-UBND", []),
        ('luong xã:"Đề Thám"', ["Lương Thị Bình", "Lương Thị Bình"]),
        ('huyện:"Tràng Định" khen:2019..2020', ["Lương Văn An", "Lương Thị Bình"]),
        ("tên-đúng:“Lương Thị Bình” khen:2018", ["Lương Thị Bình"]),
        ("tên-đúng:Lương", []),
        ("trạng-thái:hủy", []),
    ],
)
def test_a_token_narrows_the_hits(register: SmallProvince, typed: str, expected: list[str]) -> None:
    found = names(typed)
    assert sorted(found) == sorted(expected) if typed == "luong" else found == expected
    assert count(read_query(typed), by=None).number == len(expected)


def test_an_unknown_unit_finds_nothing_and_says_so(register: SmallProvince) -> None:
    with translation.override("en"):
        page = search(read_query('luong xã:"Không Đâu"'), by=None)
    assert (page.hits, page.faults) == (
        (),
        ("There is no unit “xã Không Đâu”. Write its name of then or of today.",),
    )


def test_an_award_is_found_under_the_unit_of_then_and_under_its_successor(register: SmallProvince) -> None:
    today = unit("Xã Tràng Định", UnitKind.COMMUNE, register.province, exists_from=date(2025, 7, 1))
    change = UnitChange.objects.create(date=date(2025, 7, 1), act="Nghị quyết thử", kind="merge")
    UnitSuccession.objects.create(change=change, predecessor=register.de_tham, successor=today)
    typed = 'bình xã:"Tràng Định"'
    assert names(typed, era=Era.NOW) == ["Lương Thị Bình"] * 2
    assert names(typed, era=Era.THEN) == []
    assert names('bình huyện:"Tràng Định"', era=Era.THEN) == ["Lương Thị Bình"] * 2


def test_everybody_sees_the_awards_of_their_units_only(register: SmallProvince) -> None:
    awarded(register.de_tham, "Lương Thị Của Xã", year=2021, place=register.de_tham)
    assert names("luong", by=register.clerk) == ["Lương Thị Của Xã"]
    assert len(names("luong", by=register.officer)) == 5
    assert count(read_query("luong"), by=register.clerk).number == 1


def test_those_of_a_movement_are_given_as_conferrals(register: SmallProvince) -> None:
    papers = Conferral.objects.filter(decision_serial=163)
    assert names("luong", conferrals=papers) == ["Tổ Lương thực"]
    assert names("", conferrals=[]) == []


def test_decisions_are_found_by_number_and_by_words(register: SmallProvince) -> None:
    for typed, expected in (
        ("163/QĐ-SNV", ["163/QĐ-SNV"]),
        ("giấy khen", ["163/QĐ-SNV"]),
        ("giay khen khen:2019", []),
        ("quyết-định:999", []),
    ):
        found, total = decisions_found(read_query(typed), by=None)
        assert [row.decision_number for row in found] == expected
        assert (total.number, total.exact) == (len(expected), True)


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_pages_add_up_to_the_whole_list(place: SmallProvince, data: st.DataObject) -> None:
    chosen = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from(["Nông Thị Hà", "Nông Thị Hạ", "Nông Văn Hà", "Hà Thị Nông", "Vi Hà"]),
                st.integers(2018, 2020),
            ),
            min_size=1,
            max_size=9,
        )
    )
    before = names_of(Award.objects.all())
    Conferral.objects.all().delete()
    recount_names(before)
    for name, year in chosen:
        awarded(place.province, name, year=year, place=place.de_tham)
    typed = data.draw(
        st.sampled_from(["ha", "nong thi ha", "nông thị hà", "", "ha khen:2018..2019", 'ha xã:"Đề Thám"'])
    )
    few = data.draw(st.sampled_from([0, 3_000]))  # names that are many: the other plans
    order = data.draw(st.sampled_from(list(Order)))
    size = data.draw(st.integers(1, 4))
    keep, dictionary.MOST_NAMES = dictionary.MOST_NAMES, few
    try:
        query = read_query(typed)
        whole = [hit.award.pk for hit in search(query, by=None, order=order, size=100).hits]
        paged: list[int] = []
        cursors = [""]
        while True:
            page = search(query, by=None, order=order, size=size, cursor=cursors[-1])
            assert page.previous == (cursors[-2] if len(cursors) > 1 else "")
            paged += [hit.award.pk for hit in page.hits]
            if not page.next:
                break
            cursors.append(page.next)
    finally:
        dictionary.MOST_NAMES = keep
    assert paged == whole
    assert len(set(whole)) == len(whole)
    if typed in ("ha", ""):
        assert len(whole) == len(chosen)


@pytest.mark.parametrize(
    "typed",
    [
        "́̂̃",
        "🎉🎉",
        "a" * 10_000,
        "(((((",
        "* OR *",
        "%_%",
        "NEAR(a b)",
        "1e309",
        "' OR 1=1 --",
        "ﷺ",
    ],
)
def test_odd_input_gets_an_answer(register: SmallProvince, typed: str) -> None:
    page = search(read_query(typed), by=None)
    assert [hit.award.recipient_name for hit in page.hits] == []
    assert near(read_query(typed), by=None) == ()


@pytest.mark.parametrize("cursor", ["x", "9.1.1", "0.1", "3.2019.5~zzz", "0." + "9" * 40 + ".1"])
def test_a_cursor_somebody_wrote_by_hand_is_the_first_page(register: SmallProvince, cursor: str) -> None:
    assert names("luong thi binh", cursor=cursor) == ["Lương Thị Bình"] * 2


def test_the_dictionary_counts_what_is_there_and_forgets_who_is_gone(register: SmallProvince) -> None:
    def counted() -> dict[str, int]:
        return dict(RecipientName.objects.values_list("spelling", "award_count"))

    assert counted() == {"lương thị bình": 2, "lương văn an": 1, "tổ lương thực": 1}
    leaving = Award.objects.filter(year__gte=2019)
    names_left = names_of(leaving)
    leaving.delete()
    recount_names(names_left)
    assert counted() == {"lương thị bình": 1}
    assert sorted(RecipientWord.objects.values_list("word", flat=True)) == ["binh", "luong", "thi"]
    assert names("luong") == ["Lương Thị Bình"]
