"""Growth and relation side by side: «tăng 6,86%» and «bằng 136,3%» are not the same kind of number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import SPACE

_TO_SAME_PERIOD: Final = rf"%(?={SPACE}+so{SPACE}+(?:với{SPACE}+)?cùng{SPACE}+kỳ)"
_RATIO: Final = re.compile(rf"(?<!\w)bằng{SPACE}+(\d+(?:,\d+)?){_TO_SAME_PERIOD}", re.IGNORECASE)
_GROWTH: Final = re.compile(rf"(?<!\w)(?:tăng|giảm){SPACE}+\d+(?:,\d+)?{_TO_SAME_PERIOD}", re.IGNORECASE)


def check_comparisons(text: str, context: TextContext) -> list[TextFinding]:
    """Find «bằng 136,3%» in a text that tells other comparisons as growth; bound figures tell their own basis."""
    if not _GROWTH.search(text):
        return []
    return [
        finding(TextCode.MIXED_COMPARISONS, text, *match.span(), _as_growth(match[1]))
        for match in _RATIO.finditer(text)
        if not context.is_bound(*match.span())
    ]


def _as_growth(percent: str) -> str:
    change = Decimal(percent.replace(",", ".")) - 100
    return f"{'giảm' if change < 0 else 'tăng'} {format(abs(change), 'f').replace('.', ',')}%"
