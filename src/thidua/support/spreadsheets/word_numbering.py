"""The numbers that Word itself puts before paragraphs: «1.», «a)», «II.» stand nowhere in their text.

Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_ROMAN: Final = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_PLACE = re.compile(r"%(\d)")
_LEVELS: Final = 9


@dataclass
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts along as the paragraphs pass by in their order."""

    def __init__(self, archive: Archive) -> None:
        self._lists: dict[str, _List] = {}  # by the number of the abstract list: several lists count on
        self._of_number: dict[str, str] = {}
        self._of_style: dict[str, tuple[str, str]] = {}
        if _NUMBERING in archive.names:
            self._read(archive)

    def label(self, style: str, number: str, level: str) -> str:
        """Return what stands before the next paragraph: «1. », «- », or "" when it is in no list."""
        styled_number, styled_level = self._of_style.get(style, ("", ""))
        number = number or styled_number
        found = self._lists.get(self._of_number.get(number, ""))
        depth = int(level or styled_level or "0") if (level or styled_level or "0").isdecimal() else 0
        if found is None or depth not in found.levels:
            return ""
        shape = found.levels[depth]
        found.counts[depth] = found.counts.get(depth, shape.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            found.counts.pop(deeper, None)
        if shape.form == "bullet":
            return "- "
        if shape.form == "none":
            return ""
        written = _PLACE.sub(lambda place: self._counted(found, int(place[1]) - 1), shape.text)
        return f"{written} " if written else ""

    def _counted(self, found: _List, depth: int) -> str:
        shape = found.levels.get(depth, _Level())
        return _written(found.counts.get(depth, shape.start), shape.form)

    def _read(self, archive: Archive) -> None:
        listed, depth, number, style = "", 0, "", ""

        def start(name: str, attributes: Attributes) -> None:
            nonlocal listed, depth, number
            tag, plain = local(name), unprefixed(attributes)
            value = plain.get("val", "")
            if tag == "abstractNum":
                listed = plain.get("abstractNumId", "")
                self._lists[listed] = _List()
            elif tag == "num":
                number, listed = plain.get("numId", ""), ""
            elif tag == "abstractNumId" and number:
                self._of_number[number] = value
            elif tag == "lvl" and listed:
                depth = _whole(plain.get("ilvl", ""), 0)
                self._lists[listed].levels[depth] = _Level()
            elif listed and depth in self._lists[listed].levels:
                shape = self._lists[listed].levels[depth]
                if tag == "numFmt":
                    shape.form = value
                elif tag == "lvlText":
                    shape.text = value
                elif tag == "start":
                    shape.start = _whole(value, 1)

        def start_style(name: str, attributes: Attributes) -> None:
            nonlocal style
            tag, plain = local(name), unprefixed(attributes)
            if tag == "style":
                style = plain.get("styleId", "")
            elif tag in ("numId", "ilvl") and style:
                old = self._of_style.get(style, ("", ""))
                value = plain.get("val", "")
                self._of_style[style] = (value, old[1]) if tag == "numId" else (old[0], value)

        parse(archive.chunks(_NUMBERING), start)
        if _STYLES in archive.names:
            parse(archive.chunks(_STYLES), start_style)


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        while count >= size and len(written) < 20:
            written, count = written + sign, count - size
    return written


def _whole(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else otherwise
