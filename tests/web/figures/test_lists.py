"""Lists of indicators, plans, figures and imports, and one figure's page."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince
from tests.factories.targets import NINE_MONTHS, SIX_MONTHS, count, indicator, observed, plan
from tests.web.reading import main_text as text_of
from thidua.support.provenance import Provenance
from thidua.targets.actions import record_observation, set_plan
from thidua.targets.enums import PlanAuthority


def csv_rows(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/lam-viec/chi-tieu", 5), ("/lam-viec/ke-hoach", 7), ("/lam-viec/so-lieu", 7)],
)
def test_a_list_costs_the_same_whatever_its_rows(
    officer: Client, place: SmallProvince, django_assert_num_queries, address: str, queries: int, rows: int
) -> None:
    for number in range(rows):
        what = count(place, code=f"thon-{number}", name=f"Thôn {number}")
        plan(place, what, place.de_tham, 10 + number)
        observed(place, what, place.de_tham, 4 + number)
    with django_assert_num_queries(queries):
        response = officer.get(address)
    assert response.context["table"].page.total == rows


def test_the_list_of_figures_can_be_narrowed_by_unit_period_state_and_origin(
    officer: Client, place: SmallProvince
) -> None:
    what = count(place)
    observed(place, what, place.de_tham, 5, period=SIX_MONTHS)
    observed(place, what, place.de_tham, 6)
    observed(place, what, place.de_tham, 7)
    observed(place, what, place.department, 1, provenance=Provenance.ILLUSTRATIVE)

    def found(**asked: str) -> list[str]:
        rows = csv_rows(officer.get("/lam-viec/so-lieu", {**asked, "dinh-dang": "csv"}))
        return sorted(row["Kết quả"] for row in rows)

    assert found() == ["1", "5", "6", "7"]
    assert found(donvi="Huyện Tràng Định") == ["5", "6", "7"]
    assert found(donvi=place.department.key) == ["1"]
    assert found(ky="9 tháng đầu năm 2019", trangthai="superseded") == ["6"]
    assert found(goc="illustrative") == ["1"]
    assert found(chitieu="thon-xanh", ky="2019-6T") == ["5"]


def test_a_period_that_is_none_says_so_and_filters_nothing(officer: Client, place: SmallProvince) -> None:
    observed(place, count(place), place.de_tham, 5)
    response = officer.get("/lam-viec/so-lieu", {"ky": "hôm qua"})
    assert response.context["table"].page.total == 1
    assert "“hôm qua” không phải là kỳ" in text_of(response)


def test_a_clerk_lists_the_figures_of_the_own_commune_only(clerk: Client, place: SmallProvince) -> None:
    what = count(place)
    observed(place, what, place.de_tham, 5)
    observed(place, what, place.hung_son, 9)
    rows = csv_rows(clerk.get("/lam-viec/so-lieu", {"dinh-dang": "csv"}))
    assert [(row["Đơn vị"], row["Kết quả"]) for row in rows] == [("Xã Đề Thám", "5")]


def test_former_plans_are_shown_on_demand(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    plan(place, what, place.province, 5000)
    plan(place, what, place.province, 5452)

    def found(**asked: str) -> list[tuple[str, str]]:
        rows = csv_rows(officer.get("/lam-viec/ke-hoach", {**asked, "dinh-dang": "csv"}))
        return sorted((row["Kế hoạch"], row["Trạng thái"]) for row in rows)

    assert found() == [("5452", "đang hiệu lực")]
    assert found(cacu="on") == [("5000", "đã được thay"), ("5452", "đang hiệu lực")]


def test_every_list_comes_as_a_workbook(officer: Client, place: SmallProvince) -> None:
    observed(place, count(place), place.de_tham, 5)
    for address in ("/lam-viec/chi-tieu", "/lam-viec/ke-hoach", "/lam-viec/so-lieu", "/lam-viec/nhap-tep"):
        assert officer.get(address, {"dinh-dang": "xlsx"}).content.startswith(b"PK")


def test_a_figure_shows_what_it_was_who_brought_it_and_its_log(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    observed(place, what, place.province, 4800, source="Kho bạc")
    observed(place, what, place.province, 5027, source="Sở Tài chính", note="Số chính thức")
    plan(place, what, place.province, 5452)
    response = officer.get(f"/lam-viec/so-lieu/thu-ngan-sach/{place.province.key}/2019-9T")
    trace = response.context["trace"]
    assert [(row.said.replace("\u00a0", " "), row.tag.text) for row in trace.values] == [
        ("5.027 tỷ đồng", "đã chấp nhận"),
        ("4.800 tỷ đồng", "đã thay bằng số mới"),
    ]
    assert [story.action for story in trace.stories] == ["giao kế hoạch", "ghi số liệu", "ghi số liệu"]
    said = text_of(response)
    assert "Số chính thức" in said
    assert "Hoàng Văn Chuyên" in said


def test_a_sum_shows_the_rows_behind_it(officer: Client, place: SmallProvince) -> None:
    what = count(place)
    observed(place, what, place.de_tham, 5)
    observed(place, what, place.hung_son, 9)
    trace = officer.get(f"/lam-viec/so-lieu/thon-xanh/{place.district.key}/2019-9T").context["trace"]
    assert trace.shown.value.replace("\u00a0", " ") == "14 thôn"
    assert sorted((part.row.unit.name, part.said.replace("\u00a0", " ")) for part in trace.parts) == [
        ("Xã Hùng Sơn", "9 thôn"),
        ("Xã Đề Thám", "5 thôn"),
    ]


def test_the_figure_of_another_unit_is_refused(clerk: Client, place: SmallProvince) -> None:
    what = count(place)
    row = observed(place, what, place.hung_son, 77)
    page = clerk.get(f"/lam-viec/so-lieu/thon-xanh/{place.hung_son.key}/2019-9T")
    assert page.status_code == 403
    assert "77 thôn" not in page.content.decode().replace("\u00a0", " ")
    assert clerk.get(f"/lam-viec/so-lieu/{row.pk}").status_code == 404


def test_a_row_leads_to_the_page_of_its_figure(officer: Client, place: SmallProvince) -> None:
    row = observed(place, count(place), place.de_tham, 5)
    assert officer.get(f"/lam-viec/so-lieu/{row.pk}")["Location"] == (
        f"/lam-viec/so-lieu/thon-xanh/{place.de_tham.key}/2019-9T"
    )


def form_of(place: SmallProvince, **changes: str) -> dict[str, str]:
    typed = {
        "indicator": "",
        "unit": "Xã Đề Thám",
        "period": "9 tháng đầu năm 2019",
        "value": "",
        "numerator": "",
        "denominator": "",
        "confirmed": "",
        "as_of": "",
        "source": "",
        "note": "",
    }
    return {**typed, **changes}


def test_a_figure_is_recorded_by_form(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    answer = officer.post("/lam-viec/so-lieu-moi", form_of(place, indicator=str(what.pk), value="trên 20"))
    assert answer.status_code == 302
    row = what.observations.get()
    assert (row.value, row.comparator, row.unit, row.entered_by) == (
        20,
        "above",
        place.de_tham,
        place.officer,
    )


def test_what_is_typed_wrong_is_told_beside_its_box_and_kept(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    answer = officer.post(
        "/lam-viec/so-lieu-moi", form_of(place, indicator=str(what.pk), value="1.5", source="Công văn 12")
    )
    assert answer.context["form"].errors == {"value": ["Viết 1,5 (dấu phẩy cho phần thập phân)."]}
    assert 'value="Công văn 12"' in answer.content.decode()
    assert what.observations.count() == 0


def test_a_sudden_jump_needs_its_reason(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    observed(place, what, place.de_tham, 100, period=SIX_MONTHS)
    typed = form_of(place, indicator=str(what.pk), value="5.000")
    asked = officer.post("/lam-viec/so-lieu-moi", typed)
    assert list(asked.context["form"].errors) == ["confirmed"]
    assert (
        officer.post("/lam-viec/so-lieu-moi", {**typed, "confirmed": "Thu tiền sử dụng đất"}).status_code
        == 302
    )
    assert what.observations.get(ends_on=NINE_MONTHS.end).note == "Thu tiền sử dụng đất"


def test_two_officers_who_save_the_same_figure_are_told_of_each_other(
    officer: Client, place: SmallProvince
) -> None:
    what = indicator(place)
    former = observed(place, what, place.de_tham, 100)
    record_observation(indicator=what, unit=place.de_tham, period=NINE_MONTHS, value=110, by=place.officer)
    typed = form_of(place, indicator=str(what.pk), value="120", seen=str(former.pk))
    told = officer.post("/lam-viec/so-lieu-moi", typed)
    errors = [one.replace("\u00a0", " ") for one in told.context["form"].errors["value"]]
    assert errors == ["Số đã ghi là 110 tỷ đồng. Lưu lại lần nữa để thay bằng số của anh/chị."]
    again = officer.post("/lam-viec/so-lieu-moi", {**typed, "seen": told.context["form"].data["seen"]})
    assert again.status_code == 302
    assert what.observations.get(state="accepted").value == 120


def test_a_clerk_cannot_record_a_figure_without_a_sheet(clerk: Client, place: SmallProvince) -> None:
    what = indicator(place)
    assert clerk.get("/lam-viec/so-lieu-moi").status_code == 403
    assert (
        clerk.post("/lam-viec/so-lieu-moi", form_of(place, indicator=str(what.pk), value="5")).status_code
        == 403
    )
    assert what.observations.count() == 0


def test_a_plan_is_set_by_form_and_the_former_is_kept(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    former = plan(place, what, place.de_tham, 100, authority=PlanAuthority.SUPERIOR)
    typed = {
        "indicator": str(what.pk),
        "unit": "Xã Đề Thám",
        "period": "2019",
        "value": "120",
        "authority": "superior",
        "document": "QĐ 12",
        "seen": str(former.pk),
    }
    assert officer.post("/lam-viec/ke-hoach-moi", typed).status_code == 302
    former.refresh_from_db()
    assert (former.is_current, former.replaced_by.value) == (False, 120)
    page = officer.get(f"/lam-viec/ke-hoach/{former.pk}")
    assert [said.replace("\u00a0", " ") for _row, said, _state in page.context["chain"]] == [
        "120 tỷ đồng",
        "100 tỷ đồng",
    ]


def test_a_plan_that_somebody_else_set_meanwhile_is_told(officer: Client, place: SmallProvince) -> None:
    what = indicator(place)
    set_plan(
        indicator=what, unit=place.de_tham, period=SIX_MONTHS, value=7, authority="superior", by=place.officer
    )
    typed = {
        "indicator": str(what.pk),
        "unit": "Xã Đề Thám",
        "period": "2019-6T",
        "value": "9",
        "authority": "superior",
    }
    told = officer.post("/lam-viec/ke-hoach-moi", {**typed, "seen": ""})
    errors = [one.replace("\u00a0", " ") for one in told.context["form"].errors["value"]]
    assert errors == ["Kế hoạch đã ghi là 7 tỷ đồng. Lưu lại lần nữa để thay bằng số của anh/chị."]
    assert what.plans.count() == 1


def test_an_indicator_is_added_and_changed_by_form(officer: Client, place: SmallProvince) -> None:
    typed = {
        "name": "Thôn xanh – sạch – đẹp",
        "kind": "count",
        "measure": "thôn",
        "decimals": "0",
        "share_decimals": "1",
        "direction": "up",
        "field": "culture_society",
        "owner": "Sở Nội vụ",
        "order": "5",
        "is_active": "on",
    }
    assert (
        officer.post("/lam-viec/chi-tieu-moi", typed)["Location"] == "/lam-viec/chi-tieu/thon-xanh-sach-dep"
    )
    edited = officer.post(
        "/lam-viec/chi-tieu/thon-xanh-sach-dep/sua", {**typed, "measure": "bản", "seen": "1"}
    )
    assert edited.status_code == 302
    page = officer.get("/lam-viec/chi-tieu/thon-xanh-sach-dep")
    assert page.context["indicator"].measure == "bản"
    assert [story.action for story in page.context["stories"]] == ["sửa chỉ tiêu", "thêm chỉ tiêu"]


def test_a_clerk_reads_indicators_and_does_not_change_them(clerk: Client, place: SmallProvince) -> None:
    indicator(place)
    assert clerk.get("/lam-viec/chi-tieu/thu-ngan-sach").status_code == 200
    assert clerk.get("/lam-viec/chi-tieu/thu-ngan-sach/sua").status_code == 403
    assert clerk.get("/lam-viec/chi-tieu-moi").status_code == 403


def test_a_correction_begins_with_numbers_as_they_are_read_in_either_language(
    officer: Client, place: SmallProvince
) -> None:
    what = indicator(place)
    observed(place, what, place.de_tham, "12422.5")
    asked = {"chitieu": "thu-ngan-sach", "donvi": place.de_tham.key, "ky": "2019-9T"}
    for language in ("", "/en"):
        form = officer.get(f"{language}/lam-viec/so-lieu-moi", asked).context["form"]
        assert form["value"].value() == "12.422,5"
