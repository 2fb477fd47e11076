"""A visitor reads the article on a telephone, and where its figures come from."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.conftest import PHONE
from tests.factories.live_figures import freeze, publish
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.queries.report_body import body_from_report

ADDRESS = "/tin-tuc/tong-ket"


@pytest.fixture
def place(transactional_db: None) -> Province2019:
    set_up_site()
    known = province_2019()
    publish(article(live=False, body=body_from_report(freeze(known))))
    return known


def test_the_article_keeps_the_rules(page: Page, live_server: Any, place: Province2019) -> None:
    page.goto(f"{live_server.url}{ADDRESS}")
    assert faults_everywhere(page) == []


def test_a_figure_leads_to_its_source_and_back_without_javascript(
    browser: Any, browser_context_args: Any, live_server: Any, place: Province2019
) -> None:
    context = browser.new_context(**browser_context_args | {"java_script_enabled": False, "viewport": PHONE})
    page = context.new_page()
    page.goto(f"{live_server.url}{ADDRESS}")
    figure = page.get_by_role("link", name="5.027 tỷ đồng")
    figure.click()
    source = page.locator(":target")
    expect(source).to_contain_text("Tổng thu ngân sách trên địa bàn")
    expect(source).to_contain_text("01/01–30/09/2019")
    expect(page.locator(".figure-sources__state")).to_contain_text("đã chốt trong báo cáo")
    source.get_by_text("Cách tính").click()
    source.get_by_role("link", name="trong bài").click()
    expect(page.locator(":target")).to_contain_text("5.027")
    context.close()


def test_paper_shows_the_sources_and_no_way_back(page: Page, live_server: Any, place: Province2019) -> None:
    page.goto(f"{live_server.url}{ADDRESS}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Nguồn số liệu")).to_be_visible()
    expect(page.locator(".figure-sources__back").first).to_be_hidden()
