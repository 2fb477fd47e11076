"""Movements and registrations in a real browser: rules, reflow, keyboard, and a registration sent from a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories.movements import (
    SmallProvince,
    accepted_registration,
    drafted_registration,
    running_movement,
    sent_registration,
    small_province,
)
from tests.factories.targets import indicator, observed, plan
from thidua.accounts.models import User
from thidua.movements.models import Movement, Registration

LONG = "Đợt thi đua cao điểm chào mừng kỷ niệm ngày sinh đồng chí Hoàng Văn Thụ và ngày thành lập tỉnh " * 2


@pytest.fixture
def place(transactional_db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def movement(place: SmallProvince) -> Movement:
    """A running movement with a very long name, groups without names, figures and registrations in every state."""
    today = timezone.localdate()
    movement = running_movement(
        place,
        slug="cao-diem",
        groups=3,
        short_name=LONG[:190].strip(),
        starts_on=today - timedelta(days=10),
        planned_end=today + timedelta(days=50),
    )
    revenue = indicator(place, movements=(movement,))
    plan(place, revenue, place.province, 5452)
    observed(place, revenue, place.province, 5027)
    accepted_registration(movement, place.district, place.district_clerk, place.officer)
    sent_registration(movement, place.hung_son, place.other_clerk)
    drafted_registration(movement, place.de_tham, place.clerk)
    return movement


@pytest.fixture
def enter(page: Page, live_server: Any) -> Callable[[User], None]:
    """Give a function that signs the browser in as somebody."""

    def as_somebody(user: User) -> None:
        enter_as(page.context, live_server.url, user)

    return as_somebody


def judged(page: Page, address: str) -> list[str]:
    """Return everything wrong with a page, on a dark phone and at a light desk: broken rules, sideways scrolling."""
    wrong: list[str] = []
    for size, colours in ((PHONE, "dark"), (DESKTOP, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=colours)
        page.goto(address)
        found = violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]
        wrong += [f"{size['width']} {colours}: {line}" for line in found]
    return wrong


PUBLIC = (
    "",
    "phong-trao",
    "phong-trao/cao-diem",
    *(f"phong-trao/cao-diem/{part}" for part in ("ket-qua", "guong", "ung-ho", "khen-thuong", "tin-bai")),
    "gioi-thieu",
    "tro-nang",
    "quyen-rieng-tu",
    "en/phong-trao/cao-diem",
)
OFFICE = (
    *("phong-trao", "phong-trao-moi", "phong-trao/cao-diem", "phong-trao/cao-diem/lan-toa"),
    *("phong-trao/cao-diem/tham-gia", "phong-trao/cao-diem/cac-dang-ky", "phong-trao/cao-diem/nhom-noi-dung"),
    *(
        "phong-trao/cao-diem/so-ket",
        "phong-trao/cao-diem/lich-su",
        "phong-trao-chua-chuyen-dong",
        "ngay-ky-niem",
    ),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_break_no_rule(page: Page, live_server: Any, movement: Movement, address: str) -> None:
    assert judged(page, f"{live_server.url}/{address}") == []


@pytest.mark.parametrize("address", OFFICE)
def test_the_offices_pages_break_no_rule(
    page: Page,
    live_server: Any,
    place: SmallProvince,
    movement: Movement,
    enter: Callable[[User], None],
    address: str,
) -> None:
    enter(place.officer)
    assert judged(page, f"{live_server.url}/lam-viec/{address}") == []


def test_the_units_pages_break_no_rule(
    page: Page, live_server: Any, place: SmallProvince, movement: Movement, enter: Callable[[User], None]
) -> None:
    enter(place.clerk)
    row = Registration.objects.get(unit=place.de_tham)
    pages = ("", "/noi-dung", "/nhom", "/chi-tieu", "/gui")
    addresses = [f"{live_server.url}/lam-viec/dang-ky-thi-dua/{row.pk}{part}" for part in pages]
    assert {address: judged(page, address) for address in addresses} == {address: [] for address in addresses}


def test_a_unit_registers_from_a_phone_with_the_keyboard_alone(
    page: Page, live_server: Any, place: SmallProvince, movement: Movement, enter: Callable[[User], None]
) -> None:
    enter(place.clerk)
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/lam-viec/dang-ky-thi-dua")
    page.locator(".task a").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Chỉ tiêu đăng ký").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Chỉ tiêu đăng ký").focus()
    page.keyboard.type("Làm 2 km đường")
    page.keyboard.press("Enter")  # saves: the button that takes a row away must not be the first one
    page.get_by_role("link", name="Kiểm tra và gửi").last.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Gửi đăng ký").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".notification--success")).to_contain_text("Đã gửi đăng ký")
    row = Registration.objects.get(unit=place.de_tham)
    assert (row.state, [pledge.text for pledge in row.pledges.all()]) == ("sent", ["Làm 2 km đường"])


def test_a_fault_takes_the_focus_and_leads_to_its_field(
    page: Page, live_server: Any, place: SmallProvince, enter: Callable[[User], None]
) -> None:
    enter(place.officer)
    page.goto(f"{live_server.url}/lam-viec/phong-trao-moi")
    page.get_by_label("Bắt đầu").fill("hôm kia")
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith("Lỗi: ")
    assert violations(page) == []
    page.get_by_role("link", name="Không đọc được “hôm kia”").click()
    expect(page.get_by_label("Bắt đầu")).to_be_focused()
    expect(page.get_by_label("Bắt đầu")).to_have_value("hôm kia")


def test_a_question_is_asked_on_top_of_the_page_before_all_are_accepted(
    page: Page, live_server: Any, place: SmallProvince, movement: Movement, enter: Callable[[User], None]
) -> None:
    enter(place.officer)
    page.goto(f"{live_server.url}/lam-viec/phong-trao/cao-diem/cac-dang-ky")
    page.get_by_role("link", name="Chấp nhận tất cả đang chờ (1)").click()
    page.get_by_role("button", name="Chấp nhận tất cả").click()
    expect(page.locator(".notification--success")).to_contain_text("Đã chấp nhận 1 đăng ký.")
    assert Registration.objects.get(unit=place.hung_son).state == "accepted"
    assert Registration.objects.get(unit=place.de_tham).state == "draft"


def test_filtering_the_list_keeps_the_page_where_it_is(
    page: Page, live_server: Any, place: SmallProvince, movement: Movement, enter: Callable[[User], None]
) -> None:
    running_movement(place, short_name="Chuyển đổi số", starts_on=date(2019, 8, 19))
    enter(place.officer)
    page.goto(f"{live_server.url}/lam-viec/phong-trao")
    page.get_by_label("Từ khóa").fill("chuyen doi")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator(".list__count")).to_have_text("1 kết quả")
    expect(page.get_by_role("link", name="Chuyển đổi số")).to_be_visible()
