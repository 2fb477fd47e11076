"""The editor's desk in a real browser: an article is written, checked, sent, published, corrected and scheduled.

Every page is watched: an error in the console, a broken policy or a call to another host fails the test. axe
judges the desk by every rule, Wagtail's own markup too; only while the calendar of a day is open does it not look: its
buttons have no names, but no key stops at them, and the day is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations

Desk = Callable[..., Page]
NEWS = "/tin-tuc"
HOME = "/lam-viec/bien-tap/"
REVENUE = "5.027 tỷ đồng"


def begin_an_article(page: Page, title: str, lead: str) -> Locator:
    """Open a new article from the first page of the desk, and fill its fields; return its one paragraph, empty."""
    page.goto(HOME)
    assert violations(page) == []
    page.get_by_role("link", name="Viết bài").click()
    page.get_by_role("textbox", name="Tiêu đề*").fill(title)
    page.locator("#id_lead").fill(lead)
    page.locator("#id_author").fill("Trần Văn Ba")
    page.locator("#id_issued_by").fill("Ban Thi đua – Khen thưởng tỉnh Lạng Sơn")
    type_a_day(page, "#id_published_on", "31/10/2019")
    body = page.locator("[data-contentpath='body']")
    body.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name="đoạn", exact=True).click()
    return body.locator(".public-DraftEditor-content")


def write(page: Page, paragraph: Locator, text: str) -> None:
    """Type `text` into the paragraph, and wait until the form holds it: Draftail hands it over after a moment."""
    paragraph.click()
    page.keyboard.type(text)
    expect(page.locator("input[name='body-0-value']")).to_have_value(re.compile(re.escape(text.strip())))


def type_a_day(page: Page, field: str, day: str) -> None:
    """Fill a field of a day, and close the calendar that opens at it, as a click anywhere does."""
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    page.locator(field).fill(day)
    expect(calendar).to_have_count(1)
    page.locator("body").dispatch_event("mousedown")
    expect(calendar).to_have_count(0)


def insert_the_revenue(page: Page) -> None:
    """Take the figure from the list where it stands at the frozen report, into where the cursor was."""
    page.get_by_label("Từ trong tên số liệu").fill("thu ngan sach gia tri 5.027")
    page.get_by_role("button", name=re.compile(rf"^Chèn .*{REVENUE}")).first.click()
    expect(page.get_by_text("Đã chèn vào chỗ con trỏ.")).to_be_visible()


def save(page: Page) -> None:
    """Save the draft, and wait for the answer."""
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.reload()  # what the next step waits for must be new


def act(page: Page, name: re.Pattern[str]) -> None:
    """Open the menu at the foot of the form and press one of its actions."""
    page.locator("footer button[aria-expanded]").first.click()
    page.locator("footer").get_by_role("button", name=name).first.click()


def news(reader: Page) -> str:
    """Return the list of news as everybody reads it."""
    reader.goto(NEWS)
    return reader.locator("main").inner_text()


def test_an_article_goes_from_the_editor_over_the_checks_and_the_leader_to_the_reader(desk: Desk) -> None:
    title = "Tổng kết đợt thi đua (kiểm thử)"
    editor, leader, reader = desk("bien-tap"), desk("lanh-dao-ban"), desk()

    paragraph = begin_an_article(editor, title, "Tỉnh đã tổng kết , hai đợt thi đua.")
    expect(editor.locator("#id_slug")).to_have_value("tong-ket-dot-thi-dua-kiem-thu")
    write(editor, paragraph, "Có 27 tập thể được biểu dương. Thu ngân sách được ")
    insert_the_revenue(editor)
    expect(editor.locator("input[name='body-0-value']")).to_have_value(re.compile("budget_revenue"))
    # Of the scrolled form, what Wagtail's fixed bars half cover would count as too small.
    assert [each for each in violations(editor) if not each.startswith("target-size")] == []
    save(editor)

    editor.get_by_role("link", name="Kiểm tra trước khi xuất bản").click()
    expect(editor.get_by_role("heading", name="Còn 2 điểm cần xem")).to_be_visible()
    assert violations(editor) == []
    expect(editor.get_by_text("Dấu câu chưa đúng ở «kết ,». Nên viết: «kết,».")).to_be_visible()
    editor.get_by_label("Lý do giữ nguyên – 27").fill("Đếm tại hội nghị.")
    editor.get_by_role("button", name="Chấp nhận với lý do này – 27").click()
    expect(editor.get_by_role("heading", name="Còn 1 điểm cần xem")).to_be_visible()
    editor.get_by_role("link", name="Về bài viết").click()
    editor.locator("#id_lead").fill("Tỉnh đã tổng kết, hai đợt thi đua.")
    save(editor)
    expect(editor.get_by_role("tabpanel", name="Nội dung").get_by_text("Không còn điểm nào")).to_be_visible()

    editor.get_by_role("button", name="Xem trước").first.click()
    preview = editor.frame_locator("iframe.w-preview__iframe").last
    expect(preview.get_by_role("heading", name=title)).to_be_visible()
    expect(preview.get_by_text(f"Thu ngân sách được {REVENUE}")).to_be_visible()
    editor.locator("footer button[aria-expanded]").first.click()
    expect(editor.locator("footer").get_by_role("button", name="Xuất bản")).to_have_count(0)
    editor.locator("footer").get_by_role("button", name="Gửi vào quy trình Duyệt bài").click()
    expect(editor.get_by_text(f"Đã gửi duyệt trang “{title}”.")).to_be_visible()
    assert title not in news(reader)

    leader.goto(HOME)
    assert violations(leader) == []
    leader.get_by_role("link", name=title).first.click()
    act(leader, re.compile("^Duyệt và xuất bản"))
    expect(leader.locator(".messages .success")).to_be_visible()
    assert title in news(reader)
    reader.get_by_role("link", name=title).first.click()
    reader.get_by_role("link", name=REVENUE).click()
    expect(reader.locator(":target")).to_contain_text("Tổng thu ngân sách trên địa bàn")

    leader.get_by_role("link", name=title).first.click()
    leader.get_by_role("button", name="Thêm đính chính").click()
    type_a_day(leader, "#id_corrections-0-corrected_on", "05/11/2019")
    leader.locator("#id_corrections-0-note").fill("Tên ban tổ chức đã được ghi lại cho đúng.")
    act(leader, re.compile("^(Xuất bản|Hẹn giờ xuất bản)"))
    expect(leader.locator(".messages .success")).to_be_visible()
    reader.reload()
    expect(reader.get_by_text("Tên ban tổ chức đã được ghi lại cho đúng.")).to_be_visible()


def test_a_leader_schedules_an_article_which_nobody_reads_before(desk: Desk) -> None:
    title = "Bài hẹn giờ (kiểm thử)"
    leader, reader = desk("lanh-dao-ban"), desk()
    paragraph = begin_an_article(leader, title, "Tỉnh sẽ phát động một đợt thi đua.")
    write(leader, paragraph, "Đợt thi đua mở cho mọi đơn vị.")
    save(leader)
    leader.locator("[data-side-panel-toggle=status]").click()
    leader.get_by_role("button", name="Đặt lịch").click()
    expect(leader.get_by_role("heading", name="Đặt lịch xuất bản")).to_be_visible()
    assert violations(leader) == []
    tomorrow = timezone.localtime() + timedelta(days=1)
    type_a_day(leader, "#id_go_live_at", tomorrow.strftime("%d/%m/%Y 08:00"))
    leader.get_by_role("button", name="Lưu lịch").click()
    expect(leader.locator("[data-side-panel=status]")).to_contain_text(tomorrow.strftime("08:00 %d/%m/%Y"))
    act(leader, re.compile("^(Xuất bản|Hẹn giờ xuất bản)"))
    expect(leader.locator(".messages .success")).to_contain_text(title)
    assert title not in news(reader)
