"""Lists that end in dots: the reader does not learn who else."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import overlaps, paragraphs, quotations

_DOTS = re.compile(r"(?<=[\w)”])\s?(?:…|\.{3,}|,?\s?v\.\s?v\.*…?)(?=[\s;,)]|$)", re.MULTILINE)
_SEPARATORS = re.compile(r"[,;:]")
_LONGEST_ITEM = 60


def check_open_lists(text: str, context: TextContext) -> list[TextFinding]:
    """Find «…», «...» or «v.v.» after an enumeration; dots inside a quotation stand for what was left out."""
    quoted = quotations(text)
    found = []
    for match in _DOTS.finditer(text):
        line_start = next(start for start, end in paragraphs(text) if start <= match.start() <= end)
        separators = [sign.end() for sign in _SEPARATORS.finditer(text, line_start, match.start())]
        if not separators or overlaps(*match.span(), quoted):
            continue
        item_start = max(separators[-1], match.start() - _LONGEST_ITEM)
        while text[item_start].isspace():
            item_start += 1
        found.append(finding(TextCode.OPEN_LIST, text, item_start, match.end()))
    return found
