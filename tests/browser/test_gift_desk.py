"""The officer's desk of gifts: a bank's statement becomes receipts, and the public ledger counts them to the đồng."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.sessions import enter_as
from tests.factories.gifts import allocated, pledged, proved, received, running_drive
from tests.factories.movements import SmallProvince, small_province
from thidua.contributions.models import Drive

DESK = "/lam-viec/so-ung-ho"
LONG = "Chung tay bê tông hóa đường thôn vùng biên, xây cầu và ngầm qua suối cho học sinh đến trường " * 3


@pytest.fixture
def place(transactional_db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def drive(place: SmallProvince) -> Drive:
    """A drive with a very long name, promises, receipts, works and photos."""
    row = running_drive(place, name=LONG[:280].strip(), target=150_000_000)
    received(place, row, receipt="NH FT19304", source="sao kê ngân hàng lần 1, sao-ke-thang-10.xlsx")
    proved(place, allocated(place, row))
    pledged(place, row, contact="mot.dia.chi.thu.dien.tu.rat.dai@donvi.langson.example")
    return row


@pytest.fixture
def officer(page: Page, live_server: Any, place: SmallProvince) -> Page:
    enter_as(page.context, live_server.url, place.officer)
    return page


def statement(*rows: str) -> dict[str, Any]:
    """Return a statement in the headings of a bank, as a browser sends it."""
    on = f"{timezone.localdate():%d/%m/%Y}"
    head = "Chủ tài khoản:;QUỸ VÌ NGƯỜI NGHÈO\nNgày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Mô tả\n"
    text = head + "".join(f"{on};{row}\n" for row in rows)
    return {"name": "sao-ke.csv", "mimeType": "text/csv", "buffer": text.encode()}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/lam-duong",
        "/lam-duong?phan=phieu-thu",
        "/lam-duong?phan=phan-bo",
        "/lam-duong/ghi-dang-ky",
        "/lam-duong/nhan",
        "/lam-duong/phan-bo",
        "/lam-duong/phan-bo/{work}/anh",
        "/lam-duong/phieu-thu/{receipt}/huy",
        "/lam-duong/sao-ke",
        "/lam-duong/sao-ke-ngan-hang",
        "/lam-duong/sao-ke-ngan-hang/{gift}/hoan-tac",
    ],
)
def test_pages_of_the_desk_break_no_rule(officer: Page, live_server: Any, drive: Drive, address: str) -> None:
    receipt = drive.receipts.get()
    named = {"work": drive.allocations.get().pk, "receipt": receipt.pk, "gift": receipt.gift_id}
    officer.goto(f"{live_server.url}{DESK}{address.format(**named)}")
    assert faults_everywhere(officer) == []


def test_a_statement_becomes_receipts_that_the_public_ledger_counts(
    officer: Page, live_server: Any, place: SmallProvince, drive: Drive
) -> None:
    hoa = pledged(place, drive, donor_name="Nông Thị Hoa", amount=Decimal(3000000))
    officer.goto(f"{live_server.url}{DESK}/lam-duong")
    officer.get_by_role("link", name="Sao kê ngân hàng").click()
    file = officer.get_by_label("Tệp sao kê tài khoản")
    file.set_input_files({"name": "anh.xlsx", "mimeType": "image/png", "buffer": b"\x89PNG not a table"})
    officer.get_by_role("button", name="Xem các dòng").click()
    expect(officer.locator(".error-summary")).to_be_focused()

    file.set_input_files(
        statement(
            f"FT1;;2,000,000;MBVCB.77.UNG HO {hoa.code.replace('-', '')}.CT tu 0123",
            "FT2;;63,734,567;CONG TY CO PHAN MOT CAI TEN RAT DAI KHONG CO DAU CACH/NGUYENVANDAIDAIDAIDAIDAIDAIDAI",
            "FT3;500,000;;rut tien",
            "FT4;;12,50;lai tien gui",
        )
    )
    officer.get_by_role("button", name="Xem các dòng").click()
    expect(officer.locator("main")).to_contain_text("2 dòng có thể nhận, tổng 65.734.567 đồng.")
    expect(officer.locator("main")).to_contain_text("“12,50” không phải số tiền tròn đồng.")
    expect(officer.get_by_label("Nhận dòng 3")).to_be_checked()
    expect(officer.get_by_label("Nhận dòng 4")).not_to_be_checked()
    assert faults_everywhere(officer) == []
    officer.get_by_role("button", name="Đánh dấu tất cả").click()
    expect(officer.get_by_label("Nhận dòng 4")).to_be_checked()
    officer.get_by_role("button", name="Lập phiếu thu cho các dòng đã đánh dấu").click()
    expect(officer.get_by_role("status").first).to_contain_text("Đã lập 2 phiếu thu, tổng 65.734.567 đồng.")

    officer.goto(f"{live_server.url}/ung-ho/lam-duong/so")
    # One million had come before, of which 400.000 were given to a road.
    expect(officer.locator("main")).to_contain_text("66.734.567 đồng")
    expect(officer.locator("main")).to_contain_text("63.734.567")
    expect(officer.locator("main")).not_to_contain_text("MOT CAI TEN RAT DAI")
    expect(officer.locator("main")).not_to_contain_text("Nông Thị Hoa")
