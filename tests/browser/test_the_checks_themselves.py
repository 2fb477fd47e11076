"""A check that cannot fail is no check: each is shown a page that it must find wrong."""

from playwright.sync_api import Page

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import PHONE

GOOD = """<!doctype html><html lang="vi"><head><title>Trang thử</title></head>
<body><main><h1>Trang thử</h1><label>Họ và tên <input></label></main></body></html>"""


def test_a_clean_page_breaks_no_rule(page: Page) -> None:
    page.set_content(GOOD)
    assert violations(page) == []


def test_a_field_without_a_label_and_two_tiny_targets_are_found(page: Page) -> None:
    tiny = "<button style='display:block;width:9px;height:9px;padding:0;border:0'>1</button>" * 2
    page.set_content(GOOD.replace("</main>", f"<input id=nameless>{tiny}</main>"))
    rules = {line.split(" ")[0] for line in violations(page)}
    assert rules == {"label", "target-size"}


def test_a_page_that_scrolls_sideways_names_the_element(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.set_content(GOOD.replace("</main>", "<p id=wide style='width:400px'>rộng</p></main>"))
    assert wider_than_the_page(page) == ["p#wide"]


def test_a_wide_table_in_its_own_scroller_is_no_fault(page: Page) -> None:
    page.set_viewport_size(PHONE)
    table = "<div style='overflow-x:auto'><table style='width:900px'><tr><td>1</td></tr></table></div>"
    page.set_content(GOOD.replace("</main>", f"{table}</main>"))
    assert wider_than_the_page(page) == []
