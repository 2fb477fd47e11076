"""Shapes that several checks look for: sentences, quotations, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]

LETTER: Final = r"[^\W\d_]"
SPACE: Final = r"[ \u00a0]"
# The inside of character classes; `re` knows no classes of case, and Vietnamese letters have no one range.
UPPER: Final = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
LOWER: Final = UPPER.lower()
_DAY_MONTH_YEAR: Final = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
# A point in time that says "as of": a day or a month, never a year alone.
POINT_IN_TIME: Final = (
    rf"(?:{_DAY_MONTH_YEAR}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{4}}|\d{{1,2}}/\d{{1,2}}(?!\d)"
    rf"|(?:ngày{SPACE})?\d{{1,2}}{SPACE}tháng{SPACE}\d{{1,2}}|tháng{SPACE}\d{{1,2}}|quý{SPACE}(?:[1-4]|I{{1,3}}|IV))"
)
# Everything numeric that names a time and is therefore no figure.
TIME: Final = re.compile(
    rf"(?<![\w/])(?:{_DAY_MONTH_YEAR}|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:tháng{SPACE})?\d{{1,2}}/\d{{4}}"
    # Day and month alone only where a time is expected: «9/11 thành viên» is a fraction.
    rf"|(?:ngày|sáng|chiều|tối|đến|từ|dịp|lễ|hết){SPACE}\d{{1,2}}/\d{{1,2}}(?![\d/.])"
    rf"|\d{{1,2}}/\d{{1,2}}(?=[–-]\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    rf"|ngày{SPACE}\d{{1,2}}(?:{SPACE}tháng{SPACE}\d{{1,2}})?|\d{{1,2}}{SPACE}tháng{SPACE}\d{{1,2}}"
    rf"|tháng{SPACE}\d{{1,2}}|quý{SPACE}[1-4]|trong{SPACE}\d{{1,2}}{SPACE}tháng"
    rf"|\d{{1,2}}{SPACE}tháng{SPACE}(?:đầu|cuối|năm)|\d{{1,2}}(?:h|:)\d{{2}}|\d{{1,2}}{SPACE}giờ(?:{SPACE}\d{{2}})?"
    rf"|(?:19|20)\d{{2}}|2100)(?![\w])",
    re.IGNORECASE,
)
NUMBER: Final = re.compile(r"(?<!\w)(?<!\w[-/])\d+(?:[.,]\d+)*")
_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTATION = re.compile(r"“[^”\n]*”|«[^»\n]*»|\"[^\"\n]*\"")
_SENTENCE_END = re.compile(r"(?:\.{3,}|[.!?…])[”»\")\]]*(?=\s+[\"“«(\[]?[0-9" + UPPER + r"]|\s*$)")
_ABBREVIATION = re.compile(rf"(?:^|[\s(])(?:TP|ThS|TS|PGS|GS|BS|KS|CN|LS|Tr|St|Mr|Mrs|[{UPPER}])\.$")


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the span of each non-empty line."""
    for line in _PARAGRAPH.finditer(text):
        yield line.span()


def sentences(text: str) -> Iterator[Span]:
    """Yield the span of each sentence, without the space around it; a line is never crossed."""
    for start, end in paragraphs(text):
        begin = start
        for stop in _SENTENCE_END.finditer(text, start, end):
            if stop.group() == "." and _ABBREVIATION.search(text[begin : stop.end()]):
                continue
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
        yield from _trimmed(text, begin, end)


def sentence_around(text: str, position: int) -> Span:
    """Return the span of the sentence that holds the position."""
    return next((span for span in sentences(text) if span[0] <= position < span[1]), (0, len(text)))


def quotations(text: str) -> list[Span]:
    """Return the spans of quoted titles and themes, quotation marks included."""
    return [match.span() for match in _QUOTATION.finditer(text)]


def times(text: str) -> list[Span]:
    """Return the spans of dates, months, quarters, years and times of day."""
    return [match.span() for match in TIME.finditer(text)]


def overlaps(start: int, end: int, spans: list[Span]) -> bool:
    """Tell whether `start`–`end` touches any of the spans."""
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def with_neighbours(text: str, start: int, end: int) -> Span:
    """Return the span widened to the words on both sides, so that white space can be seen in an excerpt."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
