"""Proposing a good example from a telephone, in a real browser, by the rules of accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.movements import SmallProvince, small_province
from tests.factories.photos import photo_bytes
from tests.factories.role_models import published, shown
from thidua.movements.models import RoleModelProposal


@pytest.fixture
def place(transactional_db: None) -> Iterator[SmallProvince]:
    cache.clear()
    yield small_province()
    cache.clear()


def test_a_good_example_is_proposed_from_a_phone_and_followed_up(
    page: Page, live_server: Any, place: SmallProvince, tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_0001.HEIC"
    photo.write_bytes(photo_bytes("HEIF"))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/guong-dien-hinh")
    page.get_by_role("link", name="Giới thiệu một tấm gương").click()
    wrong = violations(page) + wider_than_the_page(page)
    page.get_by_label("một người", exact=True).check()
    page.get_by_label("Tên tấm gương").fill("Lương Thị Bình")
    page.get_by_label("Họ sống hoặc làm việc ở đâu?").fill("thôn Nà Ao 2, xã Đề Thám")
    page.get_by_label("Họ đã làm gì?").fill("Bà Bình hiến 500 m² đất để thôn làm đường.")
    page.wait_for_timeout(3500)  # nobody reads the page faster
    page.get_by_role("button", name="Làm tiếp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra rồi gửi")
    wrong += violations(page) + wider_than_the_page(page)
    page.locator("#id_photo_1").set_input_files(photo)
    page.get_by_label("Ảnh 1 cho thấy gì?").fill("Bà Bình đứng bên con đường mới")
    page.wait_for_timeout(3500)
    page.get_by_role("button", name="Gửi lời giới thiệu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận lời giới thiệu của bạn")
    wrong += violations(page) + wider_than_the_page(page)
    row = RoleModelProposal.objects.get()
    expect(page.locator("strong.code")).to_have_text(row.follow_up_code)
    page.get_by_role("link", name="Theo dõi lời giới thiệu").click()
    expect(page.get_by_text("Ban đã nhận lời giới thiệu và chưa đọc xong.")).to_be_visible()
    assert wrong == []
    assert row.photos.get().photo.original_name == "IMG_0001.HEIC"


def test_stories_break_no_rule(page: Page, live_server: Any, place: SmallProvince) -> None:
    published(place, at=place.de_tham, photos=[shown(place.officer), shown(place.officer, "Con đường")])
    wrong = []
    for address in ("guong-dien-hinh", "guong-dien-hinh/nguoi-hien-dat-mo-duong"):
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.goto(f"{live_server.url}/{address}")
            wrong += [f"{address}: {one}" for one in violations(page) + wider_than_the_page(page)]
    assert wrong == []
