"""What a machine can judge of WCAG 2.2 AA, and the reflow at 320 pixels that axe does not look at."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # the one rule of WCAG 2.2, off by default
    "resultTypes": ["violations"],
}

# A theme is other values of colours and nothing else (`tests/web/shell/test_contrast.py`): axe asks these of colours.
COLOURS: dict[str, Any] = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
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


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """Return one line per element that breaks a rule: rule, selector, and what to do."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
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


def faults_in_both_themes(page: Page) -> list[str]:
    """Return what is wrong with the page at its size: rules, reflow and focus in the light, colours in the dark."""
    page.emulate_media(color_scheme="dark")
    found = [f"in the dark: {line}" for line in violations(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    found += violations(page) + [f"too wide: {name}" for name in wider_than_the_page(page)]
    return found + [f"hidden: {name}" for name in hidden_with_focus(page)]


def faults_everywhere(page: Page) -> list[str]:
    """Return what is wrong with the page as it stands, on a phone and at a desk, in both themes; its size stays."""
    size, wrong = page.viewport_size, []
    for tried in (PHONE, DESKTOP):
        page.set_viewport_size(tried)  # type: ignore[arg-type]
        wrong += [f"{tried['width']} px: {line}" for line in faults_in_both_themes(page)]
    page.set_viewport_size(size or DESKTOP)  # type: ignore[arg-type]
    return wrong
