"""Checking a certificate in a real browser: the rules of accessibility, and the form on a phone by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.decisions import office, signed
from thidua.decisions.models import Certificate
from thidua.support.documents.proof.codes import new_code


@pytest.fixture
def certificate(transactional_db: None) -> Iterator[Certificate]:
    cache.clear()
    # In a thread of its own: signing runs an event loop, and the browser keeps one in this thread.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_sign).result()
    yield Certificate.objects.get()
    cache.clear()


def _sign() -> None:
    signed(office())
    connection.close()


def test_the_answers_break_no_rule(page: Page, live_server: Any, certificate: Certificate) -> None:
    wrong = []
    for address in ("xac-minh", f"xac-minh/{certificate.code}", f"xac-minh/{new_code()}"):
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}/{address}")
            page.locator("details.fold > summary").click()
            wrong += [f"{address}: {one}" for one in violations(page) + wider_than_the_page(page)]
    assert wrong == []


def test_a_code_is_checked_from_a_phone_by_keyboard(
    page: Page, live_server: Any, certificate: Certificate
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/xac-minh")
    page.get_by_label("Mã trên giấy chứng nhận, hoặc nội dung mã QR").focus()
    page.keyboard.type(certificate.code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_text("Giấy chứng nhận có thật")).to_be_visible()
    expect(page).to_have_url(f"{live_server.url}/xac-minh/{certificate.code}")


def test_a_phone_that_opened_the_page_once_checks_without_a_network(
    page: Page, live_server: Any, certificate: Certificate
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/xac-minh")
    page.locator("details.fold > summary").click()
    page.get_by_role("link", name="Kiểm tra trên máy này, không cần mạng").click()
    expect(page.get_by_text("Máy này đã giữ trang: từ nay mở được cả khi không có mạng.")).to_be_visible()
    assert violations(page) + wider_than_the_page(page) == []

    page.context.set_offline(True)
    page.reload()
    words = page.get_by_label("Nội dung mã QR")
    told = page.locator("[data-told]")

    def check(text: str) -> None:
        words.fill(text)
        page.get_by_role("button", name="Kiểm tra", exact=True).click()

    check(f"  {certificate.payload.lower()}\n")
    expect(told.get_by_role("heading")).to_have_text("Cơ quan đã ký đúng nội dung này")
    assert told.locator("[data-word=name]").inner_text() == certificate.line.recipient_name
    assert told.locator("[data-word=code]").inner_text() == certificate.code
    assert violations(page) + wider_than_the_page(page) == []

    middle = len(certificate.payload) // 2
    other = "A" if certificate.payload[middle] != "A" else "B"
    forged = certificate.payload[:middle] + other + certificate.payload[middle + 1 :]
    for text, said in (
        (forged, ("Chưa chứng minh được: bị sửa hoặc làm giả", "Nội dung chưa đủ")),
        (certificate.payload[:-9], ("Chưa chứng minh được: bị sửa hoặc làm giả", "Nội dung chưa đủ")),
        (certificate.code, ("Đây không phải nội dung mã QR của giấy chứng nhận",)),
    ):
        check(text)
        expect(told.get_by_role("heading")).not_to_have_text("Cơ quan đã ký đúng nội dung này")
        assert told.get_by_role("heading").inner_text() in said
        assert told.locator("[data-word]").count() == 0
    page.context.set_offline(False)
