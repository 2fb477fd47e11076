"""A promise without an account: sent, refused without losing a word, followed to its receipt."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.factories.gifts import received, running_drive
from tests.factories.movements import SmallProvince
from tests.web.reading import elements, faults, main_text, texts
from thidua.contributions.actions import call_off_pledge, confirm_pledge
from thidua.contributions.models import Pledge
from thidua.support.audit.models import AuditEntry
from thidua.web.shell import public_forms

FORM = "/ung-ho/lam-duong/dang-ky"
ANSWERS = {
    "kind": "money",
    "amount": "5.000.000",
    "donor_kind": "person",
    "donor_name": "Nông Thị Hoa",
    "contact": "0912 000 111",
    "naming": "unnamed",
}


@pytest.fixture(autouse=True)
def no_time_trap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_forms, "QUICKEST", -1)
    cache.clear()  # what other tests sent counts as a flood


def send(client: Client, **changes: str) -> Any:
    (stamp,) = elements(client.get(FORM), "input", name="stamp")
    return client.post(FORM, {**ANSWERS, "stamp": stamp.attributes["value"], **changes})


def told(client: Client) -> list[str]:
    return texts(client.post("/theo-doi", {"ma": Pledge.objects.get().code}), "p")


def test_a_visitor_promises_and_follows_the_gift_to_its_receipt(place: SmallProvince, client: Client) -> None:
    row = running_drive(place)
    answer = send(client)
    sent = Pledge.objects.get()
    assert (sent.amount, sent.consent, sent.confirmed_on) == (Decimal(5000000), "refused", None)
    assert sent.code in main_text(client.get(answer["Location"]))
    assert "chờ liên hệ lại" in told(client)
    confirm_pledge(pledge=sent, by=place.officer)
    assert "đã xác nhận" in told(client)
    received(place, row, "2000000", pledge=sent)
    assert "Đã nhận 2.000.000 đồng trong số 5.000.000 đồng bạn đăng ký." in told(client)
    received(place, row, "3000000", pledge=sent)
    assert "Đã nhận 5.000.000 đồng và đã lập phiếu thu." in told(client)
    page = client.post("/theo-doi", {"ma": sent.code})
    (link,) = [link for link in elements(page, "a") if link.text == "Xem khoản ủng hộ đã đi đâu"]
    assert texts(client.get(link.attributes["href"]), "h1") == [f"Phiếu thu 0002/{timezone.localdate().year}"]


def test_a_promise_that_is_called_off_tells_why(place: SmallProvince, client: Client) -> None:
    running_drive(place)
    send(client)
    call_off_pledge(pledge=Pledge.objects.get(), reason="Không liên lạc được", by=place.officer)
    assert "Không liên lạc được" in told(client)


def test_what_is_missing_is_named_and_nothing_typed_is_lost(place: SmallProvince, client: Client) -> None:
    running_drive(place)
    page = send(client, amount="1.5", contact="", kind="goods")
    named = {link.attributes.get("href") for link in elements(page, "a")}
    assert {"#id_amount", "#id_contact"} <= named
    (name,) = elements(page, "input", name="donor_name")
    assert name.attributes["value"] == "Nông Thị Hoa"
    goods = send(client, kind="goods")
    assert "#id_description" in {link.attributes.get("href") for link in elements(goods, "a")}
    assert Pledge.objects.count() == 0


def test_a_drive_that_is_over_takes_no_promise(place: SmallProvince, client: Client) -> None:
    today = timezone.localdate()
    running_drive(place, starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    assert client.get(FORM)["Location"] == "/ung-ho/lam-duong"
    answer = client.post(FORM, {**ANSWERS, "stamp": "x"})
    assert (answer.status_code, Pledge.objects.count()) == (200, 0)


def test_the_log_does_not_keep_how_to_call_back(place: SmallProvince, client: Client) -> None:
    running_drive(place)
    send(client)
    entry = AuditEntry.objects.get(action="contributions.pledge_sent")
    assert Pledge.objects.get().contact == "0912 000 111"
    assert "0912" not in str(entry.details)
    assert "Nông Thị Hoa" not in str(entry.details)


def test_the_receipt_is_for_the_browser_that_sent_and_stands_in_no_address(
    place: SmallProvince, client: Client
) -> None:
    running_drive(place)
    assert send(client)["Location"] == "/ung-ho/lam-duong/bien-nhan"
    assert Pledge.objects.get().code in main_text(client.get("/ung-ho/lam-duong/bien-nhan"))
    assert Client().get("/ung-ho/lam-duong/bien-nhan")["Location"] == "/theo-doi?khong-co-bien-nhan=1"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1,000,000", 1_000_000), ("500,000", 500_000), ("5.000.000", 5_000_000), ("50.000", 50_000)],
)
def test_on_an_english_page_an_amount_is_read_as_english_writes_it(
    place: SmallProvince, client: Client, typed: str, amount: int
) -> None:
    running_drive(place)
    (stamp,) = elements(client.get(f"/en{FORM}"), "input", name="stamp")
    client.post(f"/en{FORM}", {**ANSWERS, "stamp": stamp.attributes["value"], "amount": typed})
    assert Pledge.objects.get().amount == amount


@pytest.mark.parametrize(("typed", "days"), [("1.5", "1.5"), ("2,5", "2.5"), ("1,250.5", "1250.5")])
def test_on_an_english_page_days_of_labour_may_have_a_point(
    place: SmallProvince, client: Client, typed: str, days: str
) -> None:
    running_drive(place)
    (stamp,) = elements(client.get(f"/en{FORM}"), "input", name="stamp")
    sent = {**ANSWERS, "stamp": stamp.attributes["value"], "kind": "labour", "amount": typed}
    client.post(f"/en{FORM}", sent)
    assert Pledge.objects.get().amount == Decimal(days)


def test_half_a_million_with_a_comma_is_never_five_hundred(place: SmallProvince, client: Client) -> None:
    running_drive(place)
    answer = send(client, amount="500,000")
    assert faults(answer) == ["Viết 500.000 (dấu chấm cho hàng nghìn, dấu phẩy cho phần thập phân)."]
    assert Pledge.objects.count() == 0
