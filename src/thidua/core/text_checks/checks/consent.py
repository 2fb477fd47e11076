"""People named without their consent."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import LETTER, SPACE, UPPER, overlaps

_CAPITALISED = rf"[{UPPER}]{LETTER}*(?:['’]{LETTER}+)?"
_ADDRESSED = re.compile(
    rf"(?<!\w)(?:ông|bà|anh|chị|em|cháu|Ông|Bà|Anh|Chị|Em|Cháu){SPACE}+"
    rf"({_CAPITALISED}(?:{SPACE}+{_CAPITALISED}){{1,4}})"
)


def check_consent(text: str, context: TextContext) -> list[TextFinding]:
    """Find people of the context who did not agree to be named, and people addressed as ông, bà, anh, chị of
    whom nothing is recorded."""
    known = [(person, span) for person in context.people for span in _places(text, person.name)]
    found = [
        finding(TextCode.PERSON_WITHOUT_CONSENT, text, *span) for person, span in known if not person.consent
    ]
    spans = [span for _person, span in known]
    for match in _ADDRESSED.finditer(text):
        if not overlaps(*match.span(1), spans):
            found.append(finding(TextCode.PERSON_WITHOUT_CONSENT, text, *match.span(1)))
    return found


def _places(text: str, name: str) -> list[tuple[int, int]]:
    words = [re.escape(word) for word in name.split()]
    if not words:
        return []
    pattern = rf"(?<!\w){(SPACE + '+').join(words)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
