"""What is done on a page of the demonstration before its picture is taken; nothing of it is kept."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from playwright.sync_api import Page

# One row that is new, one that changes a value, one that is as on record.
FILE_TO_IMPORT: Final = """\
Chỉ tiêu,Đơn vị,Kỳ,Giá trị
rural_roads,huyen-dinh-lap,2019-9T,"14,5"
rural_roads,huyen-van-lang,2019-9T,"27,1"
rural_roads,huyen-bac-son,2019-9T,"24,9"
"""
# A row to be corrected, one whose name stands in the register, a household.
NOMINEES: Final = """\
Họ và tên\tĐối tượng\tNăm sinh\tChức vụ, nghề nghiệp\tĐơn vị, địa chỉ\tTóm tắt thành tích
Hoàng Thị Mẩy\tcá nhân\t19x2\tTrưởng thôn\tThôn Nà Ao, xã Tràng Định\tVận động 48 hộ hiến đất làm đường
Trần Thanh Thắng\tcá nhân\t\tChuyên viên\tXã Tràng Định\tĐưa 12 thủ tục lên dịch vụ công trực tuyến
Nông Văn Páo\thộ gia đình\t\t\tThôn Nà Ao, xã Tràng Định\tHiến 1.200 m² đất làm đường
"""
# Kept in full by name and amount, by the name alone, no gift at all; what left the account is passed over.
STATEMENT_HEAD: Final = "Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Mô tả;Tên người chuyển\n"
STATEMENT_ROWS: Final = (
    "FT26327001;;20.000.000;Chuyen not phan con lai;HOI DONG HUONG (MINH HOA)",
    "FT26327002;;1.000.000;Ung ho lam duong;LY VAN KHACH (MINH HOA)",
    "FT26327003;;500.000;Ung ho be tong duong thon;NGUYEN VAN MAU",
    "FT26327004;2.200.000;;Mua xi mang;",
    "FT26327005;;12.345;Tra lai tien gui;",
)


def nothing(page: Page) -> None:
    """Leave the page as it opens."""


def open_a_figure(page: Page) -> None:
    """Press the budget revenue in the closing report, which opens its trace beside the text."""
    page.locator("a[href$='indicator.budget_revenue.value']").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("#doan-economy").evaluate("part => part.scrollIntoView({block: 'start'})")


def write_a_registration(page: Page) -> None:
    """Begin the commune's registration and write its first part."""
    page.locator("main form button[type=submit]").last.click()
    page.locator("main a[href$='/noi-dung']").first.click()
    page.locator("textarea[name=content]").fill("Làm 2 km đường bê tông liên thôn, xong trước 15/12/2026.")
    page.locator("main form button[type=submit]").last.click()


def fill_in_a_figure(page: Page) -> None:
    """Open the newest sheet, write its first figure and leave the field: share and sentence show."""
    page.locator("main a[href*='/2026-10t']").first.click()
    fields = page.locator("main input[name$='-value']")
    fields.first.fill("52,5")
    fields.nth(1).focus()
    page.wait_for_load_state("networkidle")
    page.locator("h1").evaluate("heading => heading.scrollIntoView({block: 'start'})")


def choose_a_file(page: Page) -> None:
    """Choose a small file and ask for its preview; nothing of it is kept."""
    page.locator("main input[type=file]").set_input_files(
        {"name": "so-lieu-mau.csv", "mimeType": "text/csv", "buffer": FILE_TO_IMPORT.encode()}
    )
    page.locator("main form button[type=submit]").last.click()


def try_a_case(page: Page) -> None:
    """Fill in the short form for a certificate of the province, two excellent years and an initiative, and judge."""
    page.locator("#id_award").select_option("provincial_certificate_of_merit")
    page.locator("#id_recipient").select_option("individual")
    page.locator("#id_type").select_option("merit")
    page.locator("#id_on").fill("20/12/2025")
    for place, year in enumerate(("2025", "2024")):
        page.locator(f"#id_year_{place}").fill(year)
        page.locator(f"#id_grade_{place}").select_option("excellently_completed")
    page.locator("#id_scope_0").select_option("grassroots")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("#ket-luan").evaluate("part => (document.activeElement.blur(), part.scrollIntoView())")


