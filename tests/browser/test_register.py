"""The register in a real browser: find without marks, open the person, see sources, keep the search, take it out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE

Desk = Callable[..., Page]
OFFICER = "chuyen-vien"
SEARCH = "/lam-viec/so-khen-thuong"


def test_a_name_without_marks_leads_to_the_person_a_saved_search_and_a_file(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto(SEARCH)
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Tên, đơn vị")
    expect(box).to_be_focused()
    box.press_sequentially("hoang thuy oanh")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_contain_text("Hoàng Thúy Oanh")
    assert violations(page) == []
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    hits = page.get_by_role("table", name="Đúng tên")
    expect(hits.get_by_role("rowheader").first).to_contain_text("Hoàng Thúy Oanh")
    assert violations(page) == []

    page.get_by_label("Tên lượt tìm").fill("Bà Oanh")
    page.get_by_role("button", name="Lưu lượt tìm").click()
    expect(page.get_by_role("status").filter(has_text="Đã lưu lượt tìm")).to_be_visible()
    expect(page.get_by_role("navigation", name="Lượt tìm đã lưu")).to_contain_text("Bà Oanh")

    page.get_by_role("link", name="Tải toàn bộ kết quả…").click()
    page.get_by_role("radio", name="CSV").check()
    assert violations(page) == []
    page.get_by_role("button", name="Tạo tệp").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải CSV").click()
    assert "Hoàng Thúy Oanh" in Path(taken.value.path()).read_text(encoding="utf-8-sig")

    page.get_by_role("link", name="Tệp đã xuất từ sổ").click()
    expect(page.get_by_role("rowheader")).to_have_count(1)
    page.goto(f"{SEARCH}?q=hoang+thuy+oanh")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hoàng Thúy Oanh")
    expect(page.get_by_role("heading", name="Có thể đề nghị khen thưởng")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("cell").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Nguồn")).to_be_visible()
    assert violations(page) == []


def test_a_search_is_narrowed_and_widened_without_script(desk: Desk) -> None:
    page = desk(OFFICER, script=False)
    page.goto(SEARCH)
    page.get_by_role("searchbox").fill("thi khen:2019")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?q=thi&nam=2019$"))
    chip = page.get_by_role("link", name="Bỏ lọc Năm: 2019")
    expect(chip).to_be_visible()
    chip.click()
    expect(page).to_have_url(re.compile(r"\?q=thi$"))


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_pages_fit_and_break_no_rule(desk: Desk, size: dict[str, int]) -> None:
    page = desk(OFFICER, size=size)
    for address in (
        SEARCH,
        f"{SEARCH}?q=hoang+thuy+oanh",
        f"{SEARCH}?noi=%C4%90%E1%BB%81+Th%C3%A1m&thoi=now",
        f"{SEARCH}?q=zzzz+qqqq",
        f"{SEARCH}?q=foo:1+binh",
        f"{SEARCH}/khen/345",
        f"{SEARCH}/nguoi/38",
        f"{SEARCH}/don-vi/252",
        f"{SEARCH}/ho/1",
        f"{SEARCH}/da-luu",
        f"{SEARCH}/tep",
        f"{SEARCH}/tep/moi?nam=2019",
    ):
        page.goto(address)
        assert wider_than_the_page(page) == [], address
        assert violations(page) == [], address
