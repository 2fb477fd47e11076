"""Punctuation that is wrong wherever it stands."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import LETTER, SPACE
from thidua.core.text_checks.word_lists import alternatives, word_lists

_SPACE_BEFORE = re.compile(rf"(?<={LETTER}){SPACE}+([,;:!?)]|\.(?!\.))(?!\))")
_REPEATED = re.compile(r"(?<![.,;:])(?:[,;:][,;:.]+|(?<!v)\.[,;:]|\.\.(?!\.))")


def check_punctuation(text: str, context: TextContext) -> list[TextFinding]:
    """Find a semicolon where a list begins («như;»), a space before a comma, and signs written twice."""
    introducers = alternatives(word_lists().list_introducers)
    semicolons = re.compile(rf"(?<!\w){introducers}{SPACE}*;", re.IGNORECASE)
    found = [
        finding(TextCode.WRONG_PUNCTUATION, text, *match.span(), match.group()[:-1].rstrip() + ":")
        for match in semicolons.finditer(text)
    ]
    for match in _SPACE_BEFORE.finditer(text):
        start = _word_start(text, match.start())
        right = text[start : match.start()] + match[1]
        found.append(finding(TextCode.WRONG_PUNCTUATION, text, start, match.end(), right))
    for match in _REPEATED.finditer(text):
        start = _word_start(text, match.start())
        is_one_sign = len(set(match.group())) == 1
        meant = text[start : match.start()] + match.group()[0] if is_one_sign else None
        found.append(finding(TextCode.WRONG_PUNCTUATION, text, start, match.end(), meant))
    return found


def _word_start(text: str, place: int) -> int:
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place
