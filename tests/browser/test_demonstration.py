"""The demonstration as `make demo` serves it: its own server, its gathered files, its accounts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tools import demo_site


@pytest.mark.parametrize("address", ["/dang-nhap", "/en/dang-nhap"])
def test_the_sign_in_page_is_accessible(page: Page, demo_address: str, address: str) -> None:
    page.goto(demo_address + address)
    assert faults_everywhere(page) == []


def test_text_is_drawn_in_our_own_typeface(page: Page, demo_address: str) -> None:
    page.goto(f"{demo_address}/dang-nhap")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    loaded = page.evaluate("() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    halves = [family for family in loaded if family.strip('"') == "Noto Sans"]
    assert len(halves) == 2  # the Latin letters and the Vietnamese ones


def test_an_officer_signs_in_and_out(page: Page, demo_address: str) -> None:
    demo_site.sign_in(page, demo_address, "chuyen-vien")
    expect(page.get_by_text("Chuyên viên Ban Thi đua – Khen thưởng (mẫu)").first).to_be_visible()
