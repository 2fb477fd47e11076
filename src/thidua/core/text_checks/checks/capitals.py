"""Capital letters of proper names and of forms of address."""

from __future__ import annotations

import re
from functools import cache

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import SPACE, UPPER
from thidua.core.text_checks.word_lists import alternatives, word_lists

_HONORIFIC = re.compile(rf"(?:(?<=[,;]{SPACE})|(?<=\bvà{SPACE}))(Ông|Bà|Cô|Anh|Chị)(?={SPACE}[{UPPER}])")


def check_proper_names(text: str, context: TextContext) -> list[TextFinding]:
    """Find known proper names with a wrong letter case: «Trung quốc» for «Trung Quốc».

    In lower case throughout («cao bằng») they may be other words, in capitals throughout a heading.
    """
    pattern, right_forms = _names()
    found = []
    for match in pattern.finditer(text):
        written = " ".join(match.group().split())
        right = right_forms[written.casefold()]
        if written != right and written[0].isupper() and not written.isupper():
            found.append(finding(TextCode.PROPER_NAME_CASE, text, *match.span(), right))
    return found


def check_honorifics(text: str, context: TextContext) -> list[TextFinding]:
    """Find «Bà», «Ông» with a capital inside a sentence: «…, Bà Lương Thị Bình»."""
    return [
        finding(TextCode.HONORIFIC_CASE, text, *match.span(), match.group().lower())
        for match in _HONORIFIC.finditer(text)
    ]


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = word_lists().proper_names
    pattern = re.compile(rf"(?<!\w){alternatives(names)}(?!\w)", re.IGNORECASE)
    return pattern, {name.casefold(): name for name in names}
