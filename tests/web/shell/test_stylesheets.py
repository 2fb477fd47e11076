"""The one stylesheet and the one script: small, complete, and joined without a build."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders

from thidua.web.shell import stylesheets
from thidua.web.shell.stylesheets import NAME, PARTS, SOURCES, JoinedStylesheet, joined

KILOBYTE = 1024
STATIC = Path(stylesheets.__file__).parent / "static" / "shell"


def test_the_stylesheet_fits_the_budget_of_a_public_page() -> None:
    assert len(gzip.compress(joined().encode("utf-8"))) <= 12 * KILOBYTE


def test_the_script_fits_its_budget() -> None:
    assert len(gzip.compress((STATIC / "shell.js").read_bytes())) <= 4 * KILOBYTE


def test_every_part_is_joined_once() -> None:
    assert sorted(PARTS) == sorted(path.stem for path in SOURCES.glob("*.css"))


def test_the_joined_stylesheet_is_found_and_collected() -> None:
    found = finders.find(NAME)
    assert isinstance(found, str)
    assert Path(found).read_text(encoding="utf-8") == joined()
    assert [name for name, _storage in JoinedStylesheet().list(None)] == [NAME]


def test_a_changed_part_changes_the_joined_stylesheet() -> None:
    finder = JoinedStylesheet()
    found = Path(finder.find(NAME))
    found.write_text("an old one", encoding="utf-8")
    assert Path(finder.find(NAME)).read_text(encoding="utf-8") == joined()


def test_every_variable_that_is_used_is_declared() -> None:
    text = joined()
    used = set(re.findall(r"var\((--[\w-]+)", text))
    assert used - set(re.findall(r"(--[\w-]+):", text)) == set()


def test_every_line_is_high_enough_for_stacked_marks() -> None:
    fonts = re.findall(r"--([\w-]+): \d{3} ([\d.]+)rem/([\d.]+)rem", joined())
    low = {name: float(line) / float(size) for name, size, line in fonts if name != "number"}
    assert {name: round(ratio, 3) for name, ratio in low.items() if ratio < 1.35} == {}
    assert len(low) == 7


def test_no_text_is_smaller_than_fifteen_pixels() -> None:
    sizes = [float(size) for size in re.findall(r"--[\w-]+: \d{3} ([\d.]+)rem/", joined())]
    assert min(sizes) * 16 >= 15
    assert [size for size in re.findall(r"font-size: (\d+)px", joined()) if int(size) < 15] == []
