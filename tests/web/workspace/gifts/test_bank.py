"""A bank's statement at the desk: looked at, received, taken back; nothing lost where it is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.gifts import allocated, pledged, running_drive
from tests.factories.movements import SmallProvince
from tests.web.reading import elements, main_text, texts
from thidua.contributions.models import Drive, Gift, Receipt
from thidua.contributions.queries import balances, pledge_kept

DESK = "/lam-viec/so-ung-ho/lam-duong"
BANK = f"{DESK}/sao-ke-ngan-hang"


def sent(desk: Client, rows: Sequence[str], name: str = "sao-ke.csv") -> Any:
    """Send a statement whose rows («number;amount;text») are of today."""
    on = f"{timezone.localdate():%d/%m/%Y}"
    text = "Ngày giao dịch;Số tham chiếu;Ghi có;Nội dung\n" + "".join(f"{on};{row}\n" for row in rows)
    return sent_bytes(desk, text.encode(), name)


def sent_bytes(desk: Client, data: bytes, name: str) -> Any:
    file = BytesIO(data)
    file.name = name
    return desk.post(BANK, {"file": file})


def ticked(page: Any) -> list[str]:
    found = (
        one.attributes for one in elements(page, "input", type="checkbox") if "checked" in one.attributes
    )
    return [str(one["name"]) for one in found]


def test_a_statement_is_looked_at_received_and_taken_back(
    desk: Client, place: SmallProvince, row: Drive
) -> None:
    hoa, son = pledged(place, row, donor_name="Nông Thị Hoa"), pledged(place, row)
    url = sent(desk, [f"1;2.000.000;{hoa.code} ung ho", "2;63.734.567;NGUYEN VAN A", "3;1;lai"])["Location"]
    page = desk.get(url)
    assert "3 dòng có thể nhận, tổng 65.734.568 đồng." in main_text(page)
    assert (ticked(page), Gift.objects.count()) == (["take_2"], 0)
    assert "Khớp mã" in main_text(page)
    page = desk.post(url, {"take_3": "on", "pledge_2": hoa.pk, "pledge_3": son.pk, "tick": "all"})
    assert (ticked(page), Gift.objects.count()) == (["take_2", "take_3", "take_4"], 0)
    assert [one.attributes["value"] for one in elements(page, "option") if "selected" in one.attributes] == [
        str(hoa.pk),
        str(son.pk),
        "",
    ]
    answer = desk.post(url, {"take_2": "on", "take_3": "on", "pledge_2": hoa.pk, "pledge_3": ""})
    assert answer["Location"] == f"{DESK}?phan=phieu-thu"
    assert "Đã lập 2 phiếu thu, tổng 65.734.567 đồng." in main_text(desk.get(answer["Location"]))
    assert pledge_kept(hoa) == 2000000
    assert [line.received for line in balances(row.ledger_lines.all())] == [Decimal(65734567)]
    assert desk.get(url)["Location"] == BANK

    (undo,) = [
        str(link.attributes["href"])
        for link in elements(desk.get(BANK), "a")
        if re.search(r"/hoan-tac$", str(link.attributes.get("href")))
    ]
    assert "2 phiếu thu, tổng 65.734.567 đồng" in main_text(desk.get(undo))
    page = desk.post(undo, {"reason": ""})
    assert "#id_reason" in {link.attributes.get("href") for link in elements(page, "a")}
    assert desk.post(undo, {"reason": "Nhầm tệp"})["Location"] == BANK
    assert [line.received for line in balances(row.ledger_lines.all())] == [0]
    assert texts(desk.get(BANK), "td", data_label="Phiếu thu còn hiệu lực") == ["0 trên 2"]
    assert desk.get(undo).status_code == 404


def test_what_the_ledger_has_is_not_offered_again(desk: Client, row: Drive) -> None:
    url = sent(desk, ["1;5.000;a"])["Location"]
    desk.post(url, {"take_2": "on", "pledge_2": ""})
    page = desk.get(sent(desk, ["1;5.000;a", "2;6.000;b"], "thang.csv")["Location"])
    assert "1 dòng có thể nhận, tổng 6.000 đồng. 1 dòng đã có trong sổ." in main_text(page)
    assert [one.attributes["name"] for one in elements(page, "input", type="checkbox")] == ["take_3"]


def test_a_row_that_cannot_be_received_says_why(desk: Client, row: Drive) -> None:
    page = desk.get(sent(desk, ["1;5,50;a", "2;6.000;b"])["Location"])
    assert "“5,50” không phải số tiền tròn đồng. Hãy sửa trong tệp." in main_text(page)
    assert "1 dòng không nhận được" in main_text(page)
    assert [one.attributes["name"] for one in elements(page, "input", type="checkbox")] == ["take_3"]


def test_a_row_taken_meanwhile_is_refused_and_ticks_stay(desk: Client, row: Drive) -> None:
    first, second = (sent(desk, ["1;5.000;a", "2;6.000;b"], name)["Location"] for name in ("a.csv", "b.csv"))
    page = desk.post(first, {"pledge_2": "", "pledge_3": ""})
    assert "Hãy đánh dấu ít nhất một dòng cần nhận." in main_text(page)
    desk.post(first, {"take_2": "on", "pledge_2": "", "pledge_3": ""})
    page = desk.post(second, {"take_2": "on", "take_3": "on", "pledge_2": "", "pledge_3": "999999"})
    assert "#id_pledge_3" in {link.attributes.get("href") for link in elements(page, "a")}
    assert (ticked(page), Receipt.objects.count()) == (["take_3"], 1)
    desk.post(second, {"take_3": "on", "pledge_3": ""})
    assert [line.received for line in balances(row.ledger_lines.all())] == [Decimal(11000)]


def test_a_file_that_is_no_statement_is_refused_beside_its_field(desk: Client, row: Drive) -> None:
    for data, name in ((b"", "a.csv"), (b"<html>", "a.xlsx"), (b"a;b\n1;2\n", "a.csv")):
        page = sent_bytes(desk, data, name)
        assert "#id_file" in {link.attributes.get("href") for link in elements(page, "a")}
    assert "#id_file" in {link.attributes.get("href") for link in elements(desk.post(BANK, {"x": ""}), "a")}


def test_a_file_waits_for_its_drive_and_its_session_alone(
    desk: Client, place: SmallProvince, row: Drive
) -> None:
    running_drive(place, slug="khac", name="Đợt khác")
    url = sent(desk, ["1;5.000;a"])["Location"]
    assert desk.get(url.replace("lam-duong", "khac"))["Location"] == BANK.replace("lam-duong", "khac")
    other = Client()
    other.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert other.get(url)["Location"] == BANK
    assert desk.post(f"{url}/bo")["Location"] == BANK
    assert desk.get(url)["Location"] == BANK


def test_an_import_whose_gifts_were_given_on_stays(desk: Client, place: SmallProvince, row: Drive) -> None:
    desk.post(sent(desk, ["1;5.000;a"])["Location"], {"take_2": "on", "pledge_2": ""})
    allocated(place, row, "4000")
    page = desk.post(f"{BANK}/{Gift.objects.get().pk}/hoan-tac", {"reason": "Nhầm"})
    assert "Hãy hủy khoản phân bổ trước, rồi mới hủy phiếu thu." in main_text(page)
    assert "Chưa có gì thay đổi." in main_text(page)
    assert [line.received for line in balances(row.ledger_lines.all())] == [Decimal(5000)]


def test_the_empty_table_is_read(desk: Client, row: Drive) -> None:
    answer = desk.get(f"{BANK}/mau")
    assert answer["Content-Disposition"] == 'attachment; filename="sao-ke-mau.xlsx"'
    page = sent_bytes(desk, answer.content, "mau.xlsx")
    assert "Sao kê này không có dòng tiền vào nào. Hãy chọn tệp khác." in main_text(page)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_whatever_their_rows(
    desk: Client, place: SmallProvince, row: Drive, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        pledged(place, row, amount=Decimal(1000 + number))
        url = sent(desk, [f"{number};5.000;a"], f"{number}.csv")["Location"]
        desk.post(url, {"take_2": "on", "pledge_2": ""})
    url = sent(desk, [f"x{number};{1000 + number};UH-00000-00000" for number in range(rows)])["Location"]
    desk.get(DESK)
    with django_assert_num_queries(11):
        page = desk.get(url)
    assert len(elements(page, "tr")) == 1 + rows
    with django_assert_num_queries(6):
        page = desk.get(BANK)
    assert len(elements(page, "tr")) == 1 + rows
