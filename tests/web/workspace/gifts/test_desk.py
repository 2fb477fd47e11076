"""The desk of gifts: promises, receipts, allocations, photos; what is taken back; nothing lost where it is refused."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.gifts import allocated, pledged, proved, received
from tests.factories.movements import SmallProvince
from tests.factories.photos import photo_bytes
from tests.factories.records import gift
from tests.web.reading import elements, main_text, texts
from thidua.contributions.actions import send_pledge
from thidua.contributions.models import Allocation, Drive, Pledge, Proof, Receipt
from thidua.contributions.queries import balances
from thidua.web.shell import formats

DESK = "/lam-viec/so-ung-ho/lam-duong"
ADDRESSES = (
    "",
    "/ghi-dang-ky",
    "/dang-ky/{pledge}/xac-nhan",
    "/dang-ky/{pledge}/huy",
    "/nhan",
    "/sao-ke",
    "/sao-ke-ngan-hang",
    "/sao-ke-ngan-hang/mau",
    "/sao-ke-ngan-hang/{imported}/hoan-tac",
    "/phieu-thu/{receipt}/huy",
    "/phan-bo",
    "/phan-bo/{allocation}/huy",
    "/phan-bo/{allocation}/anh",
    "/anh/{proof}/gach",
)


def sent_by_visitor(to: Drive) -> Pledge:
    return send_pledge(
        drive=to,
        kind="money",
        amount=Decimal(3000000),
        donor_kind="person",
        donor_name="Nông Thị Hoa",
        contact="0912 000 111",
        may_be_named=False,
    )


def today() -> str:
    return formats.day(timezone.localdate())


def test_a_promise_waits_is_confirmed_and_kept(desk: Client, row: Drive) -> None:
    promise = sent_by_visitor(row)
    assert "1 đăng ký ủng hộ chờ xác nhận" in main_text(desk.get("/viec-cua-toi", follow=True))
    assert texts(desk.get(DESK), "td", data_label="Trạng thái") == ["chờ liên hệ lại"]
    assert "0912 000 111" in main_text(desk.get(f"{DESK}/dang-ky/{promise.pk}/xac-nhan"))
    desk.post(f"{DESK}/dang-ky/{promise.pk}/xac-nhan")
    assert texts(desk.get(DESK), "td", data_label="Trạng thái") == ["đã xác nhận"]
    form = desk.get(f"{DESK}/nhan?dang-ky={promise.pk}")
    (name,), (amount,) = elements(form, "input", name="donor_name"), elements(form, "input", name="amount")
    assert (name.attributes["value"], amount.attributes["value"]) == ("Nông Thị Hoa", "3.000.000")
    sent = {
        "pledge": str(promise.pk),
        "kind": "money",
        "amount": "1.000.000",
        "received_on": today(),
        "donor_kind": "person",
        "donor_name": "Nông Thị Hoa",
        "consent": "refused",
    }
    assert desk.post(f"{DESK}/nhan", sent)["Location"] == DESK
    assert Receipt.objects.get().pledge == promise
    (opened,) = [link for link in elements(desk.get(DESK), "a") if link.text == "Mở phiếu thu"]
    assert desk.get(opened.attributes["href"]).status_code == 200
    assert str(Receipt.objects.get()) in main_text(desk.get(opened.attributes["href"]))
    assert texts(desk.get(DESK), "td", data_label="Còn chờ") == ["2.000.000 đồng"]
    desk.post(f"{DESK}/dang-ky/{promise.pk}/huy", {"reason": "Xin thôi"})
    assert texts(desk.get(DESK), "td", data_label="Còn chờ") == []


def test_a_refused_gift_keeps_what_was_typed(desk: Client, row: Drive) -> None:
    later = formats.day(timezone.localdate() + timedelta(days=1))
    sent = {
        "kind": "money",
        "amount": "1.000",
        "received_on": later,
        "donor_kind": "person",
        "consent": "unknown",
    }
    page = desk.post(f"{DESK}/nhan", sent | {"donor_name": "Vi Văn Sơn"})
    assert "#id_received_on" in {link.attributes.get("href") for link in elements(page, "a")}
    (name,) = elements(page, "input", name="donor_name")
    assert (name.attributes["value"], Receipt.objects.count()) == ("Vi Văn Sơn", 0)


def test_no_more_is_allocated_than_is_left(desk: Client, place: SmallProvince, row: Drive) -> None:
    receipt = received(place, row)
    sent = {"kind": "money", "amount": "1.000.001", "work": "Đường thôn", "allocated_on": today()}
    page = desk.post(f"{DESK}/phan-bo", sent)
    assert "#id_amount" in {link.attributes.get("href") for link in elements(page, "a")}
    page = desk.post(f"{DESK}/phan-bo", sent | {"amount": "600.000", "receipt": "9/2019"})
    assert "#id_receipt" in {link.attributes.get("href") for link in elements(page, "a")}
    assert Allocation.objects.count() == 0
    answer = desk.post(f"{DESK}/phan-bo", sent | {"amount": "600.000", "receipt": str(receipt)})
    given = Allocation.objects.get()
    assert (answer["Location"], given.receipt) == (f"{DESK}/phan-bo/{given.pk}/anh", receipt)


def test_a_photo_that_arrived_stays_when_its_words_are_refused(
    desk: Client, place: SmallProvince, row: Drive
) -> None:
    received(place, row)
    address = f"{DESK}/phan-bo/{allocated(place, row).pk}/anh"
    file = BytesIO(photo_bytes())
    file.name = "duong.jpg"
    said = {"caption": "", "alternative": "Con đường", "shown_on": today()}
    page = desk.post(address, said | {"photo": file})
    assert "duong.jpg" in main_text(page)
    (kept,) = elements(page, "input", name="kept")
    again = said | {"caption": "Đường mới", "kept": kept.attributes["value"]}
    assert desk.post(address, again)["Location"] == address
    assert Proof.objects.get().photo.original_name == "duong.jpg"
    desk.post(f"{DESK}/anh/{Proof.objects.get().pk}/gach", {"reason": "Nhầm ảnh"})
    assert Proof.objects.get().struck_reason == "Nhầm ảnh"


def test_without_a_photo_nothing_is_proved(desk: Client, place: SmallProvince, row: Drive) -> None:
    received(place, row)
    address = f"{DESK}/phan-bo/{allocated(place, row).pk}/anh"
    page = desk.post(address, {"caption": "a", "alternative": "b", "shown_on": today(), "kept": "x"})
    assert "Hãy chọn một ảnh." in main_text(page)
    liar = BytesIO(b"<html>" * 100)
    liar.name = "anh.jpg"
    page = desk.post(address, {"caption": "a", "alternative": "b", "shown_on": today(), "photo": liar})
    assert "#id_photo" in {link.attributes.get("href") for link in elements(page, "a")}
    assert Proof.objects.count() == 0


def test_what_was_wrong_is_taken_back_with_a_reason(desk: Client, place: SmallProvince, row: Drive) -> None:
    receipt, work = received(place, row), allocated(place, row)
    page = desk.post(f"{DESK}/phieu-thu/{receipt.pk}/huy", {"reason": "Ghi nhầm"})
    assert "Hãy hủy khoản phân bổ trước, rồi mới hủy phiếu thu." in main_text(page)
    desk.post(f"{DESK}/phan-bo/{work.pk}/huy", {"reason": "Chưa bàn giao"})
    page = desk.post(f"{DESK}/phieu-thu/{receipt.pk}/huy", {"reason": ""})
    assert "#id_reason" in {link.attributes.get("href") for link in elements(page, "a")}
    desk.post(f"{DESK}/phieu-thu/{receipt.pk}/huy", {"reason": "Ghi nhầm"})
    assert [(line.received, line.allocated) for line in balances(row.ledger_lines.all())] == [(0, 0)]
    assert texts(desk.get(f"{DESK}?phan=phieu-thu"), "td", data_label="Việc cần làm") == ["đã hủy"]


def test_what_reports_tell_stands_beside_the_ledger_not_in_it(
    desk: Client, place: SmallProvince, row: Drive
) -> None:
    assert "Số liệu theo báo cáo" not in main_text(desk.get(DESK))
    gift(place, row, amount=Decimal(20_000_000_000), is_lower_bound=True)
    gift(place, row, kind="land", amount=None)
    said = main_text(desk.get(DESK))
    assert "Số liệu theo báo cáo: đất chưa có số; tiền trên 20 tỷ đồng." in said
    (link,) = [one for one in elements(desk.get(DESK), "a") if "dot=" in str(one.attributes.get("href"))]
    assert "20 tỷ" in main_text(desk.get(str(link.attributes["href"])))


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("part", ["", "?phan=phieu-thu", "?phan=phan-bo"])
def test_the_lists_cost_the_same_whatever_their_rows(
    desk: Client, place: SmallProvince, row: Drive, rows: int, part: str, django_assert_num_queries: Any
) -> None:
    for _number in range(rows):
        pledged(place, row)
        received(place, row)
        allocated(place, row)
    desk.get(DESK)
    with django_assert_num_queries(9):
        page = desk.get(f"{DESK}{part}")
    assert len(elements(page, "tr")) == 2 + 1 + rows


@pytest.mark.parametrize("address", ADDRESSES)
def test_whom_the_gifts_do_not_concern_learns_nothing(
    client: Client, place: SmallProvince, row: Drive, address: str
) -> None:
    receipt, work = received(place, row), allocated(place, row)
    named = {
        "pledge": pledged(place, row).pk,
        "receipt": receipt.pk,
        "allocation": work.pk,
        "proof": proved(place, work).pk,
        "imported": received(place, row, receipt="NH 1", source="sao kê").gift_id,
    }
    url = DESK + address.format(**named)
    assert client.get(url)["Location"].startswith("/dang-nhap")
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(place.clerk, backend=backend)
    assert client.get(url).status_code == 403
    client.force_login(place.officer, backend=backend)
    assert client.get(url).status_code == 200
    assert client.get(url.replace("lam-duong", "khac")).status_code == 404
