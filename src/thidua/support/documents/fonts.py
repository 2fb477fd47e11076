"""The typeface inside PDFs: which letters it has, and how wide they run."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import fontpkg
from fontTools.ttLib import TTFont

FAMILY: Final = "Noto Serif"
MM_PER_POINT: Final = 25.4 / 72
WEIGHTS: Final = {"regular": 400, "bold": 700}
SPACES: Final = frozenset("\n\u00a0 ")


@dataclass(frozen=True)
class Face:
    """One cut of the family."""

    bold: bool = False
    italic: bool = False


def font_folder() -> Path:
    """Return the folder that Typst reads the typeface from."""
    return Path(fontpkg.path("noto-serif")).parent


def missing_letters(text: str) -> list[str]:
    """Return the letters of `text` that the typeface lacks, each once, in the order they occur.

    `text` is taken in NFC, as it is printed; control characters count as missing.
    """
    known = _letters()
    found = (
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter not in SPACES and (ord(letter) not in known or unicodedata.category(letter) == "Cc")
    )
    return list(dict.fromkeys(found))


def width(text: str, points: float, face: Face) -> float:
    """Return how wide `text` runs on one line, in millimetres; kerning is left out (it only narrows)."""
    known = _advances(face)
    units = sum(known.get(letter) or _advance(letter, face) for letter in text)
    return units * points / _units_per_em() * MM_PER_POINT


@cache
def _font(italic: bool) -> TTFont:
    upright = Path(fontpkg.path("noto-serif"))
    cut = "NotoSerif-Italic[" if italic else "NotoSerif["
    [path] = [path for path in upright.parent.iterdir() if path.name.startswith(cut)]
    return TTFont(path, lazy=True)


@cache
def _letters() -> frozenset[int]:
    """Return the code points that both the upright and the italic cut have."""
    return frozenset(_font(False).getBestCmap()) & frozenset(_font(True).getBestCmap())


@cache
def _units_per_em() -> int:
    return int(_font(False)["head"].unitsPerEm)


@cache
def _cut(face: Face) -> tuple[dict[int, str], Any]:
    font = _font(face.italic)
    return font.getBestCmap(), font.getGlyphSet(
        location={"wght": WEIGHTS["bold" if face.bold else "regular"]}
    )


@cache
def _advances(face: Face) -> dict[str, float]:
    """Return the widths reckoned so far, in units of the typeface."""
    return {}


def _advance(letter: str, face: Face) -> float:
    names, glyphs = _cut(face)
    found = float(glyphs[names.get(ord(letter), ".notdef")].width)
    _advances(face)[letter] = found
    return found
