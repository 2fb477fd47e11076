"""A real browser on the real pages: the system's Chromium, driven by Playwright.

Under our strict Content-Security-Policy `page.wait_for_function("…")` cannot work, because it evaluates text
in the page; wait with `expect(locator)`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.browser.sessions import enter_as
from tests.databases import sqlite_original
from thidua.accounts.models import User
from thidua.orgs.actions import create_unit, open_account
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit
from thidua.web.shell import fonts
from tools import chromium, demo_site

# Playwright keeps an event loop running in this thread; Django would take every query for an async mistake.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
expect.set_options(timeout=15_000)  # a busy machine is no fault of the page

HERE = Path(__file__).parent
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test below this folder, so that `-m browser` finds it."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium; without one the tests are skipped with a sentence that says what to do."""
    path = chromium.find()
    if path is None:
        pytest.skip("Chromium is not on this machine: run `make test`, or install the package `chromium`.")
    return browser_type_launch_args | {"executable_path": path, "args": chromium.ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Browse as a Vietnamese reader at a desk; a test sets another size with `page.set_viewport_size(PHONE)`."""
    return browser_context_args | {
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
        "viewport": DESKTOP,
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session", autouse=True)
def fonts_are_built() -> None:
    """Pages are judged in their own typeface."""
    demo_site.take_fonts(settings.ASSETS)
    fonts.build(settings.ASSETS / "fonts")


@pytest.fixture
def watched() -> Iterator[Callable[[Page], Page]]:
    """Give a function that watches a page: the test fails when the page throws an error, breaks the security
    policy, or asks another host for something."""
    seen: list[str] = []

    def note_console(page: Page, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        is_the_page_itself = url == page.url  # an error page announces its own status
        # Wagtail saves by itself while one writes, and is answered so as long as a required field is empty.
        is_not_complete_yet = "/bien-tap/pages/" in url and "status of 400" in message.text
        if message.type == "error" and not (is_the_page_itself or is_not_complete_yet):
            seen.append(f"console: {message.text}")

    def note_request(url: str) -> None:
        if not url.startswith(("http://localhost", "http://127.0.0.1", "data:", "blob:", "about:")):
            seen.append(f"asked another host: {url}")

    def watch(page: Page) -> Page:
        page.on("console", lambda message: note_console(page, message))
        page.on("pageerror", lambda error: seen.append(f"script: {error}"))
        page.on("request", lambda request: note_request(request.url))
        return page

    yield watch
    assert seen == []


@pytest.fixture(autouse=True)
def nothing_goes_wrong_silently(request: pytest.FixtureRequest, watched: Callable[[Page], Page]) -> None:
    """Watch the page of the test, where it asks for one."""
    if "page" in request.fixturenames:
        watched(request.getfixturevalue("page"))


@pytest.fixture(scope="session")
def demo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration province as an installation does; give its address.

    Loaded once for all workers, and copied for each: what a test changes there, the next one of the same worker
    sees. For a desk of one's own use `demo_site.sign_in(page, demo_address, "chuyen-vien")`.
    """
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(loaded_demonstration(tmp_path_factory.getbasetemp()), folder, dirs_exist_ok=True)
    with demo_site.served(folder) as address:
        yield address


def loaded_demonstration(own: Path) -> Path:
    """Return the folder of the demonstration that the first worker of this run loads for all."""
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    loaded, making = shared / "demonstration", shared / "demonstration.making"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not loaded.exists():
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            shutil.copy(sqlite_original(), making / "thidua.sqlite3")
            demo_site.take_fonts(making / "assets")
            demo_site.prepare(making)
            making.rename(loaded)
    return loaded


@pytest.fixture(scope="session")
def seats(
    browser: Browser, browser_context_args: dict[str, Any], demo_address: str
) -> Callable[[str], dict[str, Any]]:
    """Give a function that returns the cookies of a demonstration account, which signs in once for all tests.

    Whoever signs out in a test must sign in on its own: signing out ends the session for everybody.
    """
    kept: dict[str, dict[str, Any]] = {}

    def cookies_of(username: str) -> dict[str, Any]:
        if username not in kept:
            context = browser.new_context(**browser_context_args)
            demo_site.sign_in(context.new_page(), demo_address, username)
            kept[username] = dict(context.storage_state())
            context.close()
        return kept[username]

    return cookies_of


@pytest.fixture
def desk(
    browser: Browser,
    browser_context_args: dict[str, Any],
    demo_address: str,
    seats: Callable[[str], dict[str, Any]],
    watched: Callable[[Page], Page],
) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a page of the demonstration, as an account or as the public.

    `desk("chuyen-vien")`, `desk("don-vi", size=PHONE, script=False)`, `desk()`; addresses begin with a slash.
    """

    opened: list[BrowserContext] = []

    def sit(username: str = "", *, size: dict[str, int] = DESKTOP, script: bool = True) -> Page:
        own = {"base_url": demo_address, "viewport": size, "java_script_enabled": script}
        context = browser.new_context(
            **browser_context_args | own, storage_state=seats(username) if username else None
        )
        opened.append(context)
        return watched(context.new_page())

    yield sit
    for context in opened:
        context.close()


@pytest.fixture
def sign_in(page: Page, live_server: Any) -> Callable[..., User]:
    """Give a function that opens an account with a role and signs the browser in as it.

    `sign_in("board_officer")` holds the role on the province, `sign_in("unit_officer", unit=commune)` on a unit.
    """

    def enter(role: str, *, unit: Unit | None = None) -> User:
        user = open_account(
            username=role.replace("_", "-"),
            full_name=f"Người kiểm thử ({role})",
            password="mat khau kiem thu 2019",
            role=role,
            unit=unit or province(),
            by=None,
            must_change_password=False,
        )
        enter_as(page.context, live_server.url, user)
        return user

    return enter


def province() -> Unit:
    """Return the province of the test, made when there is none."""
    found = Unit.objects.filter(kind=UnitKind.PROVINCE).first()
    return found or create_unit(draft=UnitDraft(name="Tỉnh Lạng Sơn", kind=UnitKind.PROVINCE), by=None)
