"""The law desk in a real browser: a day, an award, a check that shows, what changed, and a case tried."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import hidden_with_focus, violations, wider_than_the_page
from tests.browser.conftest import PHONE

Desk = Callable[..., Page]
OFFICER = "chuyen-vien"
AWARD = "/lam-viec/luat/khen-thuong/provincial_certificate_of_merit"
NAME = "Bằng khen của Bộ, ban, ngành, tỉnh"
WAY = "#doi-chieu-alternative-pc-2022-4d"
OTHER_WAY = "#doi-chieu-alternative-pc-2022-4b"
PAGES = (
    "/lam-viec/luat",
    AWARD,
    f"{AWARD}/so-sanh?tu=31/12/2023&den=01/01/2024",
    "/lam-viec/luat/doi-chieu?dieu=rule/suspension",
    "/lam-viec/luat/thu",
    "/lam-viec/luat/van-ban",
    "/lam-viec/luat/cach-hieu",
    "/lam-viec/luat/cach-hieu/mixed_initiative_topic",
    "/lam-viec/luat/quy-dinh-dia-phuong",
    "/lam-viec/luat/quy-dinh-dia-phuong/nap",
)


def test_from_a_day_to_a_check_that_shows(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/viec-cua-toi")
    page.get_by_role("link", name="Tra cứu luật").click()
    page.get_by_label("Quy định tại ngày").fill("20/12/2025")
    page.get_by_label("Quy định tại ngày").press("Enter")
    expect(page.locator("main").get_by_text("tại ngày 20/12/2025")).to_be_visible()
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    part = page.locator(WAY)
    part.get_by_text("Đánh dấu đã đối chiếu").first.click()
    part.get_by_label("Ngày đối chiếu").fill("hôm qua")
    part.get_by_label("Ghi chú").fill("Công báo số 12")
    part.get_by_role("button", name="Đánh dấu đã đối chiếu").click()
    expect(part.get_by_text("không phải là ngày")).to_be_visible()
    expect(part.get_by_label("Ghi chú")).to_have_value("Công báo số 12")
    part.get_by_label("Ngày đối chiếu").fill("20/01/2024")
    part.get_by_role("button", name="Đánh dấu đã đối chiếu").click()
    told = "Ban đã đối chiếu với văn bản gốc: Chuyên viên Ban Thi đua – Khen thưởng (mẫu), ngày 20/01/2024"
    expect(part.get_by_text(told)).to_be_visible()
    assert violations(page) == []
    page.reload()
    expect(part.get_by_text(told)).to_be_visible()
    part.get_by_role("button", name=re.compile("^Bỏ đánh dấu")).click()
    expect(part.get_by_text("Đánh dấu đã đối chiếu").first).to_be_visible()
    expect(part.get_by_text(told)).to_have_count(0)


def test_without_script_a_check_comes_back_to_its_place(desk: Desk) -> None:
    page = desk(OFFICER, script=False)
    page.goto(f"{AWARD}?ngay=20/12/2025")
    part = page.locator(OTHER_WAY)
    part.get_by_text("Đánh dấu đã đối chiếu").first.click()
    part.get_by_label("Ngày đối chiếu").fill("20/01/2024")
    part.get_by_role("button", name="Đánh dấu đã đối chiếu").click()
    expect(page).to_have_url(re.compile(re.escape(OTHER_WAY) + "$"))
    expect(page.get_by_role("status").filter(has_text="Đã đánh dấu đối chiếu")).to_be_visible()
    part.get_by_role("button", name=re.compile("^Bỏ đánh dấu")).click()
    expect(part.get_by_label("Ngày đối chiếu")).to_have_count(1)


def test_what_changed_between_two_days(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto(AWARD)
    page.get_by_role("link", name="So sánh hai thời điểm").click()
    page.get_by_label("Từ ngày").fill("31/12/2023")
    page.get_by_label("Đến ngày").fill("01/01/2024")
    page.get_by_role("button", name="So sánh").click()
    expect(page.get_by_text("cá nhân 1,0 → 1,5; tập thể 2,0 → 3,0").first).to_be_visible()
    assert violations(page) == []


def test_a_case_is_tried_with_the_keyboard(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/luat/thu")
    page.locator("#id_award").select_option(label="Chiến sĩ thi đua Bộ, ban, ngành, tỉnh")
    page.get_by_label("Ngày quyết định").fill("20/12/2025")
    for row in range(1, 4):
        year = page.get_by_label(f"Năm ở dòng {row}", exact=True)
        year.fill(str(2026 - row))
        page.get_by_label(f"Danh hiệu, hình thức {row}", exact=True).select_option(
            label="Chiến sĩ thi đua cơ sở"
        )
        page.get_by_label(f"Năm của danh hiệu, hình thức {row}", exact=True).fill(str(2026 - row))
    page.get_by_label("Sáng kiến ở dòng 1").select_option(label="Bộ, ban, ngành, tỉnh")
    page.get_by_role("button", name="Xét điều kiện").press("Enter")
    expect(page.get_by_role("heading", name="Kết luận", exact=True)).to_be_focused()
    expect(page.get_by_text("Cần người kết luận: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh")).to_be_visible()
    assert violations(page) == []
    assert hidden_with_focus(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_every_page_fits_a_phone_and_breaks_no_rule(desk: Desk, address: str) -> None:
    page = desk(OFFICER, size=PHONE)
    page.goto(address)
    assert wider_than_the_page(page) == []
    assert violations(page) == []
