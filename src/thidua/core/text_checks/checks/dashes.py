"""Ranges written with more than one kind of dash."""

from __future__ import annotations

import re
from collections import Counter

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding

_RANGE = re.compile(r"(?<![\w/.,–—-])(\d[\d/.,]*)(\s*)([-‐‑‒–—−])(\s*)(\d[\d/.,]*\d|\d)(?![\w/–—-])")
EN_DASH = "–"


def check_dashes(text: str, context: TextContext) -> list[TextFinding]:
    """Find the ranges of numbers or dates that use another dash than most ranges of the text.

    Where the forms are equally frequent the en dash wins. Names joined by a dash have their own official form.
    """
    ranges = [match for match in _RANGE.finditer(text) if not _is_telephone(match)]
    counted = Counter(match[3] for match in ranges)
    if len(counted) < 2:
        return []
    usual = max(counted, key=lambda dash: (counted[dash], dash == EN_DASH))
    return [
        finding(
            TextCode.MIXED_DASHES,
            text,
            *match.span(),
            f"{match[1]}{match[2]}{usual}{match[4]}{match[5]}",
        )
        for match in ranges
        if match[3] != usual and not context.is_bound(*match.span())
    ]


def _is_telephone(match: re.Match[str]) -> bool:
    return match[1].startswith("0") and len(match[1]) > 2 and "/" not in match[1]
