"""A space that is missing after a sign between two words: «đáp ứng.Tổng số»."""

from __future__ import annotations

import re
import unicodedata

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import LETTER, LOWER, UPPER

_VOWELS = frozenset("aeiouy")
_WORD_OR_SIGN = rf"(?<!\w)(?:{LETTER}+|(?:19|20)\d\d)|[%”»)]"
_BEGINS = rf"[“«(]?(?:[{UPPER}][{LOWER}]|[^\W\d_A-Za-z{LOWER}](?= )){LETTER}*"
_FULL_STOP = re.compile(rf"(?P<before>{_WORD_OR_SIGN})(?P<sign>[.!?…])(?=(?P<after>{_BEGINS}))")
_COMMA = re.compile(rf"(?P<before>(?<!\w){LETTER}+)(?P<sign>[,;])(?=(?P<after>{LETTER}[{LOWER}]+))")
_ADDRESS = re.compile(r"@|://|www\.|\.[a-z]{2,}(?!\w)", re.IGNORECASE | re.ASCII)


def check_missing_spaces(text: str, context: TextContext) -> list[TextFinding]:
    """Find two words with a sign and no space between them; addresses, initials and «TP.», «ThS.» are left alone."""
    return [
        finding(
            TextCode.MISSING_SPACE,
            text,
            match.start(),
            match.end("after"),
            f"{match['before']}{match['sign']} {match['after']}",
        )
        for shape in (_FULL_STOP, _COMMA)
        for match in shape.finditer(text)
        if _is_no_abbreviation(match["before"]) and not _is_address(text, match)
    ]


def _is_no_abbreviation(word: str) -> bool:
    """Tell whether `word` is no initial or abbreviation: every Vietnamese word has a vowel, «TP», «Ths» have none."""
    if not word.isalpha():
        return True
    if word.isupper() or (len(word) == 1 and word.isascii()):
        return False
    return not _VOWELS.isdisjoint(unicodedata.normalize("NFD", word.lower()))


def _is_address(text: str, match: re.Match[str]) -> bool:
    start, end = match.start(), match.end("after")
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    beside = text[start : match.end("before")] + " " + text[match.start("after") : end]
    return _ADDRESS.search(beside) is not None
