"""A visitor on a phone enters a contest, follows the work up, and sees the result; a juror marks by code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations, wider_than_the_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.sessions import enter_as
from tests.factories.contests import categories, rules_content
from tests.factories.juries import judging
from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.records import edition
from tests.factories.works import pdf
from thidua.accounts.models import User
from thidua.accounts.roles import JUROR
from thidua.contests import actions
from thidua.contests.models import EditionRules, Entry
from thidua.web.shell import public_forms


@pytest.fixture
def place(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallProvince]:
    monkeypatch.setattr(public_forms, "QUICKEST", 0)  # a script types faster than a person
    cache.clear()
    yield small_province()
    cache.clear()


def test_a_visitor_enters_on_a_phone_and_sees_the_result(
    page: Page, live_server: Any, place: SmallProvince, tmp_path: Path
) -> None:
    rules = _open(place)
    work = tmp_path / "Ha Thi Kin.pdf"
    work.write_bytes(pdf())
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/giai-thuong")
    assert _faults(page) == []
    page.locator("main").get_by_role("link").first.click()
    assert _faults(page) == []
    page.get_by_role("link", name="Gửi bài dự thi").first.click()
    assert _faults(page) == []
    page.get_by_label("Văn xuôi").check()
    page.locator("#id_title").fill("Mùa hoa hồi")
    page.locator("#id_authors").fill("Hà Thị Kín\nVi Văn Lai")
    page.locator("#id_phone").fill("0912345678")
    page.locator("#id_work").set_input_files(work)
    page.get_by_label("Tôi đã đọc thể lệ", exact=False).check()
    page.get_by_role("button", name="Gửi bài").click()
    entry = Entry.objects.get()
    expect(page.locator("main")).to_contain_text(entry.follow_up_code or "")
    assert _faults(page) == []
    page.get_by_role("button", name="Theo dõi bài dự thi").click()
    expect(page.locator("main")).to_contain_text("sau đó ban giám khảo chấm theo phách")

    juror = _before_the_jury(place, rules)
    entry.refresh_from_db()
    _mark(page, live_server, juror, entry, rules)
    _publish(place, rules)

    page.context.clear_cookies()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{live_server.url}/giai-thuong/{rules.edition_id}")
    expect(page.locator("#ket-qua ~ * >> text=Hà Thị Kín, Vi Văn Lai").first).to_be_visible()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert _faults(page) == []
    page.goto(f"{live_server.url}/theo-doi?ma={entry.follow_up_code}")
    expect(page.locator("main")).to_contain_text("Bài này đoạt: Giải A")
    expect(page).to_have_url(f"{live_server.url}/theo-doi")  # an old link: its code is in no history


def _faults(page: Page) -> list[str]:
    return violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]


def _open(place: SmallProvince) -> EditionRules:
    now = timezone.now()
    content = rules_content(opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1))
    made = edition(place, results=[], year=now.year, awarded_on=None)
    rules = actions.open_for_entries(edition=made, content=content, categories=categories(), by=place.officer)
    return actions.set_judging(rules=rules, content=judging(), version=rules.version, by=place.officer)


def _before_the_jury(place: SmallProvince, rules: EditionRules) -> User:
    EditionRules.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    rules.refresh_from_db()
    actions.assign_codes(rules=rules, by=place.officer)
    juror = account(JUROR.code, place.province, "Giám Khảo Một")
    actions.appoint_juror(edition=rules.edition, user=juror, by=place.officer)
    actions.open_round(edition=rules.edition, by=place.officer)
    return juror


def _mark(page: Page, live_server: Any, juror: User, entry: Entry, rules: EditionRules) -> None:
    """Let the juror mark on a phone, by keyboard."""
    enter_as(page.context, live_server.url, juror)
    page.goto(f"{live_server.url}/lam-viec/cham-thi/{rules.edition_id}")
    assert _faults(page) == []
    page.get_by_role("button", name="Tôi không có liên quan nào khác").click()
    page.get_by_role("link", name=f"{entry.code}: Mùa hoa hồi").click()
    assert _faults(page) == []
    expect(page.locator("main")).not_to_contain_text("Hà Thị Kín")
    page.locator("#id_criterion_1").focus()
    page.keyboard.type("8,5")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Đã chấm đủ 1 trên 1 bài")
    actions.hand_in_marks(edition=rules.edition, by=juror)


def _publish(place: SmallProvince, rules: EditionRules) -> None:
    actions.close_round(edition=rules.edition, by=place.officer)
    actions.reveal(edition=rules.edition, by=place.officer)
    rules.edition.refresh_from_db()
    actions.publish_results(edition=rules.edition, version=rules.edition.version, by=place.officer)
