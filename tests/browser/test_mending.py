"""An editor mends what the checks suggest by one press, without JavaScript too, and finds the former draft again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE
from tests.factories.portal import article
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.models import Article


def test_one_press_mends_the_draft_and_says_where_the_former_one_is(
    page: Any, browser: Any, browser_context_args: Any, live_server: Any, sign_in: Callable[..., object]
) -> None:
    set_up_site()
    sign_in("editor")
    made = article(live=False, body=[("paragraph", "<p>Các tầng lớp nhân nhân hưởng  ứng.</p>")])
    made.save_revision()
    address = f"{live_server.url}{reverse('desk_checks', args=[made.pk])}"
    for size in (PHONE, {"width": 1280, "height": 900}):
        page.set_viewport_size(size)
        page.goto(address)
        assert violations(page) == []

    own = {"java_script_enabled": False, "storage_state": page.context.storage_state()}
    context = browser.new_context(**browser_context_args | own)
    still = context.new_page()
    still.goto(address)
    still.get_by_role("button", name="Sửa giúp").first.click()
    expect(still.get_by_text("Trong bản nháp, «nhân nhân» đã được sửa thành «nhân dân».")).to_be_visible()
    expect(still.get_by_role("button", name="Sửa giúp")).to_have_count(1)
    former = still.get_by_role("link", name="Bản nháp trước đó")
    expect(former).to_have_attribute("href", reverse("wagtailadmin_pages:history", args=[made.pk]))
    context.close()
    draft = Article.objects.get(pk=made.pk).get_latest_revision_as_object()
    assert draft.body[0].value.source == "<p>Các tầng lớp nhân dân hưởng  ứng.</p>"
