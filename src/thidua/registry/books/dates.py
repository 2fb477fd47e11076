"""Days and years as old books write them, with how exact they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.dates import ENGLISH_MONTHS, format_date
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.words import one_line
from thidua.support.refusals import Sentence

FIRST_YEAR: Final = 1930
LAST_YEAR: Final = 2099
_SERIAL_ZERO: Final = date(1899, 12, 30)  # as Excel counts from March 1900 on
_SERIALS: Final = range(7_306, 60_000)  # 1920 to 2064
_SHORT_YEAR_PIVOT: Final = 45

_MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(ENGLISH_MONTHS, start=1)}
_WEEKDAYS: Final = (
    *("thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY_MONTH_YEAR: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s*(?P<mark>[-/.,\\])\s*(?P<month>\d{1,2})\s*[-/.,\\]\s*(?:nam\s*)?(?P<year>\d{4}|\d{2})(?!\d)"
)
_YEAR_MONTH_DAY: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
)
_IN_WORDS: Final = re.compile(
    r"(?:ngay\s*)?(?P<day>\d{1,2})\s*(?:[-/.,]\s*)?thang\s*(?P<month>\d{1,2})\s*(?:[-/.,]\s*)?(?:nam\s*)?(?P<year>\d{4}|\d{2})(?!\d)"
)
_ENGLISH: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[-\s/.](?P<word>[a-z]{3})[a-z]*[-\s,/.]+(?P<year>\d{4}|\d{2})(?!\d)"
    r"|\b(?P<word2>[a-z]{3})[a-z]*\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>\d{4})(?!\d)"
)
_SCHOOL: Final = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*[-/]\s*(?P<last>(?:(?:19|20)\d\d)|\d\d)(?!\d)"
)
_QUARTER: Final = re.compile(
    rf"\b(?:quy|q)\s*\.?\s*(?:iv|i{{1,3}}|[1-4])\s*(?:[-/,]\s*)?(?:nam\s*)?{_YEAR}(?!\d)"
)
_MONTH: Final = re.compile(
    rf"(?:\b(?:thang|t)\s*\.?\s*)?(?<!\d)(?P<month>\d{{1,2}})\s*(?:[-/.,]|nam)\s*(?:nam\s*)?{_YEAR}(?!\d)"
)
_LONE_YEAR: Final = re.compile(rf"(?<![\d/]){_YEAR}(?!\d)")
_GLUED: Final = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d\d)")
_GLUED_YEAR_FIRST: Final = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d{2})(?P<day>\d{2})")


class Precision(StrEnum):
    """How much of a day the book says."""

    NONE = "none"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"


@dataclass(frozen=True)
class Day:
    """A day of a book. `day` only where the whole day is written; `year` also for a month, a quarter, a school year.

    A school year counts as the year in which it ends. `fault`: why a text that looks like a day is none. `remark`:
    what was assumed (month before day).
    """

    day: date | None = None
    year: int | None = None
    precision: Precision = Precision.NONE
    text: str = ""
    fault: Sentence | None = None
    remark: Sentence | None = None


def read_day(value: object) -> Day:
    """Return the day of a cell: text, date, datetime, or a number that a spreadsheet shows as a day.

    A whole number that can be a year is a year (2019); larger ones count days as Excel does (43831).
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _whole(value, format_date(value))
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return _of_number(value)
    return _of_text(one_line(str(value))) if isinstance(value, str) else Day()


def read_year(value: object) -> int | None:
    """Return the year of a cell: 2019, 2019.0, «Năm 2019», «năm học 2018-2019» (2019), a day; None for none."""
    return read_day(value).year


def _of_number(value: int | float | Decimal) -> Day:
    text = str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return Day(text=text)
    whole = int(value)
    if FIRST_YEAR <= whole <= LAST_YEAR and whole == value:
        return Day(year=whole, precision=Precision.YEAR, text=str(whole))
    if whole in _SERIALS:
        return _whole(_SERIAL_ZERO + timedelta(days=whole), text)
    return _of_text(str(whole)) if whole == value and 10**6 < whole < 10**8 else Day(text=text)


