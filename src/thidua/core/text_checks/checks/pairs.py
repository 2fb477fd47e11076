"""Brackets and quotation marks without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import paragraphs

_PARTNER: Final = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", '"': '"'}
_CLOSING: Final = frozenset(_PARTNER.values())
# «a)», «1)» before an item of a list close nothing.
_LIST_MARK = re.compile(r"(?:^|[;:.]\s+|^\s*)(?:\d{1,2}|[a-zđ])\)")
_LONGEST_EXCERPT: Final = 80


def check_pairs(text: str, context: TextContext) -> list[TextFinding]:
    """Find brackets and quotation marks that are not closed, or were never opened, within a paragraph."""
    return [found for start, end in paragraphs(text) for found in _unpaired(text, start, end)]


def _unpaired(text: str, start: int, end: int) -> Iterator[TextFinding]:
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text[start:end])}
    opened: list[int] = []
    for place in range(start, end):
        sign = text[place]
        partners = [index for index, opener in enumerate(opened) if _PARTNER[text[opener]] == sign]
        if sign in _CLOSING and partners:
            # What was opened later and is still open can no longer be closed before this sign.
            for orphan in opened[partners[-1] + 1 :]:
                yield _never_closed(text, orphan, place)
            del opened[partners[-1] :]
        elif sign in _PARTNER:
            opened.append(place)
        elif sign in _CLOSING and place - start not in marks:
            yield finding(_code(sign), text, max(start, _word_start(text, place)), place + 1)
    for orphan in opened:
        yield _never_closed(text, orphan, None, end)


def _never_closed(text: str, opener: int, before: int | None, end: int = 0) -> TextFinding:
    sign = text[opener]
    if before is not None and before - opener <= _LONGEST_EXCERPT:
        excerpt = text[opener:before]
        return finding(_code(sign), text, opener, before, excerpt.rstrip() + _PARTNER[sign])
    last = min(before or end, opener + _LONGEST_EXCERPT // 2)
    return finding(_code(sign), text, opener, last)


def _word_start(text: str, place: int) -> int:
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place


def _code(sign: str) -> TextCode:
    return TextCode.UNBALANCED_BRACKET if sign in "()[]{}" else TextCode.UNBALANCED_QUOTE
