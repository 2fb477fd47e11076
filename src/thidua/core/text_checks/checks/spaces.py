"""Spaces too many, and no-break spaces where none belong."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import with_neighbours

_SEVERAL = re.compile(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)")
_WITH_NO_BREAK = re.compile(r"[ \t]*\u00a0[ \u00a0\t]*")
_NUMBER_AND_UNIT = re.compile(r"(?<=\d)\u00a0(?=[^\W\d_])")


def check_double_spaces(text: str, context: TextContext) -> list[TextFinding]:
    """Find more than one space inside a line; what stands before its first word is layout."""
    return [
        _put_right(TextCode.DOUBLE_SPACE, text, match.start(), match.end())
        for match in _SEVERAL.finditer(text)
    ]


def check_no_break_spaces(text: str, context: TextContext) -> list[TextFinding]:
    """Find no-break spaces anywhere but between a number and its unit."""
    return [
        _put_right(TextCode.NO_BREAK_SPACE, text, match.start(), match.end())
        for match in _WITH_NO_BREAK.finditer(text)
        if len(match.group()) > 1 or not _NUMBER_AND_UNIT.match(text, match.start())
    ]


def _put_right(code: TextCode, text: str, start: int, end: int) -> TextFinding:
    first, last = with_neighbours(text, start, end)
    before, after = text[first:start], text[end:last]
    return finding(code, text, first, last, f"{before} {after}".strip())
