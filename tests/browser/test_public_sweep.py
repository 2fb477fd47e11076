"""Every page of the public site, found from its own links: the rules of accessibility, reflow, focus, both themes.

A new area is swept without a word here: what is linked from the menu, the foot and the pages behind them is opened,
three pages of each kind of address.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere

Desk = Callable[..., Page]
MOST_OF_A_KIND = 1
OTHERS = re.compile(r"/(lam-viec|viec-cua-toi|giao-dien|static|dang-nhap|en)(/|$)")
FILES = re.compile(r"\.(json|pem|csv|zip|pdf|xml|docx)$|dinh-dang=|/van-ban-phat-dong$")
LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"


@pytest.fixture(scope="session")
def addresses(request: pytest.FixtureRequest) -> list[str]:
    """Give the public addresses of the demonstration, the first of each kind, as they are found from page to page."""
    browser, site = request.getfixturevalue("browser"), request.getfixturevalue("demo_address")
    page = browser.new_context(base_url=site, java_script_enabled=True).new_page()
    found, waiting, kinds = [], ["/"], defaultdict(int)
    while waiting:
        address = waiting.pop(0)
        kind = _kind(address)
        if address in found or kinds[kind] >= MOST_OF_A_KIND:
            continue
        answer = page.goto(address)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        kinds[kind] += 1
        found.append(address)
        waiting += [link for link in _public(page.evaluate(LINKS), site) if link not in found]
    page.context.close()
    return found


def _kind(address: str) -> str:
    with override("vi"):
        return resolve(urlsplit(address).path).view_name or address


def _public(links: list[str], site: str) -> Iterator[str]:
    for link in links:
        parts = urlsplit(link)
        address = parts.path + (f"?{parts.query}" if parts.query else "")
        if link.startswith(site) and not OTHERS.match(parts.path) and not FILES.search(address):
            yield address


def test_the_sweep_reaches_every_area(addresses: list[str]) -> None:
    from django.urls import reverse

    from thidua.web.shell.navigation import foot_links, public_links

    with override("vi"):
        menu = {link.url for link in (*public_links("/"), *foot_links("/"))} | {reverse("follow-up")}
    assert menu - set(addresses) == set()


def test_every_public_page_passes_the_checks(desk: Desk, addresses: list[str]) -> None:
    page = desk()
    wrong = []
    for address in addresses:
        page.goto(address)
        wrong += [f"{address}: {one}" for one in faults_everywhere(page)]
    assert wrong == []


def test_every_public_page_stands_in_english_too(desk: Desk, addresses: list[str]) -> None:
    page = desk()
    for address in addresses:
        answer = page.goto(f"/en{address}")
        assert (address, answer and answer.status) == (address, 200)
        assert (address, page.locator("html").get_attribute("lang")) == (address, "en")
        twin = page.locator('link[rel="alternate"][hreflang="vi"]').get_attribute("href") or ""
        assert (address, urlsplit(twin).path) == (address, urlsplit(address).path)


def test_the_look_up_is_reached_and_asked_by_the_keyboard_alone(desk: Desk) -> None:
    page = desk()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main input[type=search]")).to_be_focused()
    page.keyboard.type("luong thi")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tra-cuu\?q=luong\+thi"))
    expect(page.locator("main h1")).to_be_visible()
