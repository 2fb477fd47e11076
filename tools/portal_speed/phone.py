"""How long a public page takes to appear on a slow phone: the browser itself says it.

The line and the processor are held back as Lighthouse holds them for its mobile profile (1.6 Mbit/s, 150 ms there and
back, a processor four times slower), so that the figures can be held against what is known of other sites. Lighthouse
itself needs npm and its network; where it is at hand it says the same and more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Page, ViewportSize, sync_playwright

from thidua.config.bench.measurement import Measurement
from tools import chromium

LATENCY: Final = 150  # milliseconds there and back
BYTES_A_SECOND: Final = 1_600_000 / 8
SLOWER: Final = 4
SIZE: Final[ViewportSize] = {"width": 360, "height": 740}
# What Google calls good for three visits of four (web.dev/vitals).
LARGEST_PAINT, SHIFT = 2500.0, 0.1
_ASK: Final = """() => new Promise(tell => {
  const said = {paint: 0, shift: 0};
  new PerformanceObserver(list => list.getEntries().forEach(one => { said.paint = one.startTime; }))
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(one => { said.shift += one.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => tell(said), 1000);
})"""


class NoBrowser(Exception):
    """Chromium cannot be started here; the text says what to do."""


@dataclass(frozen=True)
class Appearance:
    """When the largest part of a page was painted (ms), how far it jumped about (0 is still), and what it weighed."""

    largest_paint: float
    shift: float
    kilobytes: float


def measurements(site: str, pages: dict[str, str]) -> Iterator[Measurement]:
    """Yield the figures of each page, opened by a reader who comes for the first time; raises NoBrowser."""
    path, why_not = chromium.find_or_install()
    if path is None:
        raise NoBrowser(why_not)
    size = "demonstration, 1.6 Mbit/s, 150 ms, processor ÷ 4"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        for name, address in pages.items():
            page = browser.new_context(viewport=SIZE, locale="vi-VN").new_page()
            seen = appearance(page, f"{site}{address}")
            page.context.close()
            yield Measurement(
                f"{name}: largest paint", seen.largest_paint, "ms", size, "sqlite", LARGEST_PAINT
            )
            yield Measurement(f"{name}: shift", seen.shift, "", size, "sqlite", SHIFT)
            yield Measurement(f"{name}: over the line", seen.kilobytes, "KB", size, "sqlite")
        browser.close()


def appearance(page: Page, address: str) -> Appearance:
    """Open `address` on a slow phone and return how it appeared."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    weights: list[float] = []
    line.on("Network.loadingFinished", lambda said: weights.append(said["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    said = page.evaluate(_ASK)
    return Appearance(round(said["paint"], 0), round(said["shift"], 3), round(sum(weights) / 1024, 1))
