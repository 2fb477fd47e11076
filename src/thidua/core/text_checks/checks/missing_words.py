"""Phrases from which a word has dropped out."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.word_lists import alternatives, word_lists


def check_missing_words(text: str, context: TextContext) -> list[TextFinding]:
    """Find «đã giải trước hạn» for «đã giải quyết trước hạn», and the other phrases of the list."""
    phrases = word_lists().missing_words
    pattern = re.compile(rf"(?<!\w){alternatives(tuple(phrases))}(?!\w)")
    return [
        finding(TextCode.MISSING_WORD, text, *match.span(), phrases[" ".join(match.group().split())])
        for match in pattern.finditer(text)
    ]
