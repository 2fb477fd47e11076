"""An editor puts a figure into an article, by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tests.browser.sessions import enter_as
from tests.factories.live_figures import REVENUE, freeze
from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import EDITOR
from thidua.portal.actions.set_up_site import set_up_site


@pytest.fixture
def place(transactional_db: None) -> Province2019:
    set_up_site()
    return province_2019()


@pytest.fixture
def text(page: Page, live_server: Any, place: Province2019) -> Locator:
    """Open an article whose one paragraph waits for a figure, and return the paragraph with the cursor in it."""
    freeze(place)
    made = article(live=False, body=[("paragraph", "<p>Thu ngân sách được </p>")])
    enter_as(page.context, live_server.url, account(EDITOR.code, place.unit("province")))
    page.goto(f"{live_server.url}{reverse('wagtailadmin_pages:edit', args=[made.pk])}")
    text = page.locator("[data-contentpath='body'] .public-DraftEditor-content")
    text.click()
    return text


def test_a_figure_is_looked_for_and_inserted_where_the_cursor_was(page: Page, text: Locator) -> None:
    page.keyboard.press("End")
    words = page.get_by_label("Từ trong tên số liệu")
    words.focus()
    page.keyboard.type("thu ngan sach gia tri 5.027")
    expect(page.locator("[data-figure-code]")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã chèn vào chỗ con trỏ.")).to_be_visible()
    expect(text).to_contain_text(REVENUE)


def test_a_cursor_outside_the_body_takes_no_figure_and_the_desk_says_so(page: Page, text: Locator) -> None:
    lead = page.locator("[name='lead']")
    lead.click()
    page.get_by_label("Từ trong tên số liệu").fill("thu ngan sach gia tri 5.027")
    expect(page.locator("[data-figure-code]")).to_have_count(1)
    page.locator("[data-figure-code]").click()
    said = page.locator("[data-desk-figures-list] [data-desk-figures-said]")
    expect(said).to_have_text("Chỉ chèn được vào đoạn của nội dung: hãy đặt con trỏ vào đó trước.")
    expect(text).not_to_contain_text(REVENUE)
    expect(lead).to_have_value("Tỉnh đã tổng kết hai đợt thi đua.")
