"""The Chairman signs on a phone, one decision after the other; the pages around it hold to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories.decisions import Office, office, proposal, ready_dossier, signed, waiting
from thidua.accounts.models import User
from thidua.decisions.actions import allocate_fund
from thidua.decisions.models import Decision
from thidua.nominations.enums import Level

PASSWORD = "mật khẩu rất dài 2026"


@pytest.fixture
def of(transactional_db: None) -> Office:
    return office()


@pytest.fixture
def held_by(
    browser: Browser,
    browser_context_args: dict[str, Any],
    live_server: Any,
    watched: Callable[[Page], Page],
) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a browser of its own for somebody."""
    opened: list[BrowserContext] = []

    def of_user(user: User, size: dict[str, int] = PHONE) -> Page:
        context = browser.new_context(
            **browser_context_args | {"viewport": size, "base_url": live_server.url}
        )
        enter_as(context, live_server.url, user)
        opened.append(context)
        return watched(context.new_page())

    yield of_user
    for context in opened:
        context.close()


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page."""
    return violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]


def test_the_chairman_signs_one_decision_after_the_other_on_a_phone(
    of: Office, held_by: Callable[..., Page]
) -> None:
    of.chairman.set_password(PASSWORD)
    of.chairman.save()
    for name in ("Lý Văn An", "Vi Thị Bình"):
        waiting(of, ready_dossier(of, (name,)))
    phone = held_by(of.chairman)
    phone.goto("/lam-viec/ky-duyet")
    assert faults(phone) == []
    phone.get_by_role("link", name="Về việc tặng Bằng khen").first.click()
    assert faults(phone) == []
    for said in ("Dưới đây là văn bản tiếp theo.", "Đã ký Quyết định số 02/QĐ-UBND"):
        phone.get_by_label("Nhập lại mật khẩu của bạn").fill(PASSWORD)
        phone.get_by_role("button", name="Ký", exact=True).click()
        expect(phone.locator(".notification").first).to_contain_text(said)
    assert sorted(Decision.objects.values_list("number", flat=True)) == [1, 2]
    phone.get_by_role("link", name="Kiểm tra chữ ký").click()
    expect(phone.locator(".notification").first).to_contain_text("Không bị sửa từ khi ký")
    assert faults(phone) == []


def _signed(of: Office) -> Decision:
    try:
        return signed(of)
    finally:
        connections.close_all()


def test_fund_templates_and_answers_of_the_state_read_on_phone_and_desk(
    of: Office, held_by: Callable[..., Page]
) -> None:
    today = timezone.localdate()
    allocate_fund(
        unit=of.place.province, year=today.year, amount=9_000_000, on=today, grounds="Dự toán", paper="01", by=of.leader
    )  # fmt: skip
    with ThreadPoolExecutor(
        1
    ) as apart:  # Playwright keeps an event loop in this thread, and pyHanko wants its own
        done = apart.submit(_signed, of).result()
    up = proposal(of, ready_dossier(of, award="pm_certificate_of_merit", level=Level.STATE))
    pages = [
        "/quy",
        f"/quy/{of.place.province.pk}/ghi",
        "/mau-van-ban",
        "/mau-van-ban/decision",
        "/quyet-dinh/cap-nha-nuoc",
        f"/quyet-dinh/to-trinh/{up.pk}/ket-qua",
        f"/quyet-dinh/{done.pk}",
    ]
    page = held_by(of.leader)
    found = {}
    for address in pages:
        page.goto(f"/lam-viec{address}")
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            if said := faults(page):
                found[address, size["width"]] = said
    assert found == {}
