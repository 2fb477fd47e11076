"""Who the browser is, without the form of signing in."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

from thidua.accounts.models import User

BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


def enter_as(context: BrowserContext, site: str, user: User) -> None:
    """Let the browser be that person's from now on, on the site of that address."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
