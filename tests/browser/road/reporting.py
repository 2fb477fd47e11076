"""The closing report of the running movement, which counts what the register holds."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.road.commune import MOVEMENT
from tests.browser.road.days import day

REPORTS = "/lam-viec/bao-cao"


def draft(page: Page) -> str:
    """Let the Board draft the closing report of the movement as of today; return its address."""
    year = day()[-4:]
    page.goto(f"{REPORTS}-moi")
    page.get_by_label("Báo cáo về", exact=True).select_option(label="Tỉnh Lạng Sơn")
    page.get_by_label("Đơn vị ban hành").fill("Sở Nội vụ")
    page.get_by_role("checkbox", name=MOVEMENT).check()
    page.get_by_label("Năm", exact=True).fill(year)
    page.get_by_label("Số liệu từ ngày").fill(f"01/01/{year}")
    page.get_by_label("Số liệu đến ngày").fill(f"30/09/{year}")
    page.get_by_label("Báo cáo tính đến ngày").fill(day())
    page.get_by_role("button", name="Viết dự thảo").click()
    page.get_by_role("radio", name="từ 01/03/2025").check()
    page.get_by_role("button", name="Viết dự thảo").click()
    page.wait_for_url(lambda url: not url.endswith("-moi"))
    return page.url


def households(page: Page, report: str) -> int:
    """Return how many households the report counts among the commended."""
    page.goto(report)
    return page.get_by_role("main").inner_text().count("01 gia đình")
