"""Percentages of a plan that nobody can look up: whose plan, for which time."""

from __future__ import annotations

import re
from typing import Final

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import SPACE, sentence_around

_PLAN: Final = re.compile(
    rf"\d%{SPACE}+(?:so{SPACE}+với{SPACE}+)?((?:kế{SPACE}+hoạch|dự{SPACE}+toán|chỉ{SPACE}+tiêu|mục{SPACE}+tiêu)(?!\w))",
    re.IGNORECASE,
)
# Behind the word: the time the plan is for, who set it, or its value.
_NAMED: Final = re.compile(
    rf"{SPACE}+(?:cả{SPACE}+)?(?:năm|giai{SPACE}+đoạn|quý|tháng|\d+{SPACE}+tháng)(?!\w)"
    rf"|{SPACE}*\([^)]*\d|{SPACE}+(?:do|của|theo){SPACE}|{SPACE}+(?:là{SPACE}+)?\d[\d.]*{SPACE}+\w"
    rf"|[^.;]*(?:Nghị{SPACE}+quyết|Quyết{SPACE}+định){SPACE}+số",
    re.IGNORECASE,
)


def check_plans(text: str, context: TextContext) -> list[TextFinding]:
    """Find «92,2% so với dự toán» without year, giver or value; a bound figure tells them in its source."""
    found = []
    for match in _PLAN.finditer(text):
        _start, end = sentence_around(text, match.start())
        if not context.is_bound(*match.span()) and not _NAMED.match(text, match.end(), end):
            found.append(finding(TextCode.UNNAMED_PLAN, text, *match.span(1)))
    return found
