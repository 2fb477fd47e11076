"""Words written twice by mistake; Vietnamese doubles many on purpose."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import LETTER, SPACE
from thidua.core.text_checks.word_lists import word_lists

_DOUBLED = re.compile(rf"(?<!\w)({LETTER}+){SPACE}+(\1)(?!\w)", re.IGNORECASE)
_WORD_BEFORE = re.compile(rf"({LETTER}+){SPACE}+$")
_WORD_AFTER = re.compile(rf"{SPACE}+({LETTER}+)")


def check_doubled_words(text: str, context: TextContext) -> list[TextFinding]:
    """Find «nhân nhân», but neither «dần dần» nor «công nhân nhân dịp» nor a person called Vân Vân."""
    found = []
    for match in _DOUBLED.finditer(text):
        first, second = match.groups()
        if _is_meant(text, match, first, second):
            continue
        meant = word_lists().doubled_words_meant.get(first, first)
        found.append(finding(TextCode.DOUBLED_WORD, text, match.start(), match.end(), meant))
    return found


def _is_meant(text: str, match: re.Match[str], first: str, second: str) -> bool:
    if first.lower() in word_lists().reduplications:
        return True
    # «Đảng bộ Bộ Chỉ huy quân sự»: a name begins.
    if first[0].islower() and second[0].isupper():
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    after = _WORD_AFTER.match(text, match.end())
    if _is_given_name(first, before, after):
        return True
    if before is None or after is None:
        return False
    lists = word_lists()
    head, tail = f"{before[1]} {first}".lower(), f"{second} {after[1]}".lower()
    return head in lists.joint_heads and tail in lists.joint_tails


def _is_given_name(first: str, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    ends = after is None or after[1][0].islower()
    return first[0].isupper() and before is not None and before[1][0].isupper() and ends
