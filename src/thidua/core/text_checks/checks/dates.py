"""Dates in more than one form, days that no calendar has, and «đến nay» that does not say as of when."""

from __future__ import annotations

import re
from calendar import monthrange

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import POINT_IN_TIME, SPACE, sentence_around

_DATE = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/])")
_IN_WORDS = re.compile(
    rf"(?<!\w)ngày{SPACE}(?P<day>\d{{1,2}}){SPACE}tháng{SPACE}(?P<month>\d{{1,2}})(?:{SPACE}năm{SPACE}(?P<year>\d{{4}}))?(?!\w)"
)
_WITH_SIGNS = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3})(?![\w/])"
)
_LEAP_YEAR = 2000
_UP_TO_NOW = re.compile(rf"(?<!\w)đến{SPACE}+nay(?!\w)", re.IGNORECASE)
_AS_OF = re.compile(
    rf"(?<!\w)(?:đến{SPACE}nay[\s,(]*(?:là{SPACE})?(?:ngày{SPACE})?"
    rf"|(?:đến|hết|thời{SPACE}điểm|cập{SPACE}nhật|chốt{SPACE}số{SPACE}liệu)"
    rf"(?:{SPACE}(?:đến|hết|cuối|ngày|thời{SPACE}điểm))*[\s(]*){POINT_IN_TIME}",
    re.IGNORECASE,
)


def check_date_forms(text: str, context: TextContext) -> list[TextFinding]:
    """Find the dates written otherwise than dd/mm/yyyy in a text that has dates in that form too.

    «19/8/2019» is at odds with «04/11/2019»; alone it is in order.
    """
    dates = list(_DATE.finditer(text))
    if not any(_shows_full_form(date) for date in dates):
        return []
    return [
        finding(TextCode.MIXED_DATE_FORMS, text, *date.span(), _full_form(date))
        for date in dates
        if date.group() != _full_form(date) and not context.is_bound(*date.span())
    ]


def check_impossible_dates(text: str, context: TextContext) -> list[TextFinding]:
    """Find days that no calendar has: «31/02/2019», «ngày 31 tháng 4»; a figure of the records is left alone."""
    found = [match for shape in (_WITH_SIGNS, _IN_WORDS) for match in shape.finditer(text)]
    return [
        finding(TextCode.IMPOSSIBLE_DATE, text, *match.span())
        for match in found
        if not _stands_in_the_calendar(match) and not context.is_bound(*match.span())
    ]


def check_as_of(text: str, context: TextContext) -> list[TextFinding]:
    """Find «đến nay» in a sentence that names no day or month up to which it counts.

    The date from which something began («từ ngày 19/8/2019 đến nay») is not such a day.
    """
    found = []
    for match in _UP_TO_NOW.finditer(text):
        start, end = sentence_around(text, match.start())
        if _AS_OF.search(text, start, end) is None:
            found.append(finding(TextCode.NO_AS_OF_DATE, text, *match.span()))
    return found


def _stands_in_the_calendar(date: re.Match[str]) -> bool:
    year, month, day = int(date["year"] or _LEAP_YEAR), int(date["month"]), int(date["day"])
    return 1 <= month <= 12 and year > 0 and 1 <= day <= monthrange(year, month)[1]


def _full_form(date: re.Match[str]) -> str:
    day, _separator, month, year = date.groups()
    return f"{int(day):02d}/{int(month):02d}/{year}"


def _shows_full_form(date: re.Match[str]) -> bool:
    """Tell whether the date is in full form and could have been shorter: 31/10/2019 shows nothing of zeros."""
    return date.group() == _full_form(date) and (date[1].startswith("0") or date[3].startswith("0"))
