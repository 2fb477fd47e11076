"""The public pages of gifts: drives, ledgers, receipts, works and photos."""

from __future__ import annotations

import csv
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.gifts import allocated, pledged, proved, received, running_drive
from tests.factories.movements import SmallProvince
from tests.factories.records import drive, gift
from tests.web.reading import elements, main_text, texts
from thidua.contributions.actions import reverse_allocation, reverse_receipt, strike_proof
from thidua.movements.enums import Consent

PAGE = "/ung-ho/lam-duong"
DONOR = {"donor_kind": "collective", "donor_name": "Công ty Hoa Hồi"}


def lines_of(client: Client) -> list[dict[str, str]]:
    text = client.get(f"{PAGE}/so?dinh-dang=csv").getvalue().decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(StringIO(text), delimiter=";"))


@pytest.mark.parametrize("rows", [1, 3])
def test_drives_are_listed_with_their_sums_at_fixed_cost(
    place: SmallProvince, client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        row = running_drive(place, slug=f"dot-{number}", name=f"Đợt {number}", target=Decimal(2_000_000))
        received(place, row, "1234567")
        allocated(place, row, "234567")
    with django_assert_num_queries(4):
        page = client.get("/ung-ho")
    assert texts(page, "td", data_label="Đã nhận (đồng)") == ["1.234.567"] * rows
    assert texts(page, "td", data_label="Còn lại (đồng)") == ["1.000.000"] * rows
    assert texts(page, "td", data_label="Trạng thái") == ["đang nhận ủng hộ"] * rows


def test_a_drive_that_is_over_leaves_the_running_ones(place: SmallProvince, client: Client) -> None:
    today = timezone.localdate()
    running_drive(place)
    drive(place, name="Đợt đã xong", starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    both = sorted(texts(client.get("/ung-ho"), "td", data_label="Trạng thái"))
    assert both == ["đang nhận ủng hộ", "đã kết thúc"]
    only = client.get("/ung-ho?buoc=dang-nhan")
    assert texts(only, "td", data_label="Trạng thái") == ["đang nhận ủng hộ"]


def test_a_drive_without_a_ledger_has_no_figure_instead_of_nothing(
    place: SmallProvince, client: Client
) -> None:
    gift(place, running_drive(place), amount=Decimal(20_000_000_000), is_lower_bound=True)
    page = client.get("/ung-ho")
    columns = ("Đã nhận (đồng)", "Đã phân bổ (đồng)", "Còn lại (đồng)")
    shown = [texts(page, "td", data_label=column) for column in columns]
    assert shown == [["theo báo cáo: trên 20 tỷ đồng"], ["chưa có số"], ["chưa có số"]]
    assert "20000000000" not in client.get("/ung-ho?dinh-dang=csv").getvalue().decode()  # type: ignore[attr-defined]


def test_the_drive_tells_sums_target_and_what_reports_tell_apart(
    place: SmallProvince, client: Client
) -> None:
    row = running_drive(place, target=Decimal(4_000_000))
    received(place, row, "1000001")
    allocated(place, row, "1")
    pledged(place, row)
    gift(place, row, amount=Decimal(20_000_000_000), is_lower_bound=True)
    page = client.get(PAGE)
    assert texts(page, "td") == ["5.000.000 đồng", "1.000.001 đồng", "1 đồng", "1.000.000 đồng"]
    assert "1.000.001 đồng trên mục tiêu 4.000.000 đồng (25,0%)" in main_text(page)
    assert "Tiền: trên 20 tỷ đồng (1 khoản)" in texts(page, "li")


def test_sums_above_the_ledger_are_those_of_its_lines(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    wrong = received(place, row, "999999999")
    received(place, row, "1234567")
    back = allocated(place, row, "200000")
    allocated(place, row, "34567")
    reverse_allocation(allocation=back, reason="Chưa bàn giao", by=place.officer)
    reverse_receipt(receipt=wrong, reason="Ghi nhầm", by=place.officer)
    lines = lines_of(client)
    came = sum(Decimal(line["Giá trị"]) for line in lines if line["Bút toán"] == "đã nhận")
    went = sum(Decimal(line["Giá trị"]) for line in lines if line["Bút toán"] == "đã phân bổ")
    assert (len(lines), came, went) == (6, Decimal(1234567), Decimal(34567))
    sums = texts(client.get(f"{PAGE}/so"), "td")[:4]
    assert sums == ["chưa có đăng ký", "1.234.567 đồng", "34.567 đồng", "1.200.000 đồng"]


def test_lines_are_counted_in_their_drive_and_leave_no_gap(place: SmallProvince, client: Client) -> None:
    row, other = running_drive(place), running_drive(place, slug="dot-khac", name="Đợt khác")
    wrong = received(place, row)
    received(place, other)
    earlier = received(place, row, received_on=timezone.localdate() - timedelta(days=1))
    received(place, other)
    reverse_receipt(receipt=wrong, reason="Ghi nhầm", by=place.officer)
    assert str(earlier) == "0002/" + str(earlier.year)
    named = [(line["Dòng"], line["Hủy dòng số"]) for line in lines_of(client)]
    assert sorted(named) == [("1", ""), ("2", ""), ("3", "1")]
    page = client.get(f"{PAGE}/so")
    assert sorted(texts(page, "td", data_label="Dòng")) == ["1", "2", "3"]
    assert "hủy dòng 1: Ghi nhầm" in main_text(page)
    alone = client.get(f"{PAGE}/so?q=0002")  # what is left out by a filter is counted all the same
    assert texts(alone, "td", data_label="Dòng") == ["2"]


def test_only_donors_who_agreed_are_named_on_any_page(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    received(place, row, **DONOR, consent="given")
    received(place, row, donor_kind="collective", donor_name="Công ty Bí Mật", consent="refused")
    seen = [line["Của ai, cho việc gì"] for line in lines_of(client)]
    assert sorted(seen) == ["Công ty Hoa Hồi", "nhà hảo tâm không nêu tên"]
    year = timezone.localdate().year
    for address in ("", "/so", f"/phieu-thu/{year}/1", f"/phieu-thu/{year}/2"):
        assert "Bí Mật" not in main_text(client.get(f"{PAGE}{address}"))
    assert "nhà hảo tâm không nêu tên" in texts(client.get(f"{PAGE}/phieu-thu/{year}/2"), "dd")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_ledger_costs_the_same_whatever_its_lines(
    place: SmallProvince, client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    row = running_drive(place)
    for _number in range(rows):
        received(place, row, **DONOR, consent="given")
        allocated(place, row, "1000")
    with django_assert_num_queries(6):
        page = client.get(f"{PAGE}/so")
    assert len(elements(page, "tr")) == 2 + 1 + 2 * rows  # sums, head, lines


@pytest.mark.parametrize("rows", [1, 3])
def test_a_drive_costs_the_same_whatever_its_works(
    place: SmallProvince, client: Client, rows: int, django_assert_num_queries: Any
) -> None:
    row = running_drive(place)
    received(place, row)
    for _number in range(rows):
        proved(place, allocated(place, row, "1000"))
    with django_assert_num_queries(8):
        page = client.get(PAGE)
    assert len(elements(page, "img")) == rows


def test_a_gift_leads_to_the_photo_of_its_work(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    receipt = received(place, row)
    proof = proved(place, allocated(place, row))
    page = client.get(f"{PAGE}/phieu-thu/{receipt.year}/{receipt.number}")
    assert "Khoản này đã đi đâu" in texts(page, "h2")
    assert "số theo từng đợt vận động" in main_text(page)
    (work,) = [link for link in elements(page, "a") if link.text == "Đường thôn Nà Ao 2"]
    shown = client.get(work.attributes["href"])
    (image,) = elements(shown, "img")
    assert image.attributes["alt"] == "Con đường bê tông giữa hai ruộng lúa"
    file: Any = client.get(image.attributes["src"])
    assert b"".join(file.streaming_content)[:2] == b"\xff\xd8"
    strike_proof(proof=proof, reason="Nhầm", by=place.officer)
    assert elements(client.get(work.attributes["href"]), "img") == []
    assert client.get(image.attributes["src"]).status_code == 404


def test_a_gift_for_one_work_leads_there_and_nowhere_else(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    land = received(place, row, "350", kind="land")
    received(place, row, "350", kind="land")
    allocated(place, row, "350", kind="land", work="Sân trường", receipt=land)
    allocated(place, row, "350", kind="land", work="Nhà văn hóa")
    page = client.get(f"{PAGE}/phieu-thu/{land.year}/1")
    assert texts(page, "h3") == ["Sân trường"]
    other = client.get(f"{PAGE}/phieu-thu/{land.year}/2")
    assert texts(other, "h3") == ["Nhà văn hóa"]


def test_what_was_taken_back_says_so_and_why(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    receipt = received(place, row)
    work = allocated(place, row)
    proof = proved(place, work)
    reverse_allocation(allocation=work, reason="Chưa bàn giao", by=place.officer)
    reverse_receipt(receipt=receipt, reason="Ghi hai lần", by=place.officer)
    page = client.get(f"{PAGE}/phan-bo/{work.pk}")
    assert "Chưa bàn giao" in main_text(page)
    assert elements(page, "img") == []
    assert client.get(f"{PAGE}/anh/{proof.pk}-large.jpg").status_code == 404
    taken_back = client.get(f"{PAGE}/phieu-thu/{receipt.year}/1")
    assert "Ghi hai lần" in main_text(taken_back)
    assert "Khoản này đã đi đâu" not in texts(taken_back, "h2")
    assert texts(client.get(PAGE), "td") == ["chưa có đăng ký", "0 đồng", "0 đồng", "0 đồng"]


@pytest.mark.parametrize("address", ["/ung-ho/khong-co", f"{PAGE}/phieu-thu/2019/7", f"{PAGE}/phan-bo/999"])
def test_what_does_not_exist_is_not_found(place: SmallProvince, client: Client, address: str) -> None:
    running_drive(place)
    assert client.get(PAGE).status_code == 200
    assert client.get(address).status_code == 404


def test_the_ledger_is_searched_by_named_donor_work_and_number_and_never_by_who_is_not_named(
    place: SmallProvince, client: Client
) -> None:
    row = running_drive(place)
    received(place, row, "1000000", **DONOR, consent=Consent.GIVEN)
    received(
        place, row, "2000000", donor_kind="collective", donor_name="Hợp tác xã Kín", consent=Consent.UNKNOWN
    )
    allocated(place, row, "500000", work="Ngầm qua suối Nà Pẻo")

    def found(words: str) -> list[str]:
        page = client.get(f"{PAGE}/so", {"q": words})
        return texts(page, "td", data_label="Giá trị")

    assert found("cong ty hoa") == ["1.000.000 đồng"]
    assert found("na peo") == ["500.000 đồng"]
    assert found("2") == found("0002") == ["2.000.000 đồng"]
    assert found("kin") == found("hop tac xa") == []
    labels = texts(client.get(f"{PAGE}/so"), "label")
    assert labels[:4] == ["Người ủng hộ, công trình hoặc số phiếu thu", "Bút toán", "Loại", "Năm"]
