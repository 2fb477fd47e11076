"""Views counted by the script of the page itself, read by the office, and explained to readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.conftest import PHONE, province
from tests.factories.portal import article
from thidua.portal.actions.count_views import count_views
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.counting.journal import JOURNAL, Journal
from thidua.portal.models import Article, DailyViews

# The browser of the tests says that it has no screen, and so is taken for the robot that it is.
READER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
)


@pytest.fixture
def told(transactional_db: None, tmp_path: Path, settings: Any) -> Article:
    settings.VAR = tmp_path
    JOURNAL.__dict__.update(Journal().__dict__)
    cache.clear()
    set_up_site()  # what migrations made was emptied by the test before
    return article(imported_views=2279)


@pytest.fixture
def reader(
    browser: Browser, browser_context_args: dict[str, Any], watched: Callable[[Page], Page]
) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args | {"user_agent": READER, "viewport": PHONE})
    yield watched(context.new_page())
    context.close()


def opened(page: Page, address: str) -> None:
    """Open the article and wait until its script has told the server."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        page.goto(address)
    assert told.value.status == 204


def counts() -> list[tuple[int, int, int, int]]:
    count_views()
    return list(DailyViews.objects.values_list("counted", "repeats", "robots", "staff"))


def test_a_reader_counts_once_and_a_reload_not(reader: Page, live_server: Any, told: Article) -> None:
    address = f"{live_server.url}/tin-tuc/tong-ket"
    opened(reader, address)
    assert counts() == [(1, 0, 0, 0)]
    opened(reader, address)
    opened(reader, f"{live_server.url}/en/tin-tuc/tong-ket")
    assert counts() == [(1, 2, 0, 0)]
    reader.goto(address)
    expect(reader.locator("[data-shown]")).to_have_text("2.280 lượt xem")


def test_robots_and_staff_are_told_apart(
    page: Page, reader: Page, live_server: Any, told: Article, sign_in: Callable[..., object]
) -> None:
    address = f"{live_server.url}/tin-tuc/tong-ket"
    opened(page, address)
    assert counts() == [(0, 0, 1, 0)]
    sign_in("editor", unit=province())
    reader.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    opened(reader, address)
    assert counts() == [(0, 0, 1, 1)]


def test_the_office_reads_the_days_and_readers_the_method(
    page: Page, reader: Page, live_server: Any, told: Article, sign_in: Callable[..., object],
) -> None:  # fmt: skip
    opened(reader, f"{live_server.url}/tin-tuc/tong-ket")
    count_views()
    reader.get_by_role("link", name="cách đếm", exact=True).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Cách đếm lượt xem")
    page.goto(reader.url)
    wrong = faults_everywhere(page)

    sign_in("editor", unit=province())
    page.goto(f"{live_server.url}/lam-viec/luot-xem")
    wrong += faults_everywhere(page)
    page.get_by_role("link", name="Tổng kết phong trào").click()
    expect(page.get_by_text("Bạn đọc thấy: 2.280. Đếm tại đây: 1; số của trang cũ: 2.279.")).to_be_visible()
    expect(page.get_by_text("1 lượt xem trong 30 ngày qua.").first).to_be_visible()
    wrong += faults_everywhere(page)
    assert wrong == []
