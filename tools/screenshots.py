"""Pictures of the real pages for the README: the demonstration province, at a desk and on a phone.

.venv/bin/python -m tools.screenshots            all pictures, into docs/pictures
.venv/bin/python -m tools.screenshots my-work    those whose name begins so
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import django
from playwright.sync_api import Browser, sync_playwright

from tools import chromium, demo_site

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "docs" / "pictures"
DESK: Final = (1280, 900)
PHONE: Final = (320, 640)


@dataclass(frozen=True)
class Picture:
    """One picture: file name, address, and who looks (a sign-in name of the demonstration, or the public)."""

    name: str
    address: str
    as_whom: str = ""
    size: tuple[int, int] = DESK
    dark: bool = False


PICTURES: Final = (
    Picture("sign-in", "/dang-nhap"),
    Picture("sign-in-en", "/en/dang-nhap"),
)


def main() -> int:
    """Take the pictures that were asked for; return the exit code."""
    wanted = [picture for picture in PICTURES if picture.name.startswith(tuple(sys.argv[1:] or [""]))]
    path, why_not = chromium.find_or_install()
    if path is None:
        print(f"No pictures: {why_not}.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="thidua-pictures-") as var, sync_playwright() as playwright:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "thidua.config.settings", "THIDUA_VAR": var}
        django.setup()
        demo_site.prepare(Path(var))
        with demo_site.served(Path(var)) as address:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
            for picture in wanted:
                take(browser, address, picture)
            browser.close()
    return 0


def take(browser: Browser, site: str, picture: Picture) -> None:
    """Open the page as the person who looks, and keep what shows without scrolling."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    if picture.as_whom:
        demo_site.sign_in(page, site, picture.as_whom)
    page.goto(site + picture.address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.context.close()
    print(f"taken: {picture.name}")


if __name__ == "__main__":
    sys.exit(main())
