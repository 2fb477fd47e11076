"""A visitor on a phone follows a gift from the promise to the photo of what it became."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.gifts import allocated, proved, received, running_drive
from tests.factories.movements import SmallProvince, small_province
from thidua.contributions.actions import confirm_pledge
from thidua.contributions.models import Drive, Pledge
from thidua.web.shell import public_forms

LONG = "Chung tay bê tông hóa đường thôn vùng biên, xây cầu và ngầm qua suối cho học sinh đến trường " * 3


@pytest.fixture
def place(transactional_db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def drive(place: SmallProvince) -> Drive:
    """A drive with a very long name, a gift of each kind and a work with a photo."""
    row = running_drive(place, name=LONG[:280].strip(), target=150_000_000)
    for kind, amount in (("money", "63734567"), ("land", "350.75"), ("labour", "12.5")):
        received(place, row, amount, kind=kind)
    proved(place, allocated(place, row))
    return row


@pytest.mark.parametrize(
    "address", ["", "/lam-duong", "/lam-duong/so", "/lam-duong/dang-ky", "/lam-duong/phan-bo/{}"]
)
def test_public_pages_of_gifts_break_no_rule(
    page: Page, live_server: Any, drive: Drive, address: str
) -> None:
    wrong: list[str] = []
    address = address.format(drive.allocations.get().pk)
    for size, colours in ((PHONE, "dark"), (DESKTOP, "light")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        page.goto(f"{live_server.url}/ung-ho{address}")
        wrong += violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]
    assert wrong == []


def test_a_visitor_follows_a_gift_to_its_photo(
    page: Page, live_server: Any, place: SmallProvince, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_forms, "QUICKEST", -1)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/ung-ho/lam-duong")
    page.get_by_role("link", name="Đăng ký ủng hộ").click()
    page.get_by_label("tiền (đồng)").check()
    page.get_by_label("Bao nhiêu?").fill("1.5")
    page.get_by_label("người", exact=True).check()
    page.get_by_label("Tên", exact=True).fill("Nông Thị Hoa")
    page.get_by_label("Điện thoại hoặc thư điện tử").fill("0912 000 111")
    page.get_by_label("Không, đừng nêu tên tôi").check()
    page.get_by_role("button", name="Gửi đăng ký").click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("Tên", exact=True)).to_have_value("Nông Thị Hoa")
    page.get_by_label("Bao nhiêu?").fill("2.000.000")
    page.get_by_role("button", name="Gửi đăng ký").click()
    expect(page.get_by_role("heading", name="Đã nhận đăng ký của bạn")).to_be_visible()
    assert violations(page) == []

    promise = Pledge.objects.get()
    confirm_pledge(pledge=promise, by=place.officer)
    received(place, drive, "2000000", pledge=promise, donor_name="Nông Thị Hoa", consent="refused")
    proved(place, allocated(place, drive, "2000000", work="Cầu treo Nà Pẻo"))

    page.get_by_role("button", name="Theo dõi đăng ký của bạn").click()
    page.get_by_role("link", name="Xem khoản ủng hộ đã đi đâu").click()
    expect(page.locator("main")).to_contain_text("nhà hảo tâm không nêu tên")
    expect(page.locator("main")).not_to_contain_text("Nông Thị Hoa")
    page.get_by_role("link", name="Cầu treo Nà Pẻo").click()
    photo = page.get_by_role("img", name="Con đường bê tông giữa hai ruộng lúa")
    expect(photo).to_be_visible()
    assert photo.evaluate("image => image.naturalWidth") > 0
    assert violations(page) == []
