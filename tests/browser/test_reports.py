"""The closing report in a real browser: rules, reflow, the card of a figure by keyboard, a preview while typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere, violations
from tests.browser.conftest import PHONE
from tests.browser.sessions import enter_as
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.models import User
from thidua.reports.models import Paragraph

DRAFT = "/lam-viec/bao-cao/lang-son-2019"
PARTS = (
    "",
    "/diem-can-xem",
    "/ky-xac-nhan",
    "/so-lieu",
    "/so-lieu/awards.list",
    "/ban-in",
    "/ban-chot",
    "/lich-su",
)


@pytest.fixture
def place(transactional_db: None) -> Province2019:
    return province_2019()


@pytest.fixture
def enter(page: Page, live_server: Any) -> Callable[[User], str]:
    """Give a function that signs the browser in as somebody and returns the address of the report."""

    def as_somebody(user: User) -> str:
        enter_as(page.context, live_server.url, user)
        return f"{live_server.url}{DRAFT}"

    return as_somebody


def test_the_pages_of_a_report_keep_the_rules(page, place, enter):
    address = enter(place.leader)
    row = Paragraph.objects.get(key="economy")
    faults = {}
    for part in (*PARTS, "/chot", "/khung", "/them-doan", f"/doan/{row.pk}", f"/doan/{row.pk}/don-vi"):
        page.goto(f"{address}{part}")
        faults[part] = faults_everywhere(page)
    assert {part: found for part, found in faults.items() if found} == {}


def test_a_figure_opens_its_card_by_keyboard_and_gives_the_focus_back(page, place, enter):
    page.goto(enter(place.auditor))
    figure = page.locator("#doan-economy").get_by_role("link", name="đạt 92,2% so với dự toán")
    figure.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="Nguồn của số liệu")
    expect(card).to_contain_text("Kế hoạch")
    expect(card).to_contain_text("dữ liệu kiểm thử")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(figure).to_be_focused()


def test_the_card_fits_a_phone(page, place, enter):
    page.set_viewport_size(PHONE)
    page.goto(enter(place.auditor))
    page.locator("#doan-economy").get_by_role("link", name="5.027 tỷ đồng").click()
    card = page.get_by_role("dialog", name="Nguồn của số liệu")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= PHONE["width"]) == (True, True)
    card.get_by_role("button", name="Đóng").click()
    expect(card).to_be_hidden()


def test_the_preview_follows_the_typing_and_a_chip_puts_in_its_figure(page, place, enter):
    address = enter(place.officer)
    row = Paragraph.objects.get(key="gifts")
    page.goto(f"{address}/doan/{row.pk}")
    field = page.get_by_label("Nội dung", exact=True)
    field.fill("Nhân dân đã góp ")
    page.get_by_role("button", name="trên 20 tỷ đồng").click()
    expect(field).to_have_value("Nhân dân đã góp {gifts.money}")
    preview = page.locator("#xem-thu")
    expect(preview).to_contain_text("Nhân dân đã góp trên 20 tỷ đồng")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#doan-gifts")).to_contain_text("Nhân dân đã góp trên 20 tỷ đồng")


def test_without_javascript_figures_lead_to_their_pages(browser, browser_context_args, place, enter, page):
    address = enter(place.auditor)
    context = browser.new_context(
        **browser_context_args | {"java_script_enabled": False}, storage_state=page.context.storage_state()
    )
    plain = context.new_page()
    plain.goto(address)
    plain.locator("#doan-economy").get_by_role("link", name="5.027 tỷ đồng").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Tổng thu ngân sách trên địa bàn: giá trị")
    context.close()
