"""The frame and its components in a real browser: light and dark, desk and phone, keyboard, without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import (
    faults_everywhere,
    faults_in_both_themes,
    violations,
    wider_than_the_page,
)
from tests.browser.conftest import DESKTOP, PHONE
from thidua.accounts.models import User

SignIn = Callable[..., User]
GALLERY = "/lam-viec/thanh-phan"
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])


def judged(page: Page) -> list[str]:
    """Return every fault that a machine finds on the page as it stands."""
    return violations(page) + wider_than_the_page(page)


@pytest.mark.parametrize("address", ["/dang-nhap", "/en/dang-nhap", "/khong-co-trang-nay"])
def test_pages_for_everybody_are_accessible(page: Page, live_server: Any, address: str) -> None:
    page.goto(live_server.url + address)
    assert faults_everywhere(page) == []


@SIZES
def test_every_component_is_accessible(page: Page, live_server: Any, sign_in: SignIn, size: Any) -> None:
    sign_in("administrator")
    page.set_viewport_size(size)
    page.goto(live_server.url + GALLERY)
    assert faults_in_both_themes(page) == []
    closed = page.locator("main details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    page.locator(".official summary").click()
    page.locator(".account > summary").click()
    # What was opened on purpose lies over the page.
    assert [fault for fault in faults_in_both_themes(page) if not fault.startswith("hidden: ")] == []


@SIZES
def test_a_form_with_faults_is_accessible_and_loses_nothing(
    page: Page, live_server: Any, sign_in: SignIn, size: Any
) -> None:
    sign_in("administrator")
    page.set_viewport_size(size)
    page.goto(live_server.url + GALLERY)
    page.get_by_label("Họ và tên").fill("Lương Thị Bình")
    page.get_by_label("Giá trị").fill("1.5")
    page.get_by_role("button", name="Kiểm tra biểu mẫu").click()
    expect(page).to_have_title(re.compile("^Lỗi: "))
    assert judged(page) == []
    expect(page.get_by_label("Họ và tên")).to_have_value("Lương Thị Bình")
    expect(page.get_by_label("Giá trị")).to_have_value("1.5")


def test_the_error_summary_takes_the_focus_and_leads_to_each_field_by_keyboard(
    page: Page, live_server: Any
) -> None:
    page.goto(live_server.url + "/dang-nhap")
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Mật khẩu")).to_be_focused()


def test_the_way_past_the_menu_is_the_first_stop(page: Page, live_server: Any, sign_in: SignIn) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Bỏ qua đến nội dung")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_list_narrows_without_a_reload_and_the_address_remembers(
    page: Page, live_server: Any, sign_in: SignIn
) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    page.evaluate("document.body.dataset.same = 'page'")
    page.get_by_label("Trạng thái").select_option("done")
    expect(page.locator("#terms .list__count")).to_have_text("20 kết quả")
    expect(page.locator("#announcer")).to_have_text("20 kết quả")
    assert page.url.endswith("?state=done")
    page.get_by_label("Tên có chứa").fill("nong thi")
    page.keyboard.press("Enter")
    expect(page.locator("#terms .list__count")).to_have_text("4 kết quả")
    page.get_by_role("link", name="Bỏ lọc Trạng thái").click()
    expect(page.locator("#terms .list__count")).to_have_text("10 kết quả")
    assert page.evaluate("document.body.dataset.same") == "page"
    page.go_back()
    expect(page.locator("#terms .list__count")).to_have_text("4 kết quả")
    expect(page.get_by_label("Trạng thái")).to_have_value("done")


def test_the_next_page_of_a_list_keeps_the_keyboard_in_the_list(
    page: Page, live_server: Any, sign_in: SignIn
) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    page.get_by_role("link", name="Sau").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Trang 2/2")).to_be_visible()
    expect(page.locator("#terms")).to_be_focused()


def test_a_grave_step_is_asked_for_on_top_of_the_page(page: Page, live_server: Any, sign_in: SignIn) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    grave = page.get_by_role("link", name="Việc hệ trọng")
    grave.click()
    dialog = page.get_by_role("dialog", name="Bạn có muốn bỏ ví dụ này không?")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("link", name="Không, quay lại").click()
    expect(dialog).to_have_count(0)
    expect(grave).to_be_focused()
    grave.click()
    dialog.get_by_role("button", name="Bỏ ví dụ").click()
    expect(page.get_by_role("status").filter(has_text="Ví dụ vẫn còn")).to_be_visible()


def test_a_limited_text_says_how_much_is_left_and_never_cuts(
    page: Page, live_server: Any, sign_in: SignIn
) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    note = page.locator("[data-count-for=id_story]")
    expect(note).to_have_text("300 ký tự còn lại")
    page.get_by_label("Việc đã làm").fill("ắ" * 310)
    expect(note).to_have_text("10 ký tự vượt quá")
    assert page.get_by_label("Việc đã làm").input_value() == "ắ" * 310


def test_on_a_phone_the_menu_is_a_drawer_that_opens_and_closes(
    page: Page, live_server: Any, sign_in: SignIn
) -> None:
    sign_in("administrator")
    page.set_viewport_size(PHONE)
    page.goto(live_server.url + "/viec-cua-toi")
    menu = page.get_by_role("navigation", name="Menu chính")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(menu).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="Thành phần giao diện").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thành phần giao diện")


def test_a_figure_in_a_sentence_shows_its_basis(page: Page, live_server: Any, sign_in: SignIn) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    card = page.locator("#example-figure")
    expect(card).to_be_hidden()
    page.get_by_role("button", name="92,2% (xem căn cứ)").click()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Tính từ: 5.027 / 5.452 tỷ đồng")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_chosen_colours_win_over_those_of_the_device(page: Page, live_server: Any) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(live_server.url + "/dang-nhap")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(21, 18, 15)"
    page.get_by_role("button", name="Sáng").click()
    expect(page.get_by_role("button", name="Sáng")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.url.endswith("/dang-nhap")


@pytest.mark.parametrize("address", [GALLERY, "/viec-cua-toi"])
def test_nothing_is_covered_while_the_keyboard_walks_the_page(
    page: Page, live_server: Any, sign_in: SignIn, address: str
) -> None:
    sign_in("administrator")
    page.goto(live_server.url + address)
    covered = """element => {
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
        const free = element === top || element.contains(top) || top?.contains(element);
        return element !== document.body && box.width > 1 && !free;
    }"""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        assert focused is not None
        assert not focused.evaluate(covered), focused.evaluate("element => element.outerHTML.slice(0, 200)")


def test_letters_with_stacked_marks_are_not_cut_in_fields_and_buttons(
    page: Page, live_server: Any, sign_in: SignIn
) -> None:
    sign_in("administrator")
    page.goto(live_server.url + GALLERY)
    page.get_by_label("Họ và tên").fill("ĐẶNG THỊ PHƯỢNG NGUYỄN VĂN ẨN")
    cut = """() => [...document.querySelectorAll('input:not([type=hidden]), select, .button, .tag, h1, h2')]
        .filter(element => element.scrollHeight > element.clientHeight + 1
            && getComputedStyle(element).overflowY !== 'visible')
        .map(element => element.outerHTML.slice(0, 120))"""
    assert page.evaluate(cut) == []


def test_the_same_work_is_possible_without_script(
    browser: Browser, live_server: Any, sign_in: SignIn, page: Page
) -> None:
    sign_in("administrator")
    cookies = page.context.cookies()
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    context.add_cookies(cookies)  # type: ignore[arg-type]
    plain = context.new_page()
    plain.goto(live_server.url + GALLERY)
    plain.get_by_role("button", name="Menu").click()
    expect(plain.get_by_role("link", name="Việc của tôi").first).to_be_visible()
    plain.keyboard.press("Escape")
    plain.get_by_label("Tên có chứa").fill("binh")
    plain.get_by_role("button", name="Lọc").click()
    expect(plain.locator("#terms .list__count")).to_have_text("6 kết quả")
    plain.get_by_role("link", name="Việc hệ trọng").click()
    plain.get_by_role("button", name="Bỏ ví dụ").click()
    expect(plain.get_by_role("status").filter(has_text="Ví dụ vẫn còn")).to_be_visible()
    context.close()
