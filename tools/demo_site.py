"""The demonstration province served for a while: for pictures, browser tests and measurements.

It has a folder of its own and never touches the one that `make demo` serves.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from tools.postgres import free_port, stop_with_parent

THIDUA: Final = str(Path(sys.executable).parent / "thidua")
# What `make demo-data` does, in one process: each of the commands alone would take seconds to start.
STEPS: Final = (
    "migrate --verbosity 0",
    "demo",
    "build-assets --verbosity 0",
    "collectstatic --noinput --verbosity 0",
)
ONE_AFTER_THE_OTHER: Final = (
    "import sys; from thidua.config.cli import main; [main(step.split()) for step in sys.argv[1:]]"
)
START_SECONDS: Final = 120  # on a busy machine
BUILT: Final = Path(__file__).resolve().parent.parent / "var" / "assets"


class NotServed(Exception):
    """The site could not be brought up; the text is what the command said."""


def settings_for(folder: Path) -> dict[str, str]:
    """Return the environment of an installation that keeps everything in `folder`."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("THIDUA_")}
    # No page is kept: what one person does in a walk, the next one sees at once.
    fixed = {"THIDUA_SECRET_KEY": "only-for-a-demonstration", "THIDUA_PAGE_CACHE_SECONDS": "0"}
    return own | fixed | {"THIDUA_VAR": str(folder)}


def prepare(folder: Path) -> None:
    """Load the demonstration into `folder`, or keep what is there; raises NotServed."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_THE_OTHER, *STEPS],
        env=settings_for(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotServed(f"The demonstration was not loaded:\n{done.stdout}{done.stderr}")


def take_fonts(assets: Path) -> None:
    """Copy the fonts that `make assets` cut for the checkout, when there are any, into the folder `assets`."""
    if BUILT.is_dir():
        shutil.copytree(BUILT, assets, dirs_exist_ok=True)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the installation in `folder`; give its address; stop it at the end. Raises NotServed."""
    port = free_port()
    with running([THIDUA, "serve", "--port", str(port)], settings_for(folder), port, folder):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: list[str], environment: dict[str, str], port: int, folder: Path) -> Iterator[int]:
    """Run a server in `folder` and a session of its own; give the session's number; stop it at the end.

    Raises NotServed when nothing answers on `port`.
    """
    log = folder / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=folder, env=environment,
            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True, preexec_fn=stop_with_parent,
        )  # fmt: skip
    try:
        wait_until_served(server, f"http://127.0.0.1:{port}", log)
        yield server.pid
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def wait_until_served(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return when the site answers anything at all; raises NotServed with its log when it does not."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  (our own loopback address)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise NotServed(f"the site did not start:\n{log.read_text()}")


def sign_in(page: Page, site: str, username: str) -> None:
    """Sign `page` in as one of the demonstration's accounts, through the form as a person would.

    Django must be set up: the password is read where the demonstration keeps it.
    """
    from thidua.demo.sign_ins import PASSWORD

    page.goto(f"{site}/dang-nhap")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(lambda url: "/dang-nhap" not in url)
