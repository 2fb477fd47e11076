"""What the commune's officer does on a phone: nominate a household, mend what came back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.road.days import day

MINE = "/lam-viec/de-nghi-khen-thuong"
MOVEMENT = "Thi đua hoàn thành nhiệm vụ năm"
HOUSEHOLD = "Gia đình ông Vi Thanh Liêm"
FAULTS = ("Ngày họp xét chưa khớp với biên bản.", "Báo cáo thiếu kết quả cụ thể.")


def nominate(page: Page, picture: Path) -> str:
    """Write a dossier for a household in the running movement and send it in; return its code."""
    page.goto(f"{MINE}/moi")
    movements = page.get_by_label("Thuộc phong trào thi đua nào?")
    movements.select_option(movements.locator("option", has_text=MOVEMENT).get_attribute("value"))
    page.get_by_label("phong trào thi đua", exact=True).check()
    page.get_by_label("Tên hồ sơ").fill("Đề nghị khen thưởng hộ gia đình hiến đất làm đường")
    page.get_by_role("button", name="Tạo hồ sơ").click()
    code = page.url.rsplit("/", 1)[1]
    name_household(page)
    tell_achievement(page, picture)
    add_papers(page, picture)
    page.get_by_role("link", name="Làm mục tiếp theo: Kiểm tra và nộp").click()
    expect(page.get_by_text("Không thiếu thành phần bắt buộc nào.")).to_be_visible()
    send(page, "Nộp hồ sơ")
    expect(page.get_by_text(f"Mã {code}")).to_be_visible()
    return code


def name_household(page: Page) -> None:
    """Add the household, which stands in no register yet."""
    page.get_by_role("link", name="Làm mục tiếp theo: Danh sách đối tượng").click()
    page.get_by_role("link", name="Thêm đối tượng").click()
    page.get_by_label("hộ gia đình").check()
    page.get_by_label("Họ và tên").fill(HOUSEHOLD)
    page.get_by_label("Đề nghị danh hiệu hoặc hình thức").select_option("provincial_certificate_of_merit")
    for _question in ("the name", "the register", "the award"):
        page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_label("Đơn vị, địa chỉ").fill("Thôn Nà Ao 2, xã Tràng Định")
    page.get_by_role("button", name="Lưu và tiếp tục").click()


def tell_achievement(page: Page, picture: Path) -> None:
    """Write the achievement and its report, and add a photograph."""
    page.get_by_label("Thành tích tóm tắt").fill("Hiến 300 m2 đất làm đường thôn")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_label("Nội dung báo cáo thành tích").fill("Gia đình hiến 300 m2 đất, góp 60 ngày công.")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_label("Chụp ảnh").set_input_files(picture)
    page.get_by_label("Chú thích").fill("Đoạn đường qua vườn nhà")
    page.get_by_role("button", name="Thêm").click()
    page.get_by_role("link", name="Đã đủ").click()


def add_papers(page: Page, picture: Path) -> None:
    """Add the minutes and the letter of the commune."""
    page.get_by_role("link", name="Làm mục tiếp theo: Biên bản họp xét").click()
    page.get_by_label("Đơn vị họp xét ngày nào?").fill(day(-13))
    page.get_by_label("Biên bản", exact=False).last.set_input_files(picture)
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_role("link", name="Làm mục tiếp theo: Tờ trình có chữ ký").click()
    page.get_by_label("Số tờ trình").fill("12/TTr-UBND")
    page.get_by_label("Ngày của tờ trình").fill(day(-11))
    page.get_by_label("Tờ trình đã ký").set_input_files(picture)
    page.get_by_role("button", name="Lưu và tiếp tục").click()


def mend(page: Page, code: str) -> None:
    """Follow each of the two faults to its field, mend it there, and send the dossier in again."""
    page.goto(f"{MINE}/{code}")
    expect(page.get_by_text("2 nội dung cần sửa")).to_be_visible()
    page.get_by_role("link", name=FAULTS[0]).click()
    page.get_by_label("Đơn vị họp xét ngày nào?").fill(day(-14))
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.get_by_role("link", name=FAULTS[1]).click()
    page.get_by_label("Nội dung báo cáo thành tích").fill("Hiến 300 m2 đất; 48 hộ có đường cứng.")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(page.get_by_text("đã sửa", exact=True)).to_have_count(2)
    page.get_by_role("link", name="Làm mục tiếp theo: Kiểm tra và nộp").click()
    send(page, "Nộp lại hồ sơ")
    expect(page.get_by_text("Đã nộp hồ sơ", exact=True)).to_be_visible()


def send(page: Page, button: str) -> None:
    """Declare in the unit's name that everything is true, and send."""
    page.get_by_label("Thay mặt đơn vị").check()
    page.get_by_role("button", name=button).click()
