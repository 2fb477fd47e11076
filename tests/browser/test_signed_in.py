"""The browser as somebody with a role."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from playwright.sync_api import Page

from thidua.accounts.models import User


def test_the_browser_holds_the_session_of_the_account(
    page: Page, live_server: Any, sign_in: Callable[..., User]
) -> None:
    user = sign_in("board_officer")
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies(live_server.url)}
    assert Session.objects.get(session_key=cookies["sessionid"]).get_decoded()[SESSION_KEY] == str(user.pk)
    assert [(held.role, held.unit.name) for held in user.role_assignments.all()] == [
        ("board_officer", "Tỉnh Lạng Sơn")
    ]
