"""The letter O typed where a zero belongs: «3O%», «2O19»."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import SPACE

# «H2O», «O157», «30oC» hold no such zero: the letter stands behind a digit and before a digit, a sign of percent
# or, as a capital, the end of the number; before a digit only in a date.
_NUMBER_WITH_LETTER = re.compile(
    rf"(?<![\w.,/-])(?:\d[\d.,]*[Oo][\dOo.,]*(?:(?<=[\dOo])(?={SPACE}?%)|(?<=\d)(?![\w]))"
    rf"|\d[\d.,]*O+(?!\w)|[Oo]\d(?=/[\dOo]))"
)


def check_zeros(text: str, context: TextContext) -> list[TextFinding]:
    """Find numbers in which the letter O stands for a zero."""
    return [
        finding(TextCode.LETTER_FOR_ZERO, text, *match.span(), re.sub("[Oo]", "0", match.group()))
        for match in _NUMBER_WITH_LETTER.finditer(text)
    ]