@lru_cache(maxsize=32768)
def _of_text(text: str) -> Day:
    bare = _with_arabic_month(fold(text))
    if re.fullmatch(r"\d+(?:\.0+)?", bare) and len(bare.partition(".")[0]) in (4, 5):
        return replace(_of_number(int(bare.partition(".")[0])), text=text)
    for read in _READERS:
        if found := read(bare, text):
            return found
    return Day(text=text)


def _year_first(bare: str, text: str) -> Day | None:
    found = _YEAR_MONTH_DAY.search(bare) or _GLUED_YEAR_FIRST.fullmatch(bare)
    return _checked(found, text, bare, swap=False) if found else None


def _day_first(bare: str, text: str) -> Day | None:
    found = _IN_WORDS.search(bare) or _DAY_MONTH_YEAR.search(bare) or _GLUED.fullmatch(bare)
    return _checked(found, text, bare, swap=True) if found else None


def _english(bare: str, text: str) -> Day | None:
    found = _ENGLISH.search(bare)
    if found is None or (found["word"] or found["word2"]) not in _MONTHS:
        return None
    day = _date_or_none(
        _full_year(found["year"] or found["year2"]),
        _MONTHS[found["word"] or found["word2"]],
        int(found["day"] or found["day2"]),
    )
    return _whole(day, text) if day else Day(text=text, fault=_no_such_day(text))


def _school_year(bare: str, text: str) -> Day | None:
    found = _SCHOOL.search(bare)
    if found is None:
        return None
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    if not first < last <= first + 10:
        return None
    precision = Precision.SCHOOL_YEAR if last == first + 1 else Precision.YEAR
    return Day(year=last, precision=precision, text=text)


def _quarter(bare: str, text: str) -> Day | None:
    found = _QUARTER.search(bare)
    return Day(year=int(found["year"]), precision=Precision.QUARTER, text=text) if found else None


def _month(bare: str, text: str) -> Day | None:
    found = _MONTH.search(bare)
    if found is None:
        return None
    if not 1 <= int(found["month"]) <= 12:
        return None
    return Day(year=int(found["year"]), precision=Precision.MONTH, text=text)


def _year(bare: str, text: str) -> Day | None:
    found = _LONE_YEAR.search(bare)
    return Day(year=int(found["year"]), precision=Precision.YEAR, text=text) if found else None


_ROMANS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ROMAN_MONTH: Final = re.compile(r"(?<=\d)(\s*[/.-]\s*)(x?i{1,3}|i[vx]|vi{0,3}|x)(\s*[/.-]\s*)(?=\d{4})")


def _with_arabic_month(bare: str) -> str:
    """Return «4/V/2018» as «4/5/2018»."""
    return _ROMAN_MONTH.sub(
        lambda found: f"{found[1]}{_ROMANS.get(found[2]) or 10 + len(found[2]) - 1}{found[3]}", bare
    )


_READERS: Final[tuple[Callable[[str, str], Day | None], ...]] = (
    *(_year_first, _day_first, _english, _quarter, _school_year, _month, _year),
)


def _checked(found: re.Match[str], text: str, bare: str, *, swap: bool) -> Day:
    """Return the day that three numbers are; the month first only where a day says or a weekday proves it."""
    year, month, day = _full_year(found["year"]), int(found["month"]), int(found["day"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        fault = format_lazy(_("“{text}”: the year cannot be right. Look it up in the paper."), text=text)
        return Day(text=text, fault=fault)
    usual = _date_or_none(year, month, day)
    other = _date_or_none(year, day, month) if swap else None
    if usual and not (other and _weekday_says(bare, other) and not _weekday_says(bare, usual)):
        return _whole(usual, text)
    if other is None:
        return Day(year=year, text=text, fault=_no_such_day(text))
    remark = format_lazy(
        _("“{text}” was read with the month first: {day}."), text=text, day=format_date(other)
    )
    return replace(_whole(other, text), remark=remark)


def _weekday_says(bare: str, day: date) -> bool:
    said = _WEEKDAY.search(bare)
    return bool(said) and _WEEKDAYS.index(said.group()) % 7 == day.weekday() if said else False


def _no_such_day(text: str) -> Sentence:
    return format_lazy(_("“{text}” is no day of the calendar. Look it up in the paper."), text=text)


def _whole(day: date, text: str) -> Day:
    return Day(day=day, year=day.year, precision=Precision.DAY, text=text)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _SHORT_YEAR_PIVOT else 1900)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
