"""A unit's officer fills in a sheet in a real browser: saved on leaving a box, kept when the line drops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.sessions import enter_as
from tests.factories.movements import SmallProvince, small_province
from tests.factories.targets import indicator, opened, plan, ratio, sheet_of, typed
from thidua.targets.actions import return_sheet, submit_sheet
from thidua.targets.models import Cell, Indicator, Sheet


@dataclass
class Desk:
    """The sheet of Đề Thám before its officer."""

    place: SmallProvince
    budget: Indicator
    on_time: Indicator
    sheet: Sheet
    address: str

    def box(self, page: Page, name: str, what: Indicator | None = None) -> Any:
        return page.locator(f"input[name='{(what or self.budget).pk}-{name}']")

    def row(self, page: Page, what: Indicator | None = None) -> Any:
        return page.locator(f"#row-{(what or self.budget).pk}")


@pytest.fixture
def desk(page: Page, live_server: Any) -> Desk:
    place = small_province()
    budget, on_time = indicator(place), ratio(place)
    plan(place, budget, place.de_tham, 20)
    round_ = opened(place, [budget, on_time], slug="9-thang")
    enter_as(page.context, live_server.url, place.clerk)
    address = f"{live_server.url}/lam-viec/bao-cao-cua-toi/9-thang/{place.de_tham.key}"
    return Desk(place, budget, on_time, sheet_of(round_, place.de_tham), address)


def test_a_figure_is_saved_on_leaving_its_box_and_says_what_it_means(page: Page, desk: Desk) -> None:
    page.goto(desk.address)
    desk.box(page, "value").fill("1.5")
    desk.box(page, "value").blur()
    expect(desk.row(page)).to_contain_text("Viết 1,5 (dấu phẩy cho phần thập phân).")
    expect(desk.box(page, "value")).to_have_attribute("aria-invalid", "true")
    desk.box(page, "value").fill("12")
    desk.box(page, "value").blur()
    expect(desk.row(page)).to_contain_text("Báo cáo sẽ viết: 12\u00a0tỷ đồng, đạt 60,0% so với kế hoạch")
    expect(desk.row(page)).to_contain_text("Đã lưu")
    expect(page.locator("#sheet-progress")).to_have_text("Đã điền 1/2 ô")
    assert Cell.objects.get().value == 12
    assert desk.box(page, "value").get_attribute("aria-invalid") is None


def test_what_is_typed_after_the_session_ended_is_kept_and_sent_after_signing_in(
    page: Page, desk: Desk
) -> None:
    page.goto(desk.address)
    cookies = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    desk.box(page, "value").fill("12")
    desk.box(page, "value").blur()
    expect(desk.row(page)).to_contain_text("Chờ gửi")
    expect(page.locator("#sheet-offline")).to_contain_text("Chữ anh/chị gõ vẫn được giữ trên máy này")
    assert Cell.objects.count() == 0
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.reload()
    expect(desk.row(page)).to_contain_text("Đã lưu")
    expect(desk.box(page, "value")).to_have_value("12")
    assert Cell.objects.get().typed == "12"


def test_two_values_are_both_shown_and_one_is_chosen(page: Page, desk: Desk) -> None:
    page.goto(desk.address)
    typed(desk.sheet, desk.budget, "15", by=desk.place.clerk)
    desk.box(page, "value").fill("12")
    desk.box(page, "value").blur()
    expect(desk.row(page)).to_contain_text(
        "Lương Văn Đề vừa lưu “15”; anh/chị gõ “12”. Chọn một trong hai số."
    )
    desk.row(page).get_by_role("link", name="Lấy số kia").click()
    expect(desk.box(page, "value")).to_have_value("15")
    desk.box(page, "value").fill("13")
    desk.box(page, "value").blur()
    expect(desk.row(page)).to_contain_text("Báo cáo sẽ viết: 13")
    typed(desk.sheet, desk.budget, "16", by=desk.place.clerk)
    desk.box(page, "value").fill("14")
    desk.box(page, "value").blur()
    desk.row(page).get_by_role("button", name="Giữ số của tôi").click()
    expect(desk.row(page)).to_contain_text("Báo cáo sẽ viết: 14")
    assert Cell.objects.get().typed == "14"


def test_a_sheet_is_submitted_with_the_keyboard_alone(page: Page, desk: Desk) -> None:
    page.goto(desk.address)
    desk.box(page, "value").focus()
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    expect(desk.row(page)).to_contain_text("Đã lưu")
    page.get_by_role("button", name="Kiểm tra").press("Enter")
    page.get_by_label("Ô trống là cố ý bỏ trống").press("Space")
    page.get_by_role("button", name="Nộp báo cáo").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nộp báo cáo")
    assert Sheet.objects.get(pk=desk.sheet.pk).state == "submitted"


def test_the_sheet_is_accessible_whatever_stands_in_it(page: Page, desk: Desk) -> None:
    typed(desk.sheet, desk.budget, "5,027", by=desk.place.clerk)
    typed(desk.sheet, desk.on_time, by=desk.place.clerk, numerator="12.422", denominator="12.537")
    Cell.objects.filter(indicator=desk.budget).update(confirmed="Lý do rất dài " * 10)
    submit_sheet(sheet=desk.sheet, by=desk.place.clerk, blanks_are_intended=True)
    reasons = {desk.budget.pk: "Chưa khớp số của Kho bạc Nhà nước " * 5}
    return_sheet(sheet=desk.sheet, reasons=reasons, by=desk.place.officer)
    for address in (desk.address, f"{desk.address}/kiem-tra", f"{desk.address}/o/{desk.budget.code}"):
        page.goto(address)
        assert faults_everywhere(page) == []
