"""Lists of records: who sees which, at which cost, filtered, sorted, downloaded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import (
    conferral,
    event,
    household,
    milestone,
    person,
    role_model,
)
from tests.web.reading import texts
from tests.web.records.conftest import KINDS, MAKERS
from thidua.movements.models import Movement
from thidua.support.spreadsheets.reading import read_table

# Session, account, roles, movements to filter by, count, rows – and what comes with the rows, each once.
QUERIES = {
    "awards": 8,
    "role-models": 15,
    "gifts": 10,
    "drives": 8,
    "events": 9,
    "milestones": 8,
    "competitions": 8,
    "editions": 8,
}


def names(response: Any) -> list[str]:
    return texts(response, "th", scope="row")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_the_same_whatever_its_rows(
    place: SmallProvince, enter: Any, kind: str, rows: int, django_assert_num_queries: Any
) -> None:
    movement = running_movement(place)
    for number in range(rows):
        more: dict[str, Any] = {} if kind in ("competitions", "gifts") else {"movements": [movement]}
        if kind == "role-models":
            more |= {"household": household(place), "year": 2019 + number}
        MAKERS[kind](place, place.province, **more)
    client = enter(place.officer)
    address = KINDS[kind].url("list")
    with django_assert_num_queries(QUERIES[kind]):
        page = client.get(address)
    assert len(names(page)) == rows


@pytest.mark.parametrize("kind", KINDS)
def test_records_of_units_that_one_may_not_see_are_not_listed(
    place: SmallProvince, enter: Any, kind: str
) -> None:
    for unit in (place.province, place.de_tham):
        MAKERS[kind](place, unit)
    address = KINDS[kind].url("list")
    assert len(names(enter(place.officer).get(address))) == 2
    assert len(names(enter(place.clerk).get(address))) == 1
    assert names(enter(place.other_clerk).get(address)) == []
    of_other = enter(place.other_clerk).get(f"{address}?dinh-dang=csv")
    assert len(read_rows(of_other)) == 0


def read_rows(response: Any) -> list[tuple[Any, ...]]:
    lines = response.content.decode("utf-8-sig").splitlines()
    return [tuple(line.split(";")) for line in lines[1:]]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_is_not_signed_in_sees_nothing(place: SmallProvince, client: Any, kind: str) -> None:
    MAKERS[kind](place, place.province)
    answer = client.get(KINDS[kind].url("list"))
    assert answer.status_code == 302
    assert "dang-nhap" in answer["Location"]


def test_an_empty_list_says_what_to_do(place: SmallProvince, enter: Any) -> None:
    page = enter(place.officer).get(KINDS["events"].url("list"))
    assert texts(page, "div", class_="empty") == ["No event has been recorded yet. Record an event"]
    page = enter(place.chairman).get(KINDS["events"].url("list"))
    assert texts(page, "div", class_="empty") == [
        "No event has been recorded yet. Officers of the Board and of the units record them here."
    ]


@pytest.fixture
def three(place: SmallProvince) -> Movement:
    """Return a movement that one of three milestones belongs to."""
    movement = running_movement(place)
    milestone(place, project="Cao tốc Bắc Giang – Lạng Sơn", movements=[movement])
    milestone(place, project="Đường Nà Ao", unit=place.de_tham, year=2020, kind="started")
    milestone(place, project="Nhà văn hóa", unit=place.hung_son, field="culture_society")
    return movement


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=duong+na", ["Đường Nà Ao"]),
        ("q=ĐƯỜNG", ["Đường Nà Ao"]),
        ("q=bac giang", ["Cao tốc Bắc Giang – Lạng Sơn", "Đường Nà Ao", "Nhà văn hóa"]),
        ("nam=2020", ["Đường Nà Ao"]),
        ("linh_vuc=culture_society", ["Nhà văn hóa"]),
        ("loai=started", ["Đường Nà Ao"]),
        ("don_vi=de+tham", ["Đường Nà Ao"]),
        ("phong_trao=MOVEMENT", ["Cao tốc Bắc Giang – Lạng Sơn"]),
        ("nam=2020&linh_vuc=culture_society", []),
    ],
)
def test_milestones_are_filtered(
    place: SmallProvince, enter: Any, three: Movement, query: str, expected: list[str]
) -> None:
    address = f"{KINDS['milestones'].url('list')}?xep=name&{query.replace('MOVEMENT', str(three.pk))}"
    page = enter(place.officer).get(address)
    assert [name.removesuffix("đoạn Bắc Giang - Chi Lăng").strip() for name in names(page)] == expected


def test_awards_are_found_by_a_recipient_and_by_year(place: SmallProvince, enter: Any) -> None:
    conferral(place)
    conferral(
        place, award_form="Cờ thi đua", recipients=[], presented_on=None, decision_date=date(2021, 1, 5)
    )
    client, address = enter(place.officer), KINDS["awards"].url("list")
    assert [name.split(" Tổng")[0] for name in names(client.get(f"{address}?q=nguyen+van+duc"))] == [
        "Bằng khen của Chủ tịch UBND tỉnh"
    ]
    assert [name.split(" Tổng")[0] for name in names(client.get(f"{address}?nam=2021"))] == ["Cờ thi đua"]
    assert [name.split(" Tổng")[0] for name in names(client.get(f"{address}?doi_tuong=household"))] == [
        "Bằng khen của Chủ tịch UBND tỉnh"
    ]


def test_role_models_are_found_by_name_old_unit_name_and_consent(place: SmallProvince, enter: Any) -> None:
    role_model(place, person=person(place, "Nông Văn Một"))
    role_model(place, household=household(place, "Vi Thanh Liêm"), consent="given")
    role_model(place, unit=place.de_tham)
    client, address = enter(place.officer), KINDS["role-models"].url("list")

    def found(query: str) -> list[str]:
        return [name.split(" thôn")[0].split(" xã")[0] for name in names(client.get(f"{address}?{query}"))]

    assert found("q=nong+van+mot") == ["Nông Văn Một"]
    assert found("q=thanh+liem") == ["Household of Mr Vi Thanh Liêm"]
    assert found("q=de+tham") == ["Xã Đề Thám"]
    assert found("dong_y=given") == ["Household of Mr Vi Thanh Liêm"]
    assert found("doi_tuong=collective") == ["Xã Đề Thám"]


def test_a_list_is_sorted_by_its_headings(place: SmallProvince, enter: Any) -> None:
    for name, order in (("An", 2), ("Bình", 1), ("Cúc", 3)):
        event(place, name=name, order=order, partners=())
    client, address = enter(place.officer), KINDS["events"].url("list")
    assert names(client.get(address)) == ["Bình", "An", "Cúc"]
    assert names(client.get(f"{address}?xep=-name")) == ["Cúc", "Bình", "An"]


def test_the_csv_of_milestones_holds_every_field_of_all_matches(place: SmallProvince, enter: Any) -> None:
    movement = running_movement(place)
    milestone(
        place,
        movements=[movement],
        kind="submitted",
        receiver="Chính phủ",
        document="12/TTr-UBND",
        count=3,
        source="=1+1",
        provenance="reported",
    )
    milestone(place, project="Khác", year=2020)
    answer = enter(place.officer).get(f"{KINDS['milestones'].url('list')}?nam=2019&dinh-dang=csv")
    assert answer["Content-Disposition"] == 'attachment; filename="moc-cong-trinh.csv"'
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Project or plan;What was reached;Kind;Field;Unit;When;Year;Segment;How many;Submitted to;Document;"
        "Movements;Source;Origin",
        "Dự án cao tốc Bắc Giang - Lạng Sơn;thông xe kỹ thuật;Submitted for approval;Economy;Tỉnh Lạng Sơn;;2019;"
        "đoạn Bắc Giang - Chi Lăng;3;Chính phủ;12/TTr-UBND;Đợt thi đua cao điểm 60 ngày đêm;'=1+1;"
        "as stated in a published report",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_and_workbook_say_the_same_of_every_kind(place: SmallProvince, enter: Any, kind: str) -> None:
    for unit in (place.province, place.de_tham):
        MAKERS[kind](place, unit)
    client, address = enter(place.officer), KINDS[kind].url("list")
    csv, xlsx = (
        read_table(client.get(f"{address}?dinh-dang={ending}").content, f"x.{ending}")
        for ending in ("csv", "xlsx")
    )
    assert csv.headings == xlsx.headings
    assert len(csv.rows) == 2
    shown = [[_shown(value) for value in row.values] for row in xlsx.rows]
    assert [[_shown(value) for value in row.values] for row in csv.rows] == shown


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def test_invented_records_carry_their_mark(place: SmallProvince, enter: Any) -> None:
    milestone(place, provenance="illustrative")
    milestone(place, project="Có thật")
    page = enter(place.officer).get(KINDS["milestones"].url("list"))
    assert texts(page, "span", class_="mark") == ["illustrative data"]
