"""An old book in a real browser: taken, its columns, a fault repaired, a spelling learned, saved, found, undone."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE

Desk = Callable[..., Page]
OFFICER = "chuyen-vien"
ROWS: tuple[tuple[Any, ...], ...] = (
    ("DANH SÁCH KHEN THƯỞNG NĂM 2018",),
    ("(Kèm theo Quyết định số 4163 - QĐ/UBND ngày 12 tháng 5 năm 2018)",),
    ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen", "Tiền thưởng"),
    ("I. CÁ NHÂN (03)",),
    (1, "Ông Hoàng Văn Sổ Cũ", "Trưởng phòng", "Sở Y tế", "Bằng khen của Chủ tịch UBND tỉnh", 1300000),
    (2, "Bà Nông Thị Sổ Cũ", "Chuyên viên", "nt", "Phần thưởng hạng đặc cách", 1300000),
    (3, "Ông Vi Văn Sổ Cũ", "Chuyên viên", "nt", "Bằng khen của Chủ tịch UBND tỉnh", "một triệu rưỡi gì đó"),
    (None, "TỔNG CỘNG", None, "3 người"),
)


def messy() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A2:F2")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_messy_book_is_taken_repaired_saved_found_and_undone(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/nhap-so-cu")
    assert violations(page) == []
    page.get_by_role("link", name="Nhập một sổ").first.click()
    page.get_by_label("Tệp sổ cũ").set_input_files(
        {"name": "so-2018.xlsx", "mimeType": "application/octet-stream", "buffer": messy()}
    )
    page.get_by_label("Tên lần nhập").fill("Sổ năm 2018")
    page.get_by_role("button", name="Đọc sổ").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sổ năm 2018")
    assert violations(page) == []

    page.get_by_role("link", name="Các cột").first.click()
    expect(page.get_by_label("Cột B cho biết gì?")).to_have_value("name")
    expect(page.get_by_role("cell", name="4163-QĐ/UBND").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Đọc theo các cột này").click()

    page.get_by_role("link", name="Các dòng", exact=True).click()
    wrong = page.locator("tr", has_text="Vi Văn Sổ Cũ")
    wrong.locator("a.book-cell--wrong").click()
    field = page.get_by_label("Tiền thưởng (đồng)")
    expect(field).to_be_focused()
    field.fill("1.500.000")
    field.press("Enter")
    expect(page.get_by_role("button", name="Hoàn tác chỗ sửa").first).to_be_visible()
    expect(page.locator("tr", has_text="Vi Văn Sổ Cũ")).to_have_count(0)

    page.locator("tr", has_text="Nông Thị Sổ Cũ").locator("a.book-cell--wrong").click()
    expect(page.get_by_label("Hình thức khen")).to_be_focused()
    page.get_by_label("Hình thức khen").select_option("provincial_certificate_of_merit")
    expect(page.get_by_label("Dùng cách đọc này cho mọi dòng viết")).to_be_checked()
    assert violations(page) == []
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Không có dòng nào thuộc loại này.")).to_be_visible()
    page.set_viewport_size(PHONE)
    assert not wider_than_the_page(page)
    page.set_viewport_size(DESKTOP)

    page.get_by_role("link", name="Ghi vào sổ", exact=True).click()
    expect(page.get_by_text("3 khen thưởng trong 1 quyết định")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Ghi vào sổ khen thưởng").click()
    expect(page.get_by_text("Đã ghi 3 khen thưởng.")).to_be_visible()
    address = page.url

    page.goto("/lam-viec/so-khen-thuong?q=nong+thi+so+cu")
    expect(page.get_by_role("main")).to_contain_text("Nông Thị Sổ Cũ")

    page.goto(address)
    page.get_by_role("link", name="Hoàn tác lần nhập…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Lý do hoàn tác").fill("Nhập nhầm")
    dialog.get_by_role("button", name="Hoàn tác lần nhập").click()
    expect(page.get_by_text("Đã hoàn tác cả lần nhập.")).to_be_visible()
    page.goto("/lam-viec/so-khen-thuong?q=nong+thi+so+cu")
    expect(page.get_by_role("main")).not_to_contain_text("Sở Y tế")
    page.goto("/lam-viec/nhap-so-cu/cach-viet")
    assert violations(page) == []


def test_tab_saves_a_cell_and_opens_the_next(desk: Desk) -> None:
    page = desk(OFFICER)
    page.goto("/lam-viec/nhap-so-cu/them")
    page.get_by_label("Hoặc dán các dòng").fill(
        "Họ và tên\tĐơn vị\tHình thức khen\tNăm\nHoàng Văn Phím\tSở Y tế\tLao động tiên tiến\t2017"
    )
    page.get_by_role("button", name="Đọc sổ").last.click()
    page.get_by_role("link", name="Xem các dòng").click()
    page.locator("a.book-cell", has_text="Hoàng Văn Phím").click()
    field = page.get_by_label("Tên người, tập thể được khen")
    expect(field).to_be_focused()
    field.fill("Hoàng Văn Bàn Phím")
    field.press("Tab")
    expect(page.get_by_label("Đối tượng")).to_be_focused()
    expect(page.locator("a.book-cell", has_text="Hoàng Văn Bàn Phím")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".book-edit")).to_have_count(0)
