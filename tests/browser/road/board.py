"""What the Board's officer and leader do: receive, return, appraise; propose, draft and send for signature."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.road.commune import FAULTS, HOUSEHOLD

DOSSIERS = "/lam-viec/ho-so-khen-thuong"
DECISIONS = "/lam-viec/quyet-dinh"


def receive(page: Page, code: str) -> None:
    """Take the dossier in."""
    page.goto(f"{DOSSIERS}/{code}")
    page.get_by_role("link", name="Tiếp nhận hồ sơ").click()
    page.get_by_role("button", name="Tiếp nhận").click()
    expect(page.get_by_text("Đã tiếp nhận hồ sơ.")).to_be_visible()


def give_back(page: Page, code: str) -> None:
    """Return it with two faults, each tied to the field it is about."""
    page.goto(f"{DOSSIERS}/{code}/tra-lai")
    about = (
        (FAULTS[0], "ngày họp xét", "thiếu hoặc sai biên bản", "toàn bộ hồ sơ"),
        (FAULTS[1], "báo cáo thành tích", "báo cáo thành tích sơ sài hoặc chưa ký", HOUSEHOLD),
    )
    for number, (text, field, kind, nominee) in enumerate(about, start=1):
        row = page.get_by_role("group").filter(has_text=f"Thiếu sót khác {number}")
        row.locator("summary").click()
        row.get_by_label("Nội dung đơn vị phải sửa").fill(text)
        row.get_by_label("Mục phải sửa").select_option(label=field)
        row.get_by_label("Loại thiếu sót").select_option(label=kind)
        row.get_by_label("Về đối tượng").select_option(label=nominee)
    page.get_by_role("button", name="Xem trước nội dung gửi đơn vị").click()
    expect(page.get_by_role("listitem").filter(has_text=FAULTS[1])).to_be_visible()
    page.get_by_role("button", name="Trả lại hồ sơ").click()


def appraise(page: Page, code: str) -> None:
    """Rule on what the engine leaves to a person, conclude, and bring it before the council."""
    page.goto(f"{DOSSIERS}/{code}")
    page.get_by_role("link", name=HOUSEHOLD).first.click()
    for finding in page.locator("details").filter(has_text="Ghi ý kiến thẩm định").all():
        finding.locator("summary").click()
        finding.get_by_label("đạt", exact=True).check()
        finding.get_by_label("Lý do").fill("Ủy ban nhân dân xã đã xác nhận.")
    page.get_by_role("button", name="Lưu ý kiến thẩm định").click()
    page.get_by_role("link", name="Kết luận thẩm định").click()
    page.get_by_label("đủ điều kiện", exact=True).check()
    page.get_by_label("Lý do").fill("Đủ điều kiện theo quy định.")
    page.get_by_role("button", name="Lưu kết luận").click()
    page.get_by_role("link", name="Trình Hội đồng").click()
    page.get_by_role("button", name="Trình Hội đồng").click()
