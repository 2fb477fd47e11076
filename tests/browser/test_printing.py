"""What stands on paper: the words alone, black on white, with every table whole."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Page, expect

from tests.factories.decisions import office, signed
from tests.factories.gifts import allocated, received, running_drive
from tests.factories.live_figures import freeze, publish
from tests.factories.movements import SmallProvince, running_movement, small_province
from tests.factories.portal import article
from tests.factories.register import awarded, decision
from tests.factories.reports import province_2019
from thidua.decisions.models import Certificate
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.queries.report_body import body_from_report

PAPER = {"width": 680, "height": 1000}  # A4 between its margins, in pixels of the style sheet
SCREEN_ONLY = (
    ".official, .menu, .breadcrumb, .foot, .skip, .theme, .filter-bar, .page-header__actions, .list__download"
    ", .band__link, .beside, form, .pagination, main button, main input, main select, main textarea"
)


@pytest.fixture
def place(transactional_db: None) -> SmallProvince:
    set_up_site()
    return small_province()


def on_paper(page: Page, address: str) -> None:
    """Open a page as a reader whose device is dark, and look at it as the printer does."""
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    page.emulate_media(media="screen", color_scheme="dark")
    page.goto(address)
    page.emulate_media(media="print", color_scheme="dark")


def faults(page: Page) -> list[str]:
    """Return what does not belong on paper, is dark there, or is cut at the edge of the sheet."""
    shown: list[str] = page.evaluate(
        """only => [...document.querySelectorAll(only)]
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().width > 1)
            .map(one => `on paper: ${one.tagName} ${one.className}`)""",
        SCREEN_ONLY,
    )
    dark: list[str] = page.evaluate(
        """() => [document.documentElement, document.body, ...document.querySelectorAll('main, .band, .table')]
            .map(one => getComputedStyle(one).backgroundColor)
            .filter(colour => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(colour))"""
    )
    cut: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main table, main svg, main img, main pre')]
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
            .map(one => `cut: ${one.tagName} ${one.className}`)"""
    )
    return shown + dark + cut


def test_an_article_prints_with_its_sources_and_nothing_to_press(
    page: Page, live_server: Any, place: Any
) -> None:
    report = province_2019()
    publish(article(live=False, body=body_from_report(freeze(report))))
    on_paper(page, f"{live_server.url}/tin-tuc/tong-ket")
    assert faults(page) == []
    expect(page.get_by_role("heading", name="Nguồn số liệu")).to_be_visible()
    expect(page.get_by_text("Tổng thu ngân sách trên địa bàn").first).to_be_visible()
    expect(page.get_by_text("Viết ý kiến của bạn")).to_be_hidden()


def test_a_decision_prints_its_whole_annex(page: Page, live_server: Any, place: SmallProvince) -> None:
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(place.province, *(f"Nông Thị Lan {number}" for number in range(40)), paper=paper)
    on_paper(page, f"{live_server.url}/tra-cuu/quyet-dinh/{paper.pk}")
    assert faults(page) == []
    expect(page.get_by_text("Nông Thị Lan 39")).to_be_visible()
    head = page.locator(".table thead").first
    assert head.evaluate("one => getComputedStyle(one).display") == "table-header-group"  # on every sheet


def _sign() -> None:
    signed(office())
    connection.close()


@pytest.fixture
def certificate(transactional_db: None) -> Iterator[Certificate]:
    set_up_site()
    cache.clear()
    # In a thread of its own: signing runs an event loop, and the browser keeps one in this thread.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_sign).result()
    yield Certificate.objects.get()
    cache.clear()


def test_a_certificate_prints_without_the_form_for_another(
    page: Page, live_server: Any, certificate: Certificate
) -> None:
    on_paper(page, f"{live_server.url}/xac-minh/{certificate.code}")
    assert faults(page) == []
    expect(page.get_by_text("Giấy chứng nhận có thật")).to_be_visible()
    expect(page.get_by_text("Kiểm tra giấy chứng nhận khác")).to_be_hidden()


def test_a_ledger_prints_its_lines_and_sums(page: Page, live_server: Any, place: SmallProvince) -> None:
    drive = running_drive(place)
    for number in range(30):
        received(
            place, drive, str(1_000_000_000 + number), donor_kind="collective", donor_name="Công ty Hoa Hồi"
        )
    allocated(place, drive, work="Đường thôn Bản Chu, 600 m, từ ngã ba đến nhà văn hóa thôn")
    on_paper(page, f"{live_server.url}/ung-ho/lam-duong/so")
    assert faults(page) == []
    expect(page.get_by_text("1.000.000.000 đồng").first).to_be_visible()


@pytest.mark.parametrize("part", ["", "/ket-qua"])
def test_a_movement_prints_its_tables_and_charts(
    page: Page, live_server: Any, place: SmallProvince, part: str
) -> None:
    running_movement(place, slug="cao-diem-2019", groups=6)
    on_paper(page, f"{live_server.url}/phong-trao/cao-diem-2019{part}")
    assert faults(page) == []
