"""A reader comments on a phone, an editor moderates by keys, and everybody reads it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere, violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE, province
from tests.factories.portal import article, comment
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.models import Article, Comment
from thidua.web.shell import public_forms


@pytest.fixture
def below(transactional_db: None) -> Article:
    cache.clear()
    set_up_site()  # what migrations made was emptied by the test before
    return article()


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page."""
    return violations(page) + wider_than_the_page(page)


def test_a_comment_goes_from_a_phone_through_the_keyboard_of_an_editor_to_the_page(
    page: Page, live_server: Any, below: Article, sign_in: Callable[..., object]
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/tin-tuc/tong-ket")
    assert faults(page) == []
    page.get_by_label("Họ tên").fill("Nông Văn Dân")
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_role("alert")).to_contain_text("Ý kiến của bạn")
    assert faults(page) == []
    page.get_by_label("Ý kiến của bạn").fill("Mong có <b>nhiều</b> bài như thế này.")
    time.sleep(public_forms.QUICKEST)
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_role("heading", name="Đã nhận ý kiến của bạn")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Theo dõi ý kiến của bạn").click()
    expect(page.get_by_text("chờ duyệt", exact=True)).to_be_visible()

    sign_in("editor", unit=province())
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc")
    assert faults_everywhere(page) == []
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("p")
    expect(page.locator("#moderation-news")).to_contain_text("1 ý kiến: đã đăng.")

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/tin-tuc/tong-ket#y-kien")
    expect(page.get_by_role("heading", name="Ý kiến bạn đọc (1)")).to_be_visible()
    expect(page.get_by_text("Mong có <b>nhiều</b> bài như thế này.")).to_be_visible()


def test_a_hundred_comments_are_moderated_by_keys_in_under_a_minute(
    page: Page, live_server: Any, below: Article, sign_in: Callable[..., object]
) -> None:
    for number in range(100):
        comment(below, f"Ý kiến thứ {number}.", name=f"Người {number}")
    sign_in("editor", unit=province())
    page.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc")
    started = time.monotonic()
    page.keyboard.press("j")
    for number in range(100):
        if number % 10 == 9:
            page.keyboard.press("d")
            page.keyboard.press("3")
        else:
            page.keyboard.press("p")
    expect(page.get_by_text("Không có ý kiến nào chờ", exact=True)).to_be_visible(timeout=60_000)
    took = time.monotonic() - started
    assert took < 60
    states = list(Comment.objects.order_by("pk").values_list("state", flat=True))
    assert (states.count("published"), states.count("declined"), states[9]) == (90, 10, "declined")


def test_keys_can_be_switched_off_and_undone_and_listed(
    page: Page, live_server: Any, below: Article, sign_in: Callable[..., object]
) -> None:
    one = comment(below)
    comment(below, "Ý kiến khác.")
    sign_in("editor", unit=province())
    page.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc")
    page.keyboard.press("?")
    expect(page.get_by_text("hoàn tác bước vừa làm")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("p")
    expect(page.locator("#moderation-news")).to_contain_text("1 ý kiến: đã đăng.")
    page.keyboard.press("u")
    expect(page.locator(".notification")).to_contain_text("1 ý kiến đã về chờ duyệt")
    page.keyboard.press("?")
    page.get_by_label("Dùng phím tắt trên máy này").uncheck()
    page.keyboard.press("j")
    page.keyboard.press("p")
    page.reload()
    expect(page.locator(".moderation__row")).to_have_count(2)
    with translation.override("vi"):
        one.refresh_from_db()
    assert one.state == "waiting"


def test_moderation_breaks_no_rule(
    page: Page, live_server: Any, below: Article, sign_in: Callable[..., object]
) -> None:
    for number in range(3):
        comment(below, f"Ý kiến thứ {number}, dài vài chữ để xem dòng có xuống hàng không.")
    sign_in("editor", unit=province())
    page.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc")
    wrong = faults_everywhere(page)
    page.get_by_text("Không đăng…").click()
    wrong += faults_everywhere(page)
    page.locator("[name=y-kien]").first.check()
    page.get_by_role("button", name="không liên quan đến bài viết").click()
    expect(page.get_by_text("1 ý kiến: không đăng.")).to_be_visible()
    wrong += faults_everywhere(page)
    page.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc/da-xu-ly")
    wrong += faults_everywhere(page)
    assert wrong == []


def test_without_script_every_step_is_a_plain_form(
    browser: Any, browser_context_args: dict[str, Any], live_server: Any, below: Article, page: Page,
    sign_in: Callable[..., object],
) -> None:  # fmt: skip
    one = comment(below)
    sign_in("editor", unit=province())
    context = browser.new_context(**browser_context_args | {"java_script_enabled": False, "viewport": PHONE})
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(f"{live_server.url}/lam-viec/y-kien-ban-doc")
    plain.get_by_label("Nông Văn Dân").check()
    plain.get_by_text("Không đăng…").click()
    plain.get_by_role("button", name="quảng cáo, hoặc chỉ có liên kết").click()
    expect(plain.get_by_text("1 ý kiến: không đăng.")).to_be_visible()
    one.refresh_from_db()
    assert (one.state, one.decline_reason) == ("declined", "advertising")
    context.close()
