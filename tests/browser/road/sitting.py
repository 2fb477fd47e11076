"""A sitting of the council in the demonstration: planned, opened, voted on secretly by all seven, closed."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.road.commune import HOUSEHOLD
from tests.browser.road.days import day

COUNCIL = "/lam-viec/hoi-dong"
MEMBERS = ("uy-vien", *(f"uy-vien-{number}" for number in range(2, 8)))
GROUND = "Quy chế hoạt động của Hội đồng (minh họa)"


def hold(secretary: Page, sit: Callable[..., Page]) -> None:
    """Let the whole council vote on the household by secret ballot and close the sitting."""
    address = plan(secretary)
    secretary.get_by_role("link", name="Khai mạc phiên họp").click()
    secretary.get_by_label("Căn cứ của tỷ lệ này").fill(GROUND)
    secretary.get_by_role("button", name="Khai mạc phiên họp").click()
    expect(secretary.get_by_text("Phiên họp đã khai mạc.")).to_be_visible()
    for member in MEMBERS:
        vote(sit(member, size=PHONE), address)
    secretary.goto(f"{address}/ket-thuc")
    secretary.get_by_role("button", name="Kết thúc bỏ phiếu và kiểm phiếu").click()
    expect(secretary.get_by_text("Đồng ý 7/7; cần ít nhất 4.")).to_be_visible()


def plan(page: Page) -> str:
    """Plan a sitting with the household on its agenda; return its address."""
    page.goto(f"{COUNCIL}/phien-moi")
    page.get_by_label("Nội dung phiên họp").fill("Xét khen thưởng hộ gia đình hiến đất")
    page.get_by_label("Địa điểm họp").fill("Phòng họp số 1")
    page.get_by_label("toàn thể Hội đồng").check()
    page.get_by_label("Ngày khai mạc").fill(day())
    page.get_by_label("Giờ khai mạc").fill("00:00")
    page.get_by_label("Ngày kết thúc bỏ phiếu").fill(day(1))
    page.get_by_label("Giờ kết thúc bỏ phiếu").fill("17:00")
    page.get_by_role("button", name="Lập phiên họp").click()
    address = page.url
    page.get_by_role("link", name="Đưa đề nghị vào chương trình").click()
    page.get_by_role("checkbox", name=HOUSEHOLD).check()
    page.get_by_label("Hình thức biểu quyết").select_option(label="bỏ phiếu kín")
    page.get_by_label("Căn cứ của Hội đồng").fill(GROUND)
    page.get_by_role("button", name="Đưa vào chương trình").click()
    page.wait_for_url(address)
    return address


def vote(page: Page, address: str) -> None:
    """Agree on the ballot, read it again and cast it."""
    page.goto(f"{address}/phieu")
    page.get_by_role("radio", name="Đồng ý", exact=True).check()
    page.get_by_role("button", name="Xem lại phiếu").click()
    page.get_by_role("button", name="Bỏ phiếu").click()
    expect(page.locator(".notification")).to_contain_text("Bạn đã bỏ phiếu")
