"""How many readers the public pages bear: `python -m tools.portal_speed [--seconds 10] [--folder DIR] [--phone]`.

The demonstration is served by `thidua serve`, one worker, and asked by sixteen connections from this process; a plain
Wagtail start page is served and asked in the same way. A core's share is answers divided by processor time of
the server, so that it does not matter how busy the readers keep the other core. With `--phone` the pages are opened
in a browser instead, as on a slow phone.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import django

from thidua.config.bench.measurement import Measurement, json_line, table
from tools import demo_site
from tools.portal_speed import phone, plain_wagtail
from tools.portal_speed.load import CONNECTIONS, Outcome, drive
from tools.portal_speed.processor import seconds_used
from tools.postgres import free_port

PAGES: Final = {
    "home": "/",
    "article": "/tin-tuc/tong-ket-phong-trao-thi-dua-2019",
    "look-up": "/tra-cuu?q=nong",
    "movement": "/phong-trao/cao-diem-2019",
    "its results": "/phong-trao/cao-diem-2019/ket-qua",
}
ANEW: Final = {
    "THIDUA_PAGE_CACHE_SECONDS": "0",
    "THIDUA_REMEMBERED_SECONDS": "0",
}  # as if somebody always wrote
UNCACHED: Final = {"THIDUA_PAGE_CACHE_SECONDS": "0"}
CACHED: Final = {"THIDUA_PAGE_CACHE_SECONDS": "60"}
WARM_UP: Final = 2.0


def main() -> int:
    """Measure, print one JSON line per measurement and a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=10, help="per page (default: 10)")
    parser.add_argument("--folder", type=Path, help="keep the demonstration here for the next run")
    parser.add_argument("--phone", action="store_true", help="how soon the pages appear on a slow phone")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    django.setup()  # the table's words are translated
    measured = []
    with tempfile.TemporaryDirectory(prefix="thidua-speed-") as scratch:
        folder = given.folder or Path(scratch) / "demonstration"
        folder.mkdir(parents=True, exist_ok=True)
        plain = Path(scratch) / "wagtail"
        found = on_a_phone(folder) if given.phone else measure(folder, plain, given.seconds)
        for measurement in found:
            measured.append(measurement)
            print(json_line(measurement), flush=True)
    print()
    print(table(measured))
    return 0


def measure(folder: Path, plain: Path, seconds: float) -> Iterator[Measurement]:
    """Yield our pages uncached and from the cache, then the start page of a plain Wagtail site."""
    demo_site.prepare(folder)
    for name, outcome in ours(folder, ANEW, seconds):
        yield from told(f"{name}, read anew", outcome)
    for name, outcome in ours(folder, UNCACHED, seconds):
        yield from told(f"{name}, uncached", outcome, at_least=150)
    for name, outcome in ours(folder, CACHED, seconds):
        yield from told(f"{name}, cached", outcome, at_least=1500)
    plain.mkdir()
    environment, port = plain_wagtail.make(plain), free_port()
    with demo_site.running(plain_wagtail.command(port), environment, port, plain) as session:
        outcome = asked(f"http://127.0.0.1:{port}", "/", session, seconds)
    yield from told("plain Wagtail start page", outcome)


def on_a_phone(folder: Path) -> Iterator[Measurement]:
    """Yield how soon each page appears on a slow phone."""
    demo_site.prepare(folder)
    with demo_site.served(folder) as site:
        yield from phone.measurements(site, PAGES)


def ours(folder: Path, more: dict[str, str], seconds: float) -> Iterator[tuple[str, Outcome]]:
    """Yield each public page's name and outcome."""
    port = free_port()
    command = [demo_site.THIDUA, "serve", "--port", str(port)]
    with demo_site.running(command, demo_site.settings_for(folder) | more, port, folder) as session:
        for name, path in PAGES.items():
            yield name, asked(f"http://127.0.0.1:{port}", path, session, seconds)


def asked(site: str, path: str, session: int, seconds: float) -> Outcome:
    """Return the outcome for one page, after a time that is not counted."""
    used = partial(seconds_used, session)
    drive(site, path, WARM_UP, used)
    return drive(site, path, seconds, used)


def told(name: str, outcome: Outcome, at_least: float | None = None) -> Iterator[Measurement]:
    """Yield the two figures of an outcome."""
    size = f"demonstration, {CONNECTIONS} connections"
    promised = None if at_least is None else 150.0
    yield Measurement(f"{name}: per core", outcome.per_core, "/s", size, "sqlite", at_least=at_least)
    yield Measurement(f"{name}: p95", outcome.p95, "ms", size, "sqlite", limit=promised)


if __name__ == "__main__":
    raise SystemExit(main())
