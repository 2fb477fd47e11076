"""The screen typeface as two small files: Noto Sans, all weights, cut down to the letters we use.

The stylesheet names the same files and ranges in its `@font-face` rules (a test compares them), so that a
browser loads the Vietnamese half only when a page has Vietnamese letters. The full font is 2 MB; both
halves together stay under the 49 KB that a page may spend on fonts.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY: Final = "noto-sans"
WEIGHTS: Final = (400, 700)

# File name → letters, in the notation of CSS `unicode-range`. The split is the usual one of web fonts.
# Arrows and ≤ ≥ are not in Noto Sans; the next font of the stack draws them.
RANGES: Final = {
    "noto-sans-latin.woff2": (
        "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, "
        "U+2122, U+2212, U+2215, U+FEFF, U+FFFD"
    ),
    "noto-sans-vietnamese.woff2": (
        "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, "
        "U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB"
    ),
}


def build(folder: Path) -> list[Path]:
    """Write the font files into `folder` and return those written: none when they are up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    recipe = folder / "recipe.txt"
    wanted = recipe_key()
    if recipe.exists() and recipe.read_text() == wanted and all((folder / name).exists() for name in RANGES):
        return []
    written = []
    for name, letters in RANGES.items():
        path = folder / name
        unfinished = path.with_suffix(".part")
        subset(letters).save(unfinished)
        unfinished.replace(path)
        written.append(path)
    recipe.write_text(wanted)
    return written


def recipe_key() -> str:
    """Return a hash of all that the files depend on: this module, the typeface and the cutting tool."""
    parts = [Path(__file__).read_bytes()]
    parts += [version(name).encode() for name in ("fontpkg-noto-sans", "fonttools", "brotli")]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def subset(letters: str) -> TTFont:
    """Return the upright typeface with these letters only, at normal width, with its weights kept variable."""
    source = TTFont(fontpkg.path(FAMILY), recalcTimestamp=False)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "calt"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the copyright and the licence stay in the file
    options.hinting = False
    cutter = Subsetter(options)
    cutter.populate(unicodes=codepoints(letters))
    cutter.subset(source)
    font = instantiateVariableFont(source, {"wdth": 100, "wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    return font


def codepoints(letters: str) -> set[int]:
    """Return the code points of a CSS `unicode-range`: "U+0041-0043, U+20AB" → {65, 66, 67, 8363}."""
    points: set[int] = set()
    for part in letters.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points
