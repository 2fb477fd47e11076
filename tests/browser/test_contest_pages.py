"""Pages of a contest's office and of its jury keep the rules; a juror declares, marks and hands in by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults_everywhere
from tests.browser.conftest import PHONE
from tests.browser.sessions import enter_as
from tests.factories.juries import Jury, judged, jury, opened
from tests.factories.movements import SmallProvince, small_province
from tests.factories.records import edition
from thidua.accounts.models import User
from thidua.contests.actions import close_round, declare_conflict, open_round, reveal
from thidua.contests.enums import TieSettling

OFFICE = "/lam-viec/giai-thuong"
DESK = "/lam-viec/cham-thi"
LONG = "Chuyện kể bên bếp lửa nhà sàn của những người giữ rừng hồi trên đỉnh Mẫu Sơn quanh năm mây phủ " * 3


@pytest.fixture
def place(transactional_db: None) -> Iterator[SmallProvince]:
    cache.clear()
    yield small_province()
    cache.clear()


def _enter(page: Page, live_server: Any, user: User) -> None:
    page.context.clear_cookies()
    enter_as(page.context, live_server.url, user)


def _walk(page: Page, live_server: Any, addresses: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for address in addresses:
        answer = page.goto(f"{live_server.url}{address}")
        assert answer is not None
        wrong = faults_everywhere(page)
        if wrong or answer.status != 200:
            found[address] = [str(answer.status), *wrong]
    return found


def test_pages_of_the_office_break_no_rule_while_a_jury_judges(
    page: Page, live_server: Any, place: SmallProvince
) -> None:
    made = opened(place, entries=2)
    made.entries[0].title = LONG[:290]
    made.entries[0].save()
    one = f"{OFFICE}/{made.edition.pk}"
    juror = made.edition.jurors.get(user=made.jurors[0]).pk
    recorded = edition(place, of=made.edition.competition, year=2014, number=4)
    _enter(page, live_server, place.officer)
    pages = ["", "/the-le", "/giam-khao", f"/giam-khao/{juror}/thoi", f"/giam-khao/{juror}/lien-quan"]
    pages += ["/bai", "/bai/nhap", f"/bai/{made.entries[0].pk}/rut", "/dong-vong"]
    addresses = [OFFICE, f"{OFFICE}/nguoi-du-thi", *(f"{one}{more}" for more in pages)]
    assert _walk(page, live_server, [*addresses, f"{OFFICE}/{recorded.pk}"]) == {}


def test_pages_of_the_office_break_no_rule_before_and_after_the_jury(
    page: Page, live_server: Any, place: SmallProvince
) -> None:
    before = jury(place, entries=1)
    over = opened(place, jurors=2)
    judged(over, {over.jurors[0]: [["8", "4"], ["8", "4"], ["6", "4"]]})
    judged(over, {over.jurors[1]: [["9", "5"], ["9", "5"], ["7", "4"]]})
    close_round(edition=over.edition, by=place.officer)
    reveal(edition=over.edition, by=place.officer)
    _enter(page, live_server, place.officer)
    early, late = f"{OFFICE}/{before.edition.pk}", f"{OFFICE}/{over.edition.pk}"
    addresses = [early, f"{early}/cham", f"{early}/mo-vong", late, f"{late}/vong/1", f"{late}/cong-bo"]
    assert _walk(page, live_server, addresses) == {}


def test_pages_of_a_juror_break_no_rule(page: Page, live_server: Any, place: SmallProvince) -> None:
    made = opened(place, jurors=1, entries=3)
    chair = made.jurors[0]
    declare_conflict(edition=made.edition, code=made.codes[2], reason="Em gái tôi " * 20, by=chair)
    made.entries[0].title = LONG[:290]
    made.entries[0].save()
    _enter(page, live_server, chair)
    desk = f"{DESK}/{made.edition.pk}"
    work = f"{desk}/bai/{made.codes[0]}"
    assert _walk(page, live_server, [DESK, desk, work, f"{work}/lien-quan", f"{desk}/nop"]) == {}


def test_the_page_on_which_a_chair_settles_a_tie_breaks_no_rule(
    page: Page, live_server: Any, place: SmallProvince
) -> None:
    made = opened(place, jurors=1, tie_rule=TieSettling.CHAIR)
    judged(made, {made.jurors[0]: [["8", "4"], ["8", "4"], ["6", "4"]]})
    close_round(edition=made.edition, by=place.officer)
    _enter(page, live_server, made.jurors[0])
    desk = f"{DESK}/{made.edition.pk}"
    work = f"{desk}/bai/{made.codes[0]}"
    assert _walk(page, live_server, [desk, f"{desk}/dong-hang", work]) == {}


def test_a_juror_declares_marks_and_hands_in_by_keyboard_alone(
    page: Page, live_server: Any, place: SmallProvince
) -> None:
    made = jury(place, entries=2, jurors=1)
    open_round(edition=made.edition, by=place.officer)
    _enter(page, live_server, made.jurors[0])
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}{DESK}/{made.edition.pk}")
    _press(page, "button", "Tôi không có liên quan nào khác")
    first, second = sorted(made.codes)
    _press(page, "a", f"{first}:")
    _type(page, "criterion_1", "11")
    _type(page, "criterion_2", "4,5")
    page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("#id_criterion_2")).to_have_value("4,5")
    page.locator("#id_criterion_1").press("Control+a")
    page.keyboard.type("9,5")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(_title(made, second))
    _type(page, "criterion_1", "7")
    _type(page, "criterion_2", "3")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Đã chấm đủ 2 trên 2 bài")
    _press(page, "a", "Nộp điểm", leads_on=False)  # the question comes up on the same page
    expect(page.locator("dialog")).to_be_visible()
    _press(page, "button", "Nộp điểm")
    expect(page.locator("main")).to_contain_text("Đã nộp điểm của bạn.")


def _title(made: Jury, code: str) -> str:
    return next(one.title for one in made.entries if one.code == code)


def _type(page: Page, name: str, text: str) -> None:
    """Reach the field by Tab and type."""
    _reach(page, f"document.activeElement.name === '{name}'")
    page.keyboard.type(text)


def _press(page: Page, kind: str, words: str, *, leads_on: bool = True) -> None:
    """Reach the link or button by Tab and press Enter; wait for the page that it leads to."""
    wanted = f"document.activeElement.matches('main {kind}, dialog {kind}')"
    _reach(page, f"{wanted} && document.activeElement.textContent.includes('{words}')")
    if not leads_on:
        page.keyboard.press("Enter")
        return
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _reach(page: Page, script: str) -> None:
    for _step in range(80):
        if page.evaluate(script):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"never reached by Tab: {script}")
