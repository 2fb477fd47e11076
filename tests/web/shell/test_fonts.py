"""The screen typeface: complete for Vietnamese, small, and built once."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from thidua.web.shell import fonts

STYLES = Path(fonts.__file__).parent
MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = {unicodedata.normalize("NFC", base + mark) for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in MARKS}
LETTERS |= set("đĐ₫–“”«»…−²³×·%0123456789")
BUDGET = 49 * 1024  # bytes of fonts that a page may load


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fonts")
    assert [written.name for written in fonts.build(path)] == list(fonts.RANGES)
    return path


def test_every_vietnamese_letter_and_office_sign_is_in_the_files(folder: Path) -> None:
    drawn: set[str] = set()
    for name in fonts.RANGES:
        drawn |= set(map(chr, TTFont(folder / name).getBestCmap()))
    assert LETTERS - drawn == set()


def test_both_files_together_keep_the_budget(folder: Path) -> None:
    assert sum((folder / name).stat().st_size for name in fonts.RANGES) < BUDGET


def test_a_second_run_writes_nothing(folder: Path) -> None:
    assert fonts.build(folder) == []


def test_a_lost_file_is_written_again(folder: Path) -> None:
    (folder / "noto-sans-latin.woff2").unlink()
    assert len(fonts.build(folder)) == 2


def test_the_style_sheet_names_the_same_files_and_letters() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in STYLES.rglob("*.css"))
    faces = {}
    for rule in re.findall(r"@font-face\s*\{(.*?)\}", styles, flags=re.DOTALL):
        letters = re.search(r"unicode-range:\s*([^;}]+)", rule)
        file = re.search(r"([\w-]+\.woff2)", rule)
        if letters and file:
            faces[file[1]] = re.findall(r"U\+[0-9A-F-]+", letters[1].upper())
    assert faces == {name: letters.split(", ") for name, letters in fonts.RANGES.items()}


def test_nothing_jumps_when_the_typeface_comes_late(client, db) -> None:
    rules = (STYLES / "styles" / "fonts.css").read_text()
    asked_early = re.findall(r'rel="preload" href="[^"]*fonts/([^"]+)" as="font"', client.get("/").text)
    assert re.findall(r"font-display: (\w+);", rules) == ["optional"] * len(fonts.RANGES)
    assert asked_early == list(fonts.RANGES)
