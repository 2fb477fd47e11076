"""What of an award may be public: by kind, by the Board's choice, and never what identifies."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from tests.factories.movements import SmallProvince, small_province
from tests.factories.register import awarded, decision
from thidua.orgs.actions import create_person, enter_personal_data
from thidua.registry.actions import choose_public_fields
from thidua.registry.models import Award, PublicFields
from thidua.registry.open_data import PublicAward, public_view
from thidua.registry.open_data.fields import PublicField, usual_choice
from thidua.registry.open_data.words import without_personal
from thidua.registry.open_data.writing import csv_parts, json_parts, years
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused

NUMBER = "020168000012"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def shown(**said: Any) -> PublicAward:
    [award] = public_view(Award.objects.select_related("conferral__deciding_unit").filter(**said))
    return award


def rows_of_csv(year: int | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(csv_parts(year)).decode("utf-8-sig"))))


def test_an_award_of_the_province_shows_what_the_decision_prints(place: SmallProvince) -> None:
    paper = decision(place.province, number="163/QĐ-UBND", reason="Thành tích xuất sắc")
    awarded(
        place.province, "Lương Thị Bình", paper=paper, post_then="Trưởng thôn", unit_then="Xã Đề Thám",
        place=place.de_tham, amount=1_500_000, birth_year=1968, woman=True,
    )  # fmt: skip
    award = shown()
    assert (award.name, award.post, award.unit, award.commune) == (
        "Lương Thị Bình", "Trưởng thôn", "Xã Đề Thám", "Xã Đề Thám",
    )  # fmt: skip
    assert (award.year, award.decision_number, award.decision_date) == (
        2019, "163/QĐ-UBND", date(2019, 10, 28),
    )  # fmt: skip
    assert (award.decided_by, award.reason) == ("Ủy ban nhân dân tỉnh Lạng Sơn", "Thành tích xuất sắc")


def test_what_may_not_be_public_was_there_and_is_in_no_file(place: SmallProvince) -> None:
    person = create_person(full_name="Lương Thị Bình", birth_year=1968, by=None)
    enter_personal_data(
        person=person, citizen_id=NUMBER, birth_date=date(1968, 8, 15), seen=0, by=place.officer
    )
    awarded(
        place.province, "Lương Thị Bình", person=person, birth_year=1968, woman=True, ethnic_minority=True,
        amount=1_567_000, post_then=f"Trưởng thôn, CCCD {NUMBER}, sinh ngày 15/8/1968, ĐT 0912 345 678",
        unit_then="Số nhà 7, thôn Nà Ao 2, xã Đề Thám", place=place.village,
    )  # fmt: skip
    text = (b"".join(csv_parts()) + b"".join(json_parts())).decode()
    assert "Lương Thị Bình" in text
    assert "Trưởng thôn" in text
    assert "Xã Đề Thám" in text
    for secret in (NUMBER, "1968", "0912", "1567000", "1.567.000", "Nà Ao", "nhà 7", "woman", "ethnic"):
        assert secret not in text


@pytest.mark.parametrize(
    ("kind", "unit_then"),
    [("household", "Thôn Nà Ao 2, xã Đề Thám"), ("household", "Đề Thám"), ("individual", "thôn Nà Ao 2")],
)
def test_where_somebody_lives_only_the_commune_is_told(
    place: SmallProvince, kind: str, unit_then: str
) -> None:
    awarded(place.province, "Vi Văn A", recipient_kind=kind, unit_then=unit_then, place=place.village)
    award = shown()
    assert (award.unit, award.commune) == ("", "Xã Đề Thám")


def test_the_commune_of_an_address_without_a_known_place_is_read_from_it(place: SmallProvince) -> None:
    awarded(place.province, "Vi Văn A", unit_then="Thôn Bản Cáu, xã Vạn Linh, huyện Chi Lăng")
    assert (shown().unit, shown().commune) == ("", "xã Vạn Linh")


def test_each_kind_of_award_has_a_usual_choice() -> None:
    bare = {PublicField.NAME, PublicField.YEAR, PublicField.DECISION}
    assert usual_choice("provincial_certificate_of_merit") == set(PublicField)
    assert usual_choice("feat_of_arms_order_1") == bare
    assert usual_choice("advanced_worker") == bare | {PublicField.UNIT, PublicField.COMMUNE}
    assert usual_choice("") == usual_choice("advanced_worker")


def test_the_board_chooses_and_the_log_keeps_both(place: SmallProvince) -> None:
    code = "provincial_certificate_of_merit"
    awarded(place.province, "Lương Thị Bình", post_then="Trưởng thôn", unit_then="Xã Đề Thám")
    row = choose_public_fields(award_code=code, names=["year", "post"], seen=0, by=place.officer)
    award = shown()
    assert (award.year, award.name, award.post, award.unit, award.decision_number, award.decided_by) == (
        2019, None, None, None, None, None,
    )  # fmt: skip
    assert json.loads(AuditEntry.objects.order_by("-sequence")[0].details) == {
        "names": [list(PublicField.values), ["post", "year"]]
    }
    with pytest.raises(EditedMeanwhile):
        choose_public_fields(award_code=code, names=[], seen=0, by=place.officer)
    choose_public_fields(award_code=code, names=[], seen=row.version, by=place.officer)
    assert public_view(Award.objects.select_related("conferral__deciding_unit")) == []
    assert rows_of_csv() == []


def test_only_the_board_of_the_province_chooses(place: SmallProvince) -> None:
    for other in (place.clerk, place.chairman):
        with pytest.raises(NotAllowed):
            choose_public_fields(award_code="", names=["name"], seen=0, by=other)
    for said in ({"award_code": "no_such_award", "names": []}, {"award_code": "", "names": ["birth_date"]}):
        with pytest.raises(Refused):
            choose_public_fields(**said, seen=0, by=place.officer)
    assert not PublicFields.objects.exists()


def test_a_cancelled_award_stands_there_as_such(place: SmallProvince) -> None:
    awarded(
        place.province, "Vi Văn A", status="cancelled", status_on=date(2020, 1, 5), status_decision="9/QĐ-UBND",
        status_reason="Khai man",
    )  # fmt: skip
    [row] = rows_of_csv()
    assert (row["status"], row["status_on"], row["status_decision"]) == (
        "cancelled",
        "2020-01-05",
        "9/QĐ-UBND",
    )
    assert "Khai man" not in str(row)


def test_both_formats_say_the_same(place: SmallProvince) -> None:
    awarded(place.province, "Vi Văn A", "=1+1", year=2018)
    awarded(place.province, "Tập thể B", year=2019, recipient_kind="collective")
    told = json.loads(b"".join(json_parts(changed="2026-01-01T00:00:00+00:00")))
    lines = rows_of_csv()
    assert [award["name"] for award in told["awards"]] == ["Vi Văn A", "=1+1", "Tập thể B"]
    assert [line["name"] for line in lines] == ["Vi Văn A", "'=1+1", "Tập thể B"]
    assert [line["name"] for line in rows_of_csv(2019)] == ["Tập thể B"]
    assert (told["licence"], years()) == ("CC-BY-4.0", {2019: 1, 2018: 2})
    assert json.loads(b"".join(json_parts(1999)))["awards"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow_with_the_awards(
    place: SmallProvince, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        awarded(place.province, f"Vi Văn {'ABC'[number]}", place=place.village)
    with django_assert_num_queries(5):
        assert b"".join(csv_parts()).count(b"\r\n") == count + 1


@pytest.mark.parametrize(
    ("typed", "public"),
    [
        ("Trưởng thôn, sinh năm 1968", "Trưởng thôn"),
        ("Bí thư (SN 1970) chi bộ", "Bí thư chi bộ"),
        ("Sinh ngày 15 tháng 8 năm 1968; Chủ tịch", "Chủ tịch"),
        ("Số CMND: 081 234 567 – Trưởng bản", "Trưởng bản"),
        ("Chủ tịch, 0912345678", "Chủ tịch"),
        ("Phong trào học sinh 2019", "Phong trào học sinh 2019"),
        ("Danh hiệu Học sinh 3 tốt", "Danh hiệu Học sinh 3 tốt"),
        ("Ủng hộ 1.500.000.000 đồng", "Ủng hộ 1.500.000.000 đồng"),
        ("Các năm 2015 2016 2017", "Các năm 2015 2016 2017"),
        ("Tổ trưởng tổ 12", "Tổ trưởng tổ 12"),
    ],
)
def test_what_identifies_is_taken_out_of_free_text(typed: str, public: str) -> None:
    assert without_personal(typed) == public
