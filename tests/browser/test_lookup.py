"""A visitor on a phone: an award found without typing marks, a certificate checked with and without a network."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import segno
from django.core.cache import cache
from django.db import connection
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.decisions import office, signed
from thidua.decisions.models import Certificate
from tools.demo_site import THIDUA


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


@pytest.fixture
def photo(certificate: Certificate, tmp_path: Path) -> Path:
    """A sheet of paper with the certificate's QR, as a telephone takes it."""
    drawn = BytesIO()
    segno.make(certificate.payload, micro=False).save(drawn, kind="png", scale=5)
    code = Image.open(drawn).convert("RGB")
    sheet = Image.new("RGB", (code.width * 2, code.height * 2), (240, 232, 210))
    sheet.paste(code, (code.width // 2, code.height // 2))
    path = tmp_path / "giay-khen.jpg"
    sheet.rotate(4, expand=True).save(path, "JPEG", quality=80)
    return path


def test_an_award_is_found_without_typing_marks_and_its_decision_read(
    page: Page, live_server: Any, certificate: Certificate
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Tra cứu", exact=True).click()
    page.get_by_label("Tên người, tập thể, tên xã hoặc số quyết định").fill("ly van an")
    page.keyboard.press("Enter")
    expect(page.get_by_role("rowheader", name="Lý Văn An")).to_be_visible()
    expect(page.get_by_text("Còn giá trị")).to_be_visible()
    assert violations(page) + wider_than_the_page(page) == []
    page.get_by_role("link", name="Số 01/QĐ-UBND").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quyết định số 01/QĐ-UBND")
    expect(page.get_by_role("rowheader", name="Lý Văn An")).to_be_visible()
    assert violations(page) + wider_than_the_page(page) == []


def test_the_pages_of_the_look_up_break_no_rule(
    page: Page, live_server: Any, certificate: Certificate
) -> None:
    wrong = []
    for address in ("tra-cuu", "tra-cuu?q=ly&nam=2019", "tra-cuu?q=khong+co+ai", "en/tra-cuu?q=ly+van+an"):
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}/{address}")
            wrong += [f"{address}: {one}" for one in violations(page) + wider_than_the_page(page)]
    assert wrong == []


def test_a_photo_of_the_qr_proves_the_certificate(
    page: Page, live_server: Any, certificate: Certificate, photo: Path
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/xac-minh")
    page.get_by_label("Ảnh chụp mã QR trên giấy chứng nhận").set_input_files(photo)
    page.get_by_role("button", name="Đọc mã QR trong ảnh").click()
    expect(page.get_by_text("Giấy chứng nhận có thật")).to_be_visible()
    expect(page.get_by_text("đúng: cơ quan đã ký chính nội dung này")).to_be_visible()
    expect(page.get_by_role("region", name="Nội dung ghi trên giấy")).to_contain_text("Lý Văn An")
    assert violations(page) + wider_than_the_page(page) == []


def test_without_a_network_the_downloaded_keys_prove_the_same_qr(
    page: Page, live_server: Any, certificate: Certificate, tmp_path: Path
) -> None:
    page.goto(f"{live_server.url}/xac-minh")
    page.get_by_text("Kiểm tra khi không có mạng").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Khóa công khai (JSON)").click()
    keys = tmp_path / "khoa-cong-khai.json"
    started.value.save_as(keys)
    page.context.set_offline(True)
    proved, forged = (
        _checked(keys, text) for text in (certificate.payload, certificate.payload[:-4] + "AAAA")
    )
    assert (proved.returncode, "Lý Văn An" in proved.stdout) == (0, True)
    assert (forged.returncode, "Lý Văn An" in forged.stdout) == (1, False)


def _checked(keys: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Check a text as anybody's own computer does: without our database, by the keys alone."""
    command = [THIDUA, "verify-certificate", "--keys", str(keys), text]
    return subprocess.run(command, capture_output=True, text=True, check=False)
