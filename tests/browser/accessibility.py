"""What a machine can judge of WCAG 2.2 AA, and the reflow at 320 pixels that axe does not look at."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # the one rule of WCAG 2.2, off by default
    "resultTypes": ["violations"],
}

# Children that scroll on their own (a wide table in a labelled, focusable scroller) may be wider than the page.
WIDER_THAN_THE_PAGE = """() => {
    const page = document.documentElement, width = page.clientWidth;
    if (page.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(element => element.getBoundingClientRect().right > width + 1)
        .map(element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
            + [...element.classList].map(name => '.' + name).join(''));
}"""

# The keyboard must see where it is: whatever takes the focus is in sight, with nothing lying on top of it.
HIDDEN_WITH_FOCUS = """() => {
    const named = element => element ? element.outerHTML.slice(0, 120) : 'the edge of the page';
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const faults = [];
    for (const element of document.querySelectorAll(stops)) {
        element.focus();
        const line = element.getClientRects()[0];
        if (document.activeElement !== element || !line || line.width <= 1) continue;
        const x = line.left + Math.min(line.width / 2, 12), y = line.top + Math.min(line.height / 2, 12);
        const top = document.elementFromPoint(x, y);
        const free = top && (element.contains(top) || top.contains(element));
        if (!free) faults.push(named(element) + ' below ' + named(top));
    }
    return faults;
}"""


def violations(page: Page) -> list[str]:
    """Return one line per element that breaks a rule: rule, selector, and what to do."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))} – {rule['help']}"
        for rule in found
        for node in rule["nodes"]
    ]


def wider_than_the_page(page: Page) -> list[str]:
    """Return the elements that make the page scroll sideways; empty when it does not."""
    return [str(name) for name in page.evaluate(WIDER_THAN_THE_PAGE)]


def hidden_with_focus(page: Page) -> list[str]:
    """Return the elements that something covers, or that lie out of sight, while they have the focus."""
    return [str(element) for element in page.evaluate(HIDDEN_WITH_FOCUS)]


def faults_everywhere(page: Page) -> list[str]:
    """Return what breaks a rule, scrolls sideways or hides the focus, on a phone and at a desk, light and dark."""
    wrong: list[str] = []
    for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong += [f"{name}, {scheme}: {one}" for one in violations(page)]
        wrong += [f"{name}, too wide: {one}" for one in wider_than_the_page(page)]
        wrong += [f"{name}, hidden with focus: {one}" for one in hidden_with_focus(page)]
    page.emulate_media(color_scheme="light")
    return wrong
