"""Awards told without the decision that gave them."""

from __future__ import annotations

import re
from typing import Final

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import SPACE

_GIVEN: Final = re.compile(
    rf"(?<!\w)(?:trao{SPACE}+tặng|truy{SPACE}+tặng|tặng{SPACE}+thưởng|tặng|được{SPACE}+tặng){SPACE}+"
    rf"(?:Bằng{SPACE}+khen|Giấy{SPACE}+khen|Cờ{SPACE}+thi{SPACE}+đua|Huân{SPACE}+chương|Huy{SPACE}+chương|danh{SPACE}+hiệu)"
)
_NUMBERED: Final = re.compile(
    rf"(?:Quyết{SPACE}+định|QĐ)(?:{SPACE}+số)?{SPACE}*:?{SPACE}*\d+[\d\w]*(?:/\d{{4}})?/QĐ", re.IGNORECASE
)


def check_decisions(text: str, context: TextContext) -> list[TextFinding]:
    """Find the first award that is told in a text without the number of any decision, and without a link to one."""
    given = _GIVEN.search(text)
    if given is None or context.leads_to_decision or _NUMBERED.search(text):
        return []
    return [finding(TextCode.NO_DECISION_NUMBER, text, *given.span())]