def show_the_standards(page: Page) -> None:
    """Go down to the conditions of the award."""
    page.locator("#tieu-chuan").evaluate("part => part.scrollIntoView()")


def leave_the_head_out(page: Page) -> None:
    """Go down to the heading of the page."""
    page.wait_for_load_state("networkidle")
    page.locator("h1").evaluate("heading => heading.scrollIntoView({block: 'start'})")


def mend_a_dossier(page: Page) -> None:
    """Open the dossier that was returned to the unit."""
    page.get_by_role("link", name="Sửa và nộp lại").first.click()
    leave_the_head_out(page)


def judge_a_list(page: Page) -> None:
    """Paste a few nominees into the unit's draft and have the rows judged; nothing of them is kept."""
    page.get_by_role("link", name="Hoàn thành và nộp").first.click()
    page.wait_for_load_state()
    page.goto(f"{page.url}/doi-tuong/danh-sach")
    page.locator("select[name=award_code]").select_option(label="Bằng khen của Bộ, ban, ngành, tỉnh")
    page.locator("textarea[name=table]").fill(NOMINEES)
    page.locator("main button[value=xem]").last.click()
    page.wait_for_load_state("networkidle")
    page.locator("#ket-qua").evaluate(
        "heading => (heading.scrollIntoView({block: 'start'}), scrollBy(0, 40))"
    )


def open_a_nominee(page: Page) -> None:
    """Open a dossier that is being appraised, and its first nominee."""
    row = page.locator("tr", has_text=re.compile("đang thẩm định|being appraised"))
    row.first.locator("a[href*='/HS-']").first.click()
    page.locator("main a[href*='/doi-tuong/']").first.click()
    leave_the_head_out(page)


def answer_a_ballot(page: Page) -> None:
    """Open the ballot and answer on the first nominee; nothing is sent."""
    page.locator("main a[href$='/phieu']").first.click()
    page.locator("main input[type=radio][value^=yes]").first.check()
    page.locator(".ballot__answers").first.evaluate(
        "part => part.parentElement.scrollIntoView({block: 'start'})"
    )


def read_what_to_sign(page: Page) -> None:
    """Open the first draft that waits for a signature."""
    page.locator("main a[href*='/ky-duyet/']").first.click()
    leave_the_head_out(page)


def open_a_certificate(page: Page) -> None:
    """Open the first certificate of the list."""
    page.locator("main a[href*='/giay-chung-nhan/ma/']").first.click()
    leave_the_head_out(page)


def check_a_certificate(page: Page) -> None:
    """Go from a certificate to the page that anybody sees, and forget who signed in."""
    open_a_certificate(page)
    page.locator("main a[href*='/xac-minh/']").first.click()
    page.context.clear_cookies()
    page.reload()


def check_an_opinion(page: Page) -> None:
    """Write an opinion about the first nominee before the public, up to the page on which it is checked."""
    page.locator("section.card h3 a").first.click()
    page.locator("td a[href*='gop-y']").first.click()
    page.get_by_label("Tôi muốn cung cấp thông tin").check()
    page.locator("textarea").fill("Chị ấy nhiều năm trực Tết thay đồng nghiệp ở xa, bệnh nhân ai cũng quý.")
    page.wait_for_timeout(4000)  # faster than anybody can read it is taken for a machine
    page.get_by_role("button", name="Kiểm tra ý kiến").click()
    page.get_by_role("button", name="Gửi ý kiến").wait_for()


def read_the_comments(page: Page) -> None:
    """Go down to what readers say below the article."""
    page.locator("#y-kien").evaluate("part => part.scrollIntoView({block: 'start'})")


def pick_a_comment(page: Page) -> None:
    """Pick the comment that waits longest and open the reasons; nothing is decided."""
    page.locator("main input[name=y-kien]").first.check()
    page.locator("#moderation-reasons summary").click()
    leave_the_head_out(page)


def open_the_numbers_of_an_article(page: Page) -> None:
    """Open the days of the article that is read most."""
    page.get_by_role("link", name="Một làng quê cùng nhau làm đường").click()
    leave_the_head_out(page)


