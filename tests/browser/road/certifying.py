"""From the signed decision to the paper in the recipient's hands, and back when the award is cancelled."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.road.commune import HOUSEHOLD
from tests.browser.road.days import day

CERTIFICATES = "/lam-viec/giay-chung-nhan"
CANCELLED_BY = "99/QĐ-UBND"


def print_all(page: Page, decision: str, folder: Path) -> Path:
    """Print what the decision gives; return the PDF."""
    number = decision.rsplit("/", 1)[1]
    page.goto(f"{CERTIFICATES}/quyet-dinh/{number}")
    page.get_by_role("link", name="In giấy chứng nhận").click()
    page.get_by_role("button", name="Tạo tệp PDF").click()
    with page.expect_download() as kept:
        page.get_by_role("link", name="Trang 1 đến 1 (PDF)").click()
    file = folder / "giay-chung-nhan.pdf"
    kept.value.save_as(file)
    return file


def hand_over(page: Page) -> None:
    """Note that the household received it today."""
    page.get_by_role("link", name="Trao giấy").click()
    page.get_by_role("checkbox", name=HOUSEHOLD).check()
    page.get_by_label("Ngày trao").fill(day())
    page.get_by_role("button", name="Ghi nhận đã trao").click()
    expect(page.get_by_text("Đã ghi nhận trao 1 giấy chứng nhận.")).to_be_visible()


def code_and_proof(page: Page) -> tuple[str, str]:
    """Return the code of the household's certificate and the text of its QR."""
    page.goto(f"{CERTIFICATES}?tim=Vi Thanh Liêm")
    page.get_by_role("main").get_by_role("link", name=HOUSEHOLD).click()
    code = page.url.rsplit("/", 1)[1]
    page.get_by_text("Nội dung mã QR", exact=False).click()
    return code, page.locator("details code").inner_text()


def cancel(page: Page, code: str) -> None:
    """Cancel the award by a decision, on a ground of the law."""
    page.goto(f"{CERTIFICATES}/ma/{code}")
    page.get_by_role("link", name="Hủy bỏ khen thưởng").click()
    page.get_by_label("Lý do", exact=True).select_option(index=1)
    page.get_by_label("Nội dung phát hiện").fill("Hồ sơ kê khai không đúng thành tích.")
    page.get_by_label("Quyết định hủy bỏ khen thưởng", exact=True).fill(CANCELLED_BY)
    page.get_by_label("Ngày của quyết định hủy bỏ").fill(day())
    page.get_by_role("button", name="Hủy bỏ khen thưởng").click()
    expect(page.get_by_text("Khen thưởng này đã bị hủy bỏ")).to_be_visible()
