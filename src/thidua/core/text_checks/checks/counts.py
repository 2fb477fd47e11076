"""Small counts, some with a leading zero and some without."""

from __future__ import annotations

import re

from thidua.core.text_checks.checks.figures import is_reference
from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import LOWER, SPACE, overlaps, quotations, times
from thidua.core.text_checks.word_lists import alternatives, word_lists

_WORD_AFTER = re.compile(rf"{SPACE}\w+")
_COUNT = re.compile(rf"(?<![\w/.,:–-])(0?[1-9])(?={SPACE}[{LOWER}])")


def check_zero_padding(text: str, context: TextContext) -> list[TextFinding]:
    """Find «6 nhóm» in a text that also has «02 gia đình»; months, days and times of a thing are no counts."""
    other = quotations(text) + times(text)
    times_of = re.compile(rf"{SPACE}{alternatives(word_lists().time_units)}(?!\w)")
    counts = [
        match
        for match in _COUNT.finditer(text)
        if not times_of.match(text, match.end())
        and not overlaps(*match.span(), other)
        and not is_reference(text, match.start())
    ]
    if not any(match.group().startswith("0") for match in counts):
        return []
    return [
        _with_what_is_counted(text, match)
        for match in counts
        if not match.group().startswith("0") and not context.is_bound(*match.span())
    ]


def _with_what_is_counted(text: str, match: re.Match[str]) -> TextFinding:
    noun = _WORD_AFTER.match(text, match.end())
    end = noun.end() if noun else match.end()
    return finding(TextCode.MIXED_ZERO_PADDING, text, match.start(), end, f"0{text[match.start() : end]}")