def tell_of_a_good_example(page: Page) -> None:
    """Write what a visitor knows, up to the page on which it is checked and photos are added."""
    page.get_by_label("một người", exact=True).check()
    page.get_by_label("Tên tấm gương").fill("Nông Thị Đào")
    page.get_by_label("Họ sống hoặc làm việc ở đâu?").fill("thôn Bản Chang, xã Tràng Định")
    page.get_by_label("Họ đã làm gì?").fill("Nhiều năm đưa trẻ qua suối đến trường trong mùa lũ.")
    page.wait_for_timeout(4000)  # faster than anybody can read it is taken for a machine
    page.get_by_role("button", name="Làm tiếp").click()
    page.get_by_role("button", name="Gửi lời giới thiệu").wait_for()
    page.locator("h1").evaluate("heading => heading.scrollIntoView({block: 'start'})")


def open_the_desk_of_a_story(page: Page) -> None:
    """Go from the list of proposals to the example whose story is public."""
    page.goto(f"{page.url}?buoc=published")
    page.locator("main a[href*='/guong-duoc-gioi-thieu/']").first.click()
    page.get_by_role("link", name="Sự đồng ý và bài viết").click()
    leave_the_head_out(page)


def open_a_consultation(page: Page) -> None:
    """Open the list that was before the public, with what became of the opinions."""
    page.locator("main table a[href*='/lay-y-kien/']").first.click()
    leave_the_head_out(page)


def open_a_decision(page: Page) -> None:
    """Open the newest decision with its annex."""
    page.locator("main table a[href*='/tra-cuu/quyet-dinh/']").first.click()
    leave_the_head_out(page)


def check_without_a_network(page: Page) -> None:
    """Open what there is to know of checking without a network."""
    page.locator("details summary").last.click()
    page.locator("details").last.evaluate("part => part.scrollIntoView({block: 'start'})")


def open_the_first_recipient(page: Page) -> None:
    """Go from a hit to the life of the person."""
    page.locator("main a[href*='/so-khen-thuong/nguoi/']").first.click()
    leave_the_head_out(page)


def open_a_waiting_book(page: Page) -> None:
    """Open the rows of the book that waits to be confirmed, whatever their verdict."""
    page.locator("main a[href*='/nhap-so-cu/']", has_text=re.compile("Danh sách")).first.click()
    page.wait_for_load_state("networkidle")
    page.goto(f"{page.url.rstrip('/')}/dong?loai=tat-ca")
    page.locator("#dong-8").evaluate("row => (row.scrollIntoView({block: 'start'}), scrollBy(0, -230))")


def open_a_pair(page: Page) -> None:
    """Open a pair of lines that may be about one person, one of them without marks."""
    page.locator("main table a[href*='/nhan-dien-nguoi/']", has_text="Hoang Van Thu").first.click()
    leave_the_head_out(page)


def go_to_the_map(page: Page) -> None:
    """Go down to the map of tiles."""
    page.locator("svg.map__drawing").first.evaluate(
        "part => (part.scrollIntoView({block: 'start'}), scrollBy(0, -120))"
    )


def follow_a_gift(page: Page) -> None:
    """Go to the receipt of somebody who agreed to be named, and down to the work that was paid."""
    page.locator("main a[href*='/phieu-thu/']", has_text="Hoa").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("h1").evaluate("heading => heading.scrollIntoView({block: 'start'})")


def look_at_a_statement(page: Page) -> None:
    """Send a statement of today with a promise kept, one told by its name alone, and interest; nothing is received."""
    on = f"{date.today():%d/%m/%Y}"  # noqa: DTZ011  # the day of this machine, as in the demonstration
    text = STATEMENT_HEAD + "".join(f"{on};{row}\n" for row in STATEMENT_ROWS)
    page.locator("main input[type=file]").set_input_files(
        {"name": "sao-ke-thang-nay.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    leave_the_head_out(page)


def go_to_the_sources(page: Page) -> None:
    """Go to what stands below the text of an article, and open the figures of the plan."""
    page.locator("details:has(li[id^=nguon-]) > summary").first.click()
    page.get_by_role("heading", name="Nguồn số liệu").evaluate("one => one.scrollIntoView()")


def open_the_results(page: Page) -> None:
    """Open the contest whose prizes are decided."""
    page.get_by_role("link", name="Lễ hội Xứ Lạng").click()
