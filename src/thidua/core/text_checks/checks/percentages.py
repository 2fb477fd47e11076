"""Percentages that do not say of what."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import NUMBER, SPACE, sentence_around
from thidua.core.text_checks.word_lists import alternatives, word_lists

_PERCENT = re.compile(NUMBER.pattern + rf"{SPACE}?(?:%|phần{SPACE}trăm(?!\w))")
_FRACTION = re.compile(r"\s*\(?\s*\d[\d.]*\s*/\s*\d")
_REACH = 80


def check_percentages(text: str, context: TextContext) -> list[TextFinding]:
    """Find percentages with neither a basis («so với …») nor a whole («… hồ sơ», «12.422/12.537») near them."""
    percentages = list(_PERCENT.finditer(text))
    return [
        finding(TextCode.PERCENT_WITHOUT_BASIS, text, *match.span())
        for place, match in enumerate(percentages)
        if not _has_basis(text, percentages, place)
    ]


def _has_basis(text: str, percentages: list[re.Match[str]], place: int) -> bool:
    match = percentages[place]
    start, end = _clause(text, match)
    if place + 1 < len(percentages):
        end = min(end, percentages[place + 1].start())
    if place > 0 and percentages[place - 1].end() > start:
        # What follows the percentage before belongs to it, up to the comma.
        comma = text.find(",", percentages[place - 1].end(), match.start())
        start = comma if comma >= 0 else percentages[place - 1].end()
    lists = word_lists()
    after = text[match.end() : min(end, match.end() + _REACH)]
    before = text[max(start, match.start() - 2 * _REACH) : match.start()]
    basis = re.compile(rf"(?<!\w){alternatives(lists.basis_words)}(?!\w)", re.IGNORECASE)
    whole = re.compile(rf"{SPACE}+{alternatives(lists.denominator_words)}(?!\w)")
    return bool(basis.search(after) or basis.search(before) or whole.match(after) or _FRACTION.match(after))


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the part of the sentence between semicolons that holds the percentage."""
    start, end = sentence_around(text, match.start())
    semicolon = text.rfind(";", start, match.start())
    following = text.find(";", match.end(), end)
    return max(start, semicolon + 1), following if following >= 0 else end
