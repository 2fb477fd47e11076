"""A leader approves an article by the main button."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect
from wagtail.models import Workflow

from tests.browser.sessions import enter_as
from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import province_2019
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.models import Article


def test_the_main_button_approves_and_says_so(page: Page, live_server: Any, transactional_db: None) -> None:
    set_up_site()
    place = province_2019()
    made = article(live=False, body=[("heading", "Nhân dân hưởng ứng")])
    made.save_revision()
    Workflow.objects.get(active=True).start(made, account(EDITOR.code, place.unit("province")))
    enter_as(page.context, live_server.url, account(BOARD_LEADER.code, place.unit("province")))
    page.goto(f"{live_server.url}{reverse('wagtailadmin_pages:edit', args=[made.pk])}")
    page.get_by_role("button", name="Duyệt và xuất bản").first.click()
    expect(page.get_by_text("Đã duyệt và xuất bản: Tổng kết phong trào")).to_be_visible()
    assert Article.objects.get(pk=made.pk).live is True
