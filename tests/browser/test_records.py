"""Records in a real browser: choosing by typing, folded parts, and taking a record away."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import PHONE

Desk = Callable[..., Page]
OFFICER = "chuyen-vien"


def test_a_person_is_chosen_with_the_keyboard_alone(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/guong-dien-hinh/them")
    field = page.get_by_role("combobox", name="Cá nhân")
    field.focus()
    field.press_sequentially("luong binh")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_count(1)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert violations(page) == []
    field.press("Enter")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value(
        "Lương Thị Bình (Bí thư Chi bộ, Trưởng Ban công tác mặt trận, Trưởng thôn, thôn Nà Ao 2) – số "
        + page.locator("input[name='person-so']").input_value()
    )


def test_a_choice_is_off_once_its_text_is_changed(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/moc-cong-trinh/them")
    field = page.get_by_role("combobox", name="Đơn vị")
    expect(page.locator("input[name='unit-so']")).not_to_have_value("")
    field.fill("de tham")
    expect(page.locator("input[name='unit-so']")).to_have_value("")
    first = page.get_by_role("listbox").get_by_role("option").first
    expect(first).to_contain_text("huyện Tràng Định")
    first.click()
    expect(field).to_have_value("Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn; đến 30/06/2025)")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_without_script_the_button_finds_and_the_list_chooses(desk: Desk) -> None:
    page = desk(OFFICER, script=False)
    page.goto("/lam-viec/moc-cong-trinh/them")
    page.get_by_label("Dự án, đề án").fill("Đường Nà Ao")
    page.locator("input[name='unit']").fill("de tham")
    page.get_by_role("button", name="Tìm").click()
    expect(page.get_by_label("Dự án, đề án")).to_have_value("Đường Nà Ao")
    expect(page.get_by_text("Có lỗi cần sửa")).to_have_count(0)
    page.get_by_label("Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn; đến 30/06/2025)").check()
    page.get_by_role("radio", name="Hoàn thành").check()
    page.get_by_label("Kết quả đạt được").fill("hoàn thành")
    page.get_by_label("Năm", exact=True).fill("2019")
    page.get_by_label("Lĩnh vực").select_option(label="Kinh tế")
    page.get_by_role("button", name="Lưu").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đường Nà Ao")
    expect(page.get_by_role("definition").filter(has_text="Xã Đề Thám")).to_have_count(1)


def test_a_record_is_removed_after_a_reason_and_brought_back(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/su-kien/them")
    page.get_by_label("Tên", exact=True).fill("Hội nghị nhập nhầm")
    page.get_by_label("Cấp tỉnh").check()
    page.get_by_label("Năm", exact=True).fill("2019")
    page.get_by_role("button", name="Lưu").last.click()
    page.get_by_role("link", name="Gỡ…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Vì sao gỡ?").fill("Nhập nhầm")
    dialog.get_by_role("button", name="Gỡ").click()
    expect(page.get_by_role("status").filter(has_text="Đã gỡ bản ghi")).to_be_visible()
    page.get_by_role("link", name="Sự kiện đã gỡ").click()
    page.get_by_role("button", name="Khôi phục – Hội nghị nhập nhầm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hội nghị nhập nhầm")


def test_the_forms_and_lists_fit_a_phone_and_break_no_rule(desk: Desk) -> None:
    page = desk(OFFICER, size=PHONE)
    for address in (
        "/lam-viec/khen-thuong",
        "/lam-viec/khen-thuong/1",
        "/lam-viec/khen-thuong/1/nguoi-nhan",
        "/lam-viec/guong-dien-hinh",
        "/lam-viec/guong-dien-hinh/them",
        "/lam-viec/ung-ho",
        "/lam-viec/ung-ho/them",
        "/lam-viec/dot-van-dong",
        "/lam-viec/su-kien",
        "/lam-viec/moc-cong-trinh",
        "/lam-viec/giai-thuong-cuoc-thi",
    ):
        page.goto(address)
        assert wider_than_the_page(page) == [], address
        assert violations(page) == [], address
