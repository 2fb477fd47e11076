"""Every pair of colours that may meet is read by people with weak sight too (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from thidua.web.shell.stylesheets import SOURCES

TEXT, LARGE_OR_SHAPE = 4.5, 3.0
CHARTS = [f"chart-{number}" for number in range(1, 7)]
STATES = ["success", "warning", "error", "info", "neutral"]
GROUNDS = ["bg", "surface", "surface-2"]

# Foreground, background, least ratio.
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("text", "text-muted", "link", "error") for ground in GROUNDS],
    *[("control", ground, LARGE_OR_SHAPE) for ground in GROUNDS],
    ("link-visited", "bg", TEXT),
    ("link-visited", "surface", TEXT),
    ("identity-ink", "bg", TEXT),
    ("white", "identity", TEXT),
    ("white", "identity-deep", TEXT),
    ("identity-gold", "identity", TEXT),
    ("identity-gold", "identity-deep", TEXT),
    ("action-text", "action", TEXT),
    ("action-text", "action-hover", TEXT),
    ("action", "bg", TEXT),
    ("action", "surface", TEXT),
    ("action", "info-tint", TEXT),
    ("focus-ink", "focus-fill", TEXT),
    ("focus", "bg", LARGE_OR_SHAPE),
    ("focus", "surface", LARGE_OR_SHAPE),
    ("focus-fill", "identity", LARGE_OR_SHAPE),
    ("bg", "neutral", TEXT),
    ("bg", "text", TEXT),
    *[(state, f"{state}-tint", TEXT) for state in STATES],
    *[("text", f"{state}-tint", TEXT) for state in STATES],
    *[(state, "bg", TEXT) for state in STATES],
    *[(chart, "bg", LARGE_OR_SHAPE) for chart in CHARTS],
    ("chart-1", "surface-2", LARGE_OR_SHAPE),
    ("bg", "chart-1", LARGE_OR_SHAPE),
]


def blocks() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the colours of light, dark by the device, and dark by choice."""
    source = (SOURCES / "tokens.css").read_text(encoding="utf-8")
    light, device, chosen = (
        dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", block))
        for block in re.findall(r"color-scheme: (?:light|dark);(.*?)\}", source, flags=re.DOTALL)
    )
    return light, device, chosen


LIGHT, DARK, DARK_BY_CHOICE = blocks()


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme: str) -> None:
    colours = {"white": "#FFFFFF"} | LIGHT | (DARK if theme == "dark" else {})
    weak = {
        f"{ink} on {ground}": round(contrast(colours[ink], colours[ground]), 2)
        for ink, ground, least in PAIRS
        if contrast(colours[ink], colours[ground]) < least
    }
    assert weak == {}


def test_dark_by_choice_is_dark_by_the_device() -> None:
    assert DARK_BY_CHOICE == DARK


def test_every_colour_of_a_theme_exists_in_light_too() -> None:
    assert set(DARK) - set(LIGHT) == set()


def test_a_theme_changes_colours_and_nothing_else() -> None:
    """So that the browser's checks need to ask of the dark only what concerns colours."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in SOURCES.glob("*.css")}
    themed = r"prefers-color-scheme|data-theme"
    assert [name for name, source in sources.items() if re.search(themed, source)] == ["tokens.css"]
    dark = re.findall(r"color-scheme: dark;(.*?)\}", sources["tokens.css"], flags=re.DOTALL)
    assert re.sub(r"--[\w-]+: #[0-9A-F]{6};", "", "".join(dark)).split() == []


def test_the_measure_itself_agrees_with_known_ratios() -> None:
    assert round(contrast("#FFFFFF", "#000000"), 2) == 21.0
    assert round(contrast("#F2B705", "#FFFFFF"), 2) == 1.82  # gold on white: the trap of the palette
    assert round(contrast("#F7C948", "#8E0F1A"), 2) == 6.0


def test_the_style_sheet_uses_no_colour_beside_the_tokens() -> None:
    found = {
        path.name: re.findall(r"#[0-9A-Fa-f]{3,8}\b", path.read_text(encoding="utf-8"))
        for path in SOURCES.glob("*.css")
        if path.name not in {"tokens.css", "print.css"}
    }
    # White on the identity band is white in both themes.
    assert {name: set(colours) for name, colours in found.items() if colours} == {"frame.css": {"#FFFFFF"}}
