"""Letters of another alphabet that look like Latin ones: a search does not find such a word."""

from __future__ import annotations

import re
from typing import Final

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding

_CYRILLIC = "АВСЕНІЈКМОРЅТХУаеіјорсухѕһԁ", "ABCEHIJKMOPSTXYaeijopcyxshd"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ", "ABEZHIKMNOPTYXoivu"
LATIN: Final = dict(zip(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1], strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]")


def check_look_alikes(text: str, context: TextContext) -> list[TextFinding]:
    """Find words that mix alphabets, or that consist of look-alikes only; a Russian or Greek word is left alone."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        foreign = set(_FOREIGN.findall(word))
        if not foreign:
            continue
        is_mixed = len(foreign) < len(set(word))
        if is_mixed or foreign <= LATIN.keys():
            latin = "".join(LATIN.get(letter, letter) for letter in word)
            suggestion = None if _FOREIGN.search(latin) else latin
            found.append(finding(TextCode.LOOK_ALIKE_LETTER, text, *match.span(), suggestion))
    return found
