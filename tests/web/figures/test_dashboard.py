"""The dashboard says how a movement or a unit's year stands."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince
from tests.factories.targets import NINE_MONTHS, SIX_MONTHS, count, indicator, observed, opened, plan, ratio
from tests.web.reading import main_text as text_of
from thidua.support.provenance import Provenance
from thidua.web.workspace.figures.views import dashboard as view

ADDRESS = "/lam-viec/bang-chi-tieu"
OF_2019 = {"nam": "2019"}


def rows_of(response) -> list[dict[str, str]]:
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def budget(place: SmallProvince):
    what = indicator(place)
    plan(place, what, place.province, 5452, authority="budget", provenance=Provenance.TEST)
    observed(
        place,
        what,
        place.province,
        3688,
        period=NINE_MONTHS.same_period_last_year(),
        provenance=Provenance.TEST,
    )
    observed(place, what, place.province, 2890, period=SIX_MONTHS)
    observed(place, what, place.province, 5027)
    return what


def test_a_figure_stands_with_its_plan_its_same_period_and_their_marks(officer: Client, budget) -> None:
    said = text_of(officer.get(ADDRESS, OF_2019))
    assert "5.027 tỷ đồng" in said
    assert "Kế hoạch 5.452 tỷ đồng (dữ liệu kiểm thử): đạt 92,2% so với dự toán" in said
    assert "Cùng kỳ 3.688 tỷ đồng (dữ liệu kiểm thử): bằng 136,3% so với cùng kỳ" in said
    assert "Số liệu đến 30/09/2019; 1/1 chỉ tiêu đã có số." in said


def test_no_figure_is_said_and_is_not_zero(officer: Client, place: SmallProvince) -> None:
    plan(place, indicator(place), place.province, 5452)
    said = text_of(officer.get(ADDRESS, OF_2019))
    assert "chưa có số" in said
    assert "Chưa có số nào." in said
    assert [
        (row["Vì sao"], row["Kết quả"])
        for row in rows_of(officer.get(ADDRESS, {**OF_2019, "tai": "can-xem"}))
    ] == [("chưa có số", "chưa có số")]


def test_what_is_behind_its_pace_is_to_be_looked_at_with_what_to_do(
    officer: Client, place: SmallProvince
) -> None:
    what = indicator(place)
    plan(place, what, place.province, 1000)
    observed(place, what, place.province, 400)
    row = rows_of(officer.get(ADDRESS, {**OF_2019, "tai": "can-xem"}))[0]
    assert (
        row["Chỉ tiêu"],
        row["Vì sao"],
        row["% kế hoạch"],
        row["Tiến độ mong đợi"],
        row["Việc cần làm"],
    ) == (
        *("Tổng thu ngân sách trên địa bàn", "chậm tiến độ", "40,0%", "75%"),
        "Chậm 35,0 điểm phần trăm so với tiến độ. Làm việc với Sở Nội vụ về nguyên nhân và cách bù tiến độ.",
    )


def test_the_page_tells_who_has_not_sent(officer: Client, place: SmallProvince) -> None:
    opened(place, [count(place)])
    said = text_of(officer.get(ADDRESS, OF_2019))
    assert "0/2 đơn vị đã nộp · 2 đơn vị chưa nộp" in said
    assert "Xã Đề Thám Xã Hùng Sơn" in said


def test_units_below_are_told_one_by_one_and_those_without_a_figure_come_first(
    officer: Client, place: SmallProvince
) -> None:
    what = count(place)
    for unit, value in ((place.de_tham, 5), (place.hung_son, None)):
        plan(place, what, unit, 10)
        if value is not None:
            observed(place, what, unit, value)
    asked = {"don-vi": place.district.key, **OF_2019}
    rows = rows_of(officer.get(ADDRESS, {**asked, "tai": "theo-don-vi"}))
    assert [(row["Đơn vị"], row["Kết quả"], row["% kế hoạch"]) for row in rows] == [
        ("Xã Hùng Sơn", "", ""),
        ("Xã Đề Thám", "5", "50"),
    ]
    assert "1/2 đơn vị đã có số; 1 đơn vị chậm tiến độ." in text_of(officer.get(ADDRESS, asked))


def test_every_chart_has_the_same_in_words_and_as_a_table(officer: Client, budget) -> None:
    body = officer.get(ADDRESS, OF_2019).content.decode().replace("\u00a0", " ")
    words = "5.027 tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ"
    assert body.count('role="img"') == 2
    assert f'role="img" aria-label="{words}' in body
    assert "Từ 2.890 tỷ đồng (T6) đến 5.027 tỷ đồng (T9). 10 tháng chưa có số." in body
    twin = rows_of(officer.get(ADDRESS, {**OF_2019, "tai": "chi-tieu"}))
    assert [
        (row["Kết quả"], row["Kế hoạch"], row["Loại dữ liệu kế hoạch"], row["Cùng kỳ"]) for row in twin
    ] == [("5027", "5452", "dữ liệu kiểm thử", "3688")]
    line = rows_of(officer.get(ADDRESS, {**OF_2019, "tai": "dien-bien"}))
    assert [(row["Kỳ"], row["Kết quả"]) for row in line if row["Kết quả"]] == [
        ("6 tháng đầu năm 2019", "2890"),
        ("9 tháng đầu năm 2019", "5027"),
    ]


def test_a_part_that_fails_does_not_take_the_others_down(
    officer: Client, budget, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_about: object) -> None:
        raise RuntimeError("the source of this part is gone")

    monkeypatch.setattr(view, "trend", fails)
    said = text_of(officer.get(ADDRESS, OF_2019))
    assert said.count("Không đọc được phần này lúc") == 1
    assert "5.027 tỷ đồng" in said
    assert "Chỉ tiêu so với kế hoạch và cùng kỳ" in said
    assert [record.message for record in caplog.records] == ["a block of the dashboard could not be made"]


def test_the_figures_of_another_unit_are_not_shown(clerk: Client, place: SmallProvince, budget) -> None:
    refused = clerk.get(ADDRESS, {"don-vi": place.province.key, **OF_2019})
    assert refused.status_code == 403
    assert "5.027" not in refused.content.decode()
    own = clerk.get(ADDRESS, OF_2019)
    assert own.status_code == 200
    assert "Chỉ tiêu của Xã Đề Thám năm 2019" in text_of(own)


@pytest.mark.parametrize("wrong", [{"phong-trao": "khong-co"}, {"don-vi": "khong-co"}, {"tai": "khong-co"}])
def test_an_address_that_names_nothing_is_not_found(officer: Client, budget, wrong: dict[str, str]) -> None:
    assert officer.get(ADDRESS, {**OF_2019, **wrong}).status_code == 404


def test_a_wrong_year_is_as_good_as_none(officer: Client, budget) -> None:
    assert officer.get(ADDRESS, {"nam": "-5", "thang": "99"}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_dashboard_costs_the_same_whatever_the_indicators(
    officer: Client, place: SmallProvince, django_assert_num_queries, rows: int
) -> None:
    for number in range(rows):
        what = count(place, code=f"thon-{number}", name=f"Thôn {number}")
        for unit in (place.de_tham, place.hung_son):
            plan(place, what, unit, 10)
            observed(place, what, unit, 4 + number)
    with django_assert_num_queries(QUERIES):
        officer.get(ADDRESS, {"don-vi": place.district.key, **OF_2019})


QUERIES = 36


def test_a_ratio_tells_its_two_integers(officer: Client, place: SmallProvince) -> None:
    observed(place, ratio(place), place.province, None, numerator=12422, denominator=12537)
    assert "99,08% 12.422 hồ sơ đúng hạn / 12.537 hồ sơ tiếp nhận" in text_of(officer.get(ADDRESS, OF_2019))
