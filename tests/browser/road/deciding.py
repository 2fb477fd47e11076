"""From the council's result to a signed decision: the Board's leader proposes and drafts, the Chairman signs."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.road.days import day
from thidua.demo.sign_ins import PASSWORD

DECISIONS = "/lam-viec/quyet-dinh"


def propose(page: Page, code: str) -> str:
    """Propose the dossier, draft the decision and send it for signature; return the decision's address."""
    page.goto(f"{DECISIONS}/trinh")
    page.get_by_role("checkbox", name=code).check()
    page.get_by_label("Ký hiệu tờ trình").fill("TTr-SNV")
    page.get_by_label("Trích yếu").fill("Về việc tặng Bằng khen cho hộ gia đình hiến đất làm đường")
    page.get_by_label("Địa danh").fill("Lạng Sơn")
    page.get_by_label("Chức vụ người ký tờ trình").fill("GIÁM ĐỐC")
    page.get_by_role("button", name="Trình", exact=True).click()
    page.get_by_role("link", name="Soạn dự thảo quyết định").click()
    page.get_by_label("Ký hiệu quyết định").fill("QĐ-UBND")
    page.get_by_label("Địa danh").fill("Lạng Sơn")
    page.get_by_label("Nội dung thành tích").fill("Đã hiến đất làm đường giao thông nông thôn")
    page.get_by_label("Chức vụ người ký").fill("CHỦ TỊCH")
    page.get_by_label("Họ tên người ký").fill("Nguyễn Văn Mẫu")
    page.get_by_label("Ngày dự kiến ký").fill(day())
    page.get_by_role("button", name="Soạn dự thảo quyết định").click()
    address = page.url
    page.get_by_role("link", name="Trình ký").click()
    page.get_by_role("button", name="Trình ký").click()
    expect(page.get_by_text("Đã trình ký.")).to_be_visible()
    return address


def sign(page: Page, decision: str) -> None:
    """Read it on a phone as the Chairman, enter the password, sign."""
    page.goto(decision)
    page.get_by_role("link", name="Đọc và ký").click()
    expect(page.get_by_text("7/7 – Gia đình ông Vi Thanh Liêm")).to_be_visible()
    page.get_by_label("Nhập lại mật khẩu của bạn").fill(PASSWORD)
    page.get_by_role("button", name="Ký", exact=True).click()
    expect(page.get_by_text("Đã ký Quyết định số 01/QĐ-UBND.")).to_be_visible()
