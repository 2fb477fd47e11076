"""A dossier on a phone: begun, written, sent, returned, mended and sent again; rules and reflow of its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories.nominations import PICTURE, Desk, desk, draft, nominee, person, submitted
from thidua.accounts.models import User
from thidua.nominations import actions
from thidua.nominations.enums import FaultCode
from thidua.nominations.models import Dossier

ALL = "lam-viec/de-nghi-khen-thuong"
LONG = "Đề nghị khen thưởng đợt thi đua cao điểm chào mừng kỷ niệm ngày thành lập tỉnh " * 3


@pytest.fixture
def at(transactional_db: None) -> Desk:
    return desk()


@pytest.fixture
def enter(page: Page, live_server: Any) -> Callable[[User], None]:
    """Give a function that signs the browser in as somebody."""

    return lambda user: signed_in(page, live_server.url, user)


def signed_in(page: Page, address: str, user: User) -> None:
    enter_as(page.context, address, user)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "trang-1.png"
    file.write_bytes(PICTURE)
    return file


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_commune_nominates_on_a_phone_and_mends_what_came_back(
    browser: Browser,
    browser_context_args: dict[str, Any],
    watched: Callable[[Page], Page],
    live_server: Any,
    at: Desk,
    picture: Path,
    script: bool,
) -> None:
    phone = {"viewport": PHONE, "java_script_enabled": script}
    context = browser.new_context(**browser_context_args | phone)
    page = watched(context.new_page())
    signed_in(page, live_server.url, at.clerk)
    page.goto(f"{live_server.url}/{ALL}")
    page.get_by_role("link", name="Tạo đề nghị mới").click()
    page.get_by_label("Thuộc phong trào thi đua nào?").select_option(str(at.movement.pk))
    page.get_by_label("phong trào thi đua", exact=True).check()
    page.get_by_role("button", name="Tạo hồ sơ").click()
    nominate(page)
    write_achievement(page, picture)
    add_papers(page, picture)
    page.get_by_role("link", name="Làm mục tiếp theo: Kiểm tra và nộp").click()
    expect(page.get_by_text("Không thiếu thành phần bắt buộc nào.")).to_be_visible()
    page.get_by_label("Thay mặt đơn vị").check()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    row = Dossier.objects.get()
    expect(page.get_by_text(f"Mã {row.code}")).to_be_visible()
    give_back(at, row)
    page.get_by_role("link", name="Theo dõi hồ sơ").click()
    mend(page)
    assert Dossier.objects.get().state == "received"
    context.close()


def nominate(page: Page) -> None:
    page.get_by_role("link", name="Làm mục tiếp theo: Danh sách đối tượng").click()
    page.get_by_role("link", name="Thêm đối tượng").click()
    page.get_by_label("hộ gia đình").check()
    page.get_by_label("Họ và tên").fill("Gia đình ông Vi Thanh Liêm")
    page.get_by_label("Đề nghị danh hiệu hoặc hình thức").select_option("provincial_certificate_of_merit")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_role("button", name="Lưu và tiếp tục").click()  # not in the register
    page.get_by_role("button", name="Lưu và tiếp tục").click()  # the award stands already
    page.get_by_label("Đơn vị, địa chỉ").fill("Thôn Nà Ao 2, xã Đề Thám")
    page.get_by_role("button", name="Lưu và tiếp tục").click()


def write_achievement(page: Page, picture: Path) -> None:
    page.get_by_label("Thành tích tóm tắt").fill("Hiến 300 m2 đất làm đường thôn")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_label("Nội dung báo cáo thành tích").fill("Gia đình hiến 300 m2 đất, góp 60 ngày công.")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_label("Chụp ảnh").set_input_files(picture)
    page.get_by_label("Chú thích").fill("Đoạn đường qua vườn nhà")
    page.get_by_role("button", name="Thêm").click()
    expect(page.get_by_text("Đoạn đường qua vườn nhà")).to_be_visible()
    page.get_by_role("link", name="Đã đủ").click()


def add_papers(page: Page, picture: Path) -> None:
    page.get_by_role("link", name="Làm mục tiếp theo: Biên bản họp xét").click()
    page.get_by_label("Đơn vị họp xét ngày nào?").fill("10/03/2026")
    page.get_by_label("Biên bản", exact=False).last.set_input_files(picture)
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_role("link", name="Làm mục tiếp theo: Tờ trình có chữ ký").click()
    page.get_by_label("Số tờ trình").fill("12/TTr-UBND")
    page.get_by_label("Ngày của tờ trình").fill("12/03/2026")
    page.get_by_label("Tờ trình đã ký").set_input_files(picture)
    page.get_by_role("button", name="Lưu và tiếp tục").click()


def give_back(at: Desk, row: Dossier) -> None:
    actions.receive_dossier(dossier=row, by=at.officer)
    one = row.nominations.get()
    found = [
        actions.FaultFound(field="met_on", code=FaultCode.MINUTES, text="Ngày họp chưa khớp biên bản."),
        actions.FaultFound(
            field="report", code=FaultCode.REPORT, text="Báo cáo thiếu kết quả.", nomination=one
        ),
    ]
    actions.return_dossier(dossier=row, faults=found, by=at.officer)


def mend(page: Page) -> None:
    page.reload()
    expect(page.get_by_text("2 nội dung cần sửa")).to_be_visible()
    page.get_by_role("link", name="Ngày họp chưa khớp biên bản.").click()
    page.get_by_label("Đơn vị họp xét ngày nào?").fill("09/03/2026")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_role("link", name="Báo cáo thiếu kết quả.").click()
    page.get_by_label("Nội dung báo cáo thành tích").fill("Hiến 300 m2 đất; 48 hộ có đường cứng.")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(page.get_by_text("đã sửa", exact=True)).to_have_count(2)
    page.get_by_role("link", name="Làm mục tiếp theo: Kiểm tra và nộp").click()
    page.get_by_label("Thay mặt đơn vị").check()
    page.get_by_role("button", name="Nộp lại hồ sơ").click()
    expect(page.get_by_text("Đã nộp hồ sơ", exact=True)).to_be_visible()


def judged(page: Page, address: str) -> list[str]:
    """Return everything wrong with a page, on a dark phone and at a light desk."""
    wrong: list[str] = []
    for size, colours in ((PHONE, "dark"), (DESKTOP, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=colours)
        page.goto(address)
        found = violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]
        wrong += [f"{address} {size['width']} {colours}: {line}" for line in found]
    return wrong


def test_the_units_pages_break_no_rule(
    page: Page, live_server: Any, at: Desk, enter: Callable[[User], None]
) -> None:
    row = draft(at, nominee("Lương Thị Bình", person=person()), title=LONG[:290].strip())
    actions.attach_evidence(dossier=row, kind="minutes", data=PICTURE, name="bien-ban.png", by=at.clerk)
    one, sent = row.nominations.get(), submitted(at, title="Đã nộp")
    back = submitted(at, title="Trả lại")
    give_back(at, back)
    enter(at.clerk)
    questions = ("ten", "so-khen-thuong", "hinh-thuc", "chuc-vu", "thanh-tich", "bao-cao", "tai-lieu")
    pages = [
        "",
        "/moi",
        *(f"/{sent.code}{rest}" for rest in ("", "/bien-nhan", "/rut")),
        f"/{back.code}",
        *(f"/{row.code}{rest}" for rest in ("", "/thong-tin", "/chep", "/bien-ban", "/to-trinh", "/giay-to")),
        *(f"/{row.code}{rest}" for rest in ("/kiem-tra", "/doi-tuong", "/doi-tuong/moi")),
        f"/{row.code}/doi-tuong/danh-sach",
        *(f"/{row.code}/doi-tuong/{one.pk}/{part}" for part in questions),
    ]
    wrong = [line for rest in pages for line in judged(page, f"{live_server.url}/{ALL}{rest}")]
    assert wrong == []


def test_what_was_typed_and_not_saved_is_there_after_the_page_was_lost(
    page: Page, live_server: Any, at: Desk, enter: Callable[[User], None]
) -> None:
    row = draft(at)
    one = row.nominations.get()
    address = f"{live_server.url}/{ALL}/{row.code}/doi-tuong/{one.pk}/bao-cao"
    report = page.get_by_label("Nội dung báo cáo thành tích")
    told = page.get_by_text("chưa lưu được đưa lại vào đây")
    enter(at.clerk)
    page.goto(address)
    expect(told).to_be_hidden()
    report.fill("Đang viết dở")
    page.wait_for_timeout(500)  # it is kept a moment after the last key
    page.goto(address)
    expect(report).to_have_value("Đang viết dở")
    expect(told).to_be_visible()
    page.get_by_role("button", name="Lấy lại bản đã lưu").click()
    expect(report).to_have_value(one.report)
    report.fill("Bản cuối")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.goto(address)
    expect(report).to_have_value("Bản cuối")
    expect(told).to_be_hidden()
