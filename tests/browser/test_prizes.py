"""From the opened codes to a certificate that anybody checks: leader, Chairman and visitor, each on their own pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.conftest import PHONE
from tests.browser.sessions import enter_as
from tests.factories.decisions import Office, office
from tests.factories.prizes import revealed
from thidua.accounts.models import User
from thidua.contests.models import Edition
from thidua.decisions.models import Certificate, Decision

PASSWORD = "giai-thuong-2027"


@pytest.fixture
def of(transactional_db: None) -> Iterator[Office]:
    cache.clear()
    yield office()
    cache.clear()


def test_prizes_go_from_the_opened_codes_to_a_certificate_that_is_checked(
    page: Page, live_server: Any, of: Office
) -> None:
    edition = revealed(of)
    _enter(page, live_server, of.leader)
    _propose(page, live_server, edition)
    _sign(page, live_server, of.chairman)
    _publish(page, live_server, of.officer, edition)
    _look(page, live_server, edition)


def _enter(page: Page, live_server: Any, user: User) -> None:
    page.context.clear_cookies()
    enter_as(page.context, live_server.url, user)


def _propose(page: Page, live_server: Any, edition: Edition) -> None:
    page.goto(f"{live_server.url}/lam-viec/giai-thuong/{edition.pk}")
    assert faults_everywhere(page) == []
    page.get_by_role("link", name="Trình quyết định trao giải").click()
    expect(page.locator("main")).to_contain_text("Hà Thị Kín, Vi Văn Lai")
    assert faults_everywhere(page) == []
    page.locator("#id_symbol").fill("TTr-SNV")
    page.locator("#id_place").fill("Lạng Sơn")
    page.locator("#id_signer_post").fill("Giám đốc")
    page.get_by_role("button", name="Trình", exact=True).click()
    assert faults_everywhere(page) == []
    page.get_by_role("link", name="Dự thảo quyết định").click()
    page.locator("#id_symbol").fill("QĐ-UBND")
    page.locator("#id_signer_post").fill("Chủ tịch")
    page.locator("#id_signer_name").fill("Lý Thị Chủ")
    page.get_by_role("button", name="Dự thảo quyết định").click()
    expect(page.locator("main")).to_contain_text("đồng tác giả: Vi Văn Lai")
    assert faults_everywhere(page) == []
    page.goto(f"{page.url}/trinh-ky")
    page.get_by_role("button", name="Trình ký").click()


def _sign(page: Page, live_server: Any, chairman: User) -> None:
    chairman.set_password(PASSWORD)
    chairman.save()
    _enter(page, live_server, chairman)
    waiting = Decision.objects.get()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/lam-viec/ky-duyet/{waiting.pk}")
    expect(page.locator("main")).to_contain_text("theo thể lệ cuộc thi")
    assert faults_everywhere(page) == []
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Ký", exact=True).click()
    expect(page.locator("main")).to_contain_text("01/QĐ-UBND")


def _publish(page: Page, live_server: Any, officer: User, edition: Edition) -> None:
    _enter(page, live_server, officer)
    page.goto(f"{live_server.url}/lam-viec/giai-thuong/{edition.pk}/cong-bo")
    page.get_by_role("button", name="Công bố kết quả").click()
    expect(page.locator("main")).to_contain_text("01/QĐ-UBND")


def _look(page: Page, live_server: Any, edition: Edition) -> None:
    page.context.clear_cookies()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/giai-thuong/{edition.pk}")
    assert faults_everywhere(page) == []
    page.get_by_role("link", name="Quyết định số 01/QĐ-UBND", exact=False).click()
    expect(page.locator("main")).to_contain_text("Vi Văn Lai")
    page.go_back()
    page.get_by_role("link", name="xác minh giấy chứng nhận").click()
    page.locator("#id_code").fill(Certificate.objects.get(line__recipient_name="Vi Văn Lai").code)
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.locator("main")).to_contain_text("không phải hình thức khen thưởng theo Luật")
    expect(page.locator("main")).to_contain_text("đồng tác giả: Hà Thị Kín")
    assert faults_everywhere(page) == []
