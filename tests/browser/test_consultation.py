"""Saying an opinion on a nominee, from a phone and without an account, and following it up."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import hidden_with_focus, violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from thidua.web.shell.public_forms import QUICKEST

Desk = Callable[..., Page]


@pytest.mark.parametrize("script", [True, False])
def test_a_visitor_says_an_opinion_on_a_nominee(desk: Desk, script: bool) -> None:
    page = desk(size=PHONE, script=script)
    page.goto("/lay-y-kien")
    page.locator("section.card h3 a").first.click()
    page.get_by_role("link", name=re.compile("^Góp ý về ")).first.click()
    page.get_by_label("Tôi muốn cung cấp thông tin").check()
    page.get_by_label("Ý kiến của bạn", exact=True).fill("Chị ấy đã dạy chữ cho người già ở thôn tôi.")
    page.wait_for_timeout((QUICKEST + 1) * 1000)  # nobody reads the page faster than the trap allows
    page.get_by_role("button", name="Kiểm tra ý kiến").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra rồi gửi")
    expect(page.get_by_text("Chị ấy đã dạy chữ cho người già ở thôn tôi.")).to_be_visible()
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận ý kiến của bạn")
    page.get_by_role("button", name="Theo dõi ý kiến").click()
    expect(page.locator("strong.tag")).to_have_text("đang chờ đọc")


def test_an_officer_shows_it_and_the_visitor_reads_what_became_of_it(desk: Desk) -> None:
    visitor = desk(size=PHONE)
    code = _sent(visitor, "Đề nghị xem lại ngày công tác.")
    officer = desk("chuyen-vien")
    officer.goto("/lam-viec/ho-so-khen-thuong?buoc=public_consultation")
    officer.get_by_role("row", name="Bệnh viện Đa khoa tỉnh").get_by_role("link").first.click()
    officer.get_by_role("link", name="Ý kiến Nhân dân").first.click()
    card = officer.locator("section.card", has_text="Đề nghị xem lại ngày công tác.")
    card.get_by_role("link", name="Duyệt").click()
    officer.get_by_label("công bố", exact=True).check()
    officer.get_by_role("button", name="Lưu").click()
    visitor.goto(f"/theo-doi?ma={code}")
    expect(visitor.locator("strong.tag")).to_have_text("đã đọc, sẽ công khai")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_pages_break_no_rule(desk: Desk, size: dict[str, int]) -> None:
    page = desk(size=size)
    wrong = []
    for address in ("/lay-y-kien", "/lay-y-kien/1", "/lay-y-kien/2", "/lay-y-kien/1/gop-y", "/theo-doi"):
        page.goto(address)
        for fold in page.locator("details > summary").all():
            fold.click()
        found = violations(page) + wider_than_the_page(page) + hidden_with_focus(page)
        wrong += [f"{address}: {one}" for one in found]
    assert wrong == []


def _sent(page: Page, text: str) -> str:
    page.goto("/lay-y-kien/1/gop-y")
    page.get_by_label("Tôi không đồng ý").check()
    page.get_by_label("Ý kiến của bạn", exact=True).fill(text)
    page.wait_for_timeout((QUICKEST + 1) * 1000)
    page.get_by_role("button", name="Kiểm tra ý kiến").click()
    page.get_by_role("button", name="Gửi ý kiến").click()
    return page.locator("strong.code").inner_text()
