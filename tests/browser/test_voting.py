"""A session on a desk and two phones: opened, voted on, closed, and its result read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories.council import GROUND, SmallCouncil, agenda, opening, planned, small_council
from thidua.accounts.models import User


@pytest.fixture
def council(transactional_db: None) -> SmallCouncil:
    return small_council(2)


@pytest.fixture
def held_by(
    browser: Browser,
    browser_context_args: dict[str, Any],
    live_server: Any,
    watched: Callable[[Page], Page],
) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a browser of its own for somebody: a phone, or a desk."""
    opened: list[BrowserContext] = []

    def of(user: User, size: dict[str, int] = PHONE) -> Page:
        context = browser.new_context(
            **browser_context_args | {"viewport": size, "base_url": live_server.url}
        )
        sign_in(context, user, live_server.url)
        opened.append(context)
        return watched(context.new_page())

    yield of
    for context in opened:
        context.close()


def sign_in(context: BrowserContext, user: User, site: str) -> None:
    """Let the browser be that person's from now on."""
    enter_as(context, site, user)


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page at 320 pixels."""
    page.set_viewport_size(PHONE)
    return violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]


def test_a_session_from_opening_to_result(council: SmallCouncil, held_by: Callable[..., Page]) -> None:
    session = planned(council)
    (item,) = agenda(council, session, "secret")
    nominee = item.nomination.recipient_name
    address = f"/lam-viec/hoi-dong/phien/{session.pk}"

    desk = held_by(council.secretary, DESKTOP)
    desk.goto(address)
    desk.get_by_role("link", name="Khai mạc phiên họp").click()
    desk.get_by_label("Tỷ lệ thành viên phải tham dự để họp hợp lệ").fill("1/2")
    desk.get_by_label("Căn cứ của tỷ lệ này").fill(GROUND)
    desk.get_by_role("button", name="Khai mạc phiên họp").click()
    expect(desk.get_by_text("Phiên họp đã khai mạc.")).to_be_visible()

    codes = []
    for number in range(2):
        phone = held_by(council.user(number))
        phone.goto("/viec-cua-toi")
        phone.get_by_role("link", name=f"Bỏ phiếu phiên họp {session}: {session.title}").click()
        expect(phone.get_by_text("Phiếu CHƯA gửi", exact=True)).to_be_visible()
        assert phone.locator("input:checked").count() == 0
        assert faults(phone) == []
        phone.get_by_role("button", name="Xem lại phiếu").click()
        expect(phone.get_by_role("alert")).to_contain_text(f"“{nominee}”")
        phone.get_by_role("radio", name="Đồng ý", exact=True).check()
        phone.get_by_role("button", name="Xem lại phiếu").click()
        expect(phone.get_by_role("heading", name="Xem lại phiếu của bạn")).to_be_visible()
        expect(phone.get_by_text("Phiếu CHƯA gửi", exact=True)).to_be_visible()
        assert faults(phone) == []
        phone.get_by_role("button", name="Bỏ phiếu").click()
        expect(phone.locator(".notification")).to_contain_text("Bạn đã bỏ phiếu")
        assert faults(phone) == []
        codes.append(phone.locator("dd strong").first.inner_text())

    desk.goto(address)
    expect(desk.get_by_text("2 phiếu, trong đó 0 phiếu bằng văn bản")).to_be_visible()
    expect(desk.get_by_text("Đồng ý 2/2")).to_have_count(0)
    assert faults(desk) == []
    desk.get_by_role("link", name="Kết thúc bỏ phiếu và kiểm phiếu").click()
    desk.get_by_role("button", name="Kết thúc bỏ phiếu và kiểm phiếu").click()
    expect(desk.get_by_text("Đồng ý 2/2; cần ít nhất 2.")).to_be_visible()
    assert faults(desk) == []

    phone.goto(address)
    expect(phone.get_by_text("Đồng ý 2/2; cần ít nhất 2.")).to_be_visible()
    phone.get_by_role("link", name="Kiểm tra biên nhận").click()
    phone.get_by_label("Mã biên nhận").fill(codes[1])
    phone.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(phone.locator(".notification")).to_contain_text("Phiếu của bạn đã được kiểm")
    assert faults(phone) == []

    desk.goto(f"{address}/bien-ban")
    desk.get_by_role("button", name="Soạn cả hai").click()
    with desk.expect_download() as kept:
        desk.get_by_role("link", name="Biên bản (DOCX)").click()
    assert kept.value.suggested_filename.endswith(".docx")
    assert faults(desk) == []


def test_answers_outlive_the_end_of_a_login_in_their_own_tab_only(
    council: SmallCouncil, held_by: Callable[..., Page], live_server: Any
) -> None:
    """Nothing of them is kept by the server; another member in the same tab finds none."""
    session = planned(council)
    first, second = agenda(council, session, "secret", "secret")
    opening(council, session, "1/2")
    address = f"/lam-viec/hoi-dong/phien/{session.pk}/phieu"
    phone = held_by(council.user(0))
    phone.goto(address)
    phone.locator(f"input[name=item_{first.pk}][value^=no]").check()
    expect(phone.get_by_text("Bạn đã chọn 1/2.")).to_be_visible()

    phone.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    phone.get_by_role("button", name="Xem lại phiếu").click()
    expect(phone.get_by_label("Mật khẩu", exact=True)).to_be_visible()

    sign_in(phone.context, council.user(1), live_server.url)
    phone.goto(address)
    assert phone.locator("input:checked").count() == 0

    sign_in(phone.context, council.user(0), live_server.url)
    phone.goto(address)
    expect(phone.get_by_text("Các ý kiến bạn chọn trước đó vẫn còn đây.")).to_be_visible()
    assert phone.locator("input:checked").evaluate_all("all => all.map(one => one.name + one.value)") == [
        f"item_{first.pk}no....."
    ]
    phone.locator(f"input[name=item_{second.pk}][value^=yes]").press("Space")
    phone.keyboard.press("Enter")  # the first button of a form: it checks the ballot, it does not cast it
    expect(phone.get_by_role("heading", name="Xem lại phiếu của bạn")).to_be_visible()
    phone.get_by_role("button", name="Bỏ phiếu").click()
    expect(phone.locator(".notification")).to_contain_text("Bạn đã bỏ phiếu")
    assert phone.evaluate("Object.keys(sessionStorage)") == []
