"""What the usual periods are called: month, quarter, half, first months, year, school year."""

from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from thidua.core.language import Language
from thidua.core.vietnamese.dates import ENGLISH_MONTHS

_ROMAN = ("I", "II", "III", "IV")
_ORDINALS = ("first", "second", "third", "fourth")
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


class PeriodKind(StrEnum):
    """The periods that have a name of their own."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    FIRST_MONTHS = "first_months"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"


_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


class NamedPeriod(NamedTuple):
    """A usual period: its kind, its year, and its number in the year (of months, for FIRST_MONTHS)."""

    kind: PeriodKind
    year: int
    number: int = 1


def is_whole_months(start: date, end: date) -> bool:
    """Tell whether the days run from the first of a month to the last of a month."""
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def recognise(start: date, end: date) -> NamedPeriod | None:
    """Return the usual period that has exactly these days, or None."""
    year, first, last = start.year, start.month, end.month
    if not is_whole_months(start, end):
        return None
    if (end.year, first, last) == (year + 1, 9, 8):
        return NamedPeriod(PeriodKind.SCHOOL_YEAR, year)
    if end.year != year:
        return None
    months = last - first + 1
    for kind, length in _LENGTHS.items():
        if months == length and last % length == 0:
            return NamedPeriod(kind, year, last // length)
    return NamedPeriod(PeriodKind.FIRST_MONTHS, year, last) if first == 1 else None


def label(period: NamedPeriod, language: Language) -> str:
    """Return «quý III năm 2019» or "third quarter of 2019"."""
    return _vietnamese(*period) if language == "vi" else _english(*period)


def code(period: NamedPeriod) -> str | None:
    """Return the short code (2019, 2019-09, 2019-Q3, 2019-H1, 2019-9T); a school year has none."""
    kind, year, number = period
    return {
        PeriodKind.MONTH: f"{year:04d}-{number:02d}",
        PeriodKind.QUARTER: f"{year:04d}-Q{number}",
        PeriodKind.HALF: f"{year:04d}-H{number}",
        PeriodKind.FIRST_MONTHS: f"{year:04d}-{number}T",
        PeriodKind.YEAR: f"{year:04d}",
    }.get(kind)


def _vietnamese(kind: PeriodKind, year: int, number: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return f"tháng {number} năm {year}"
        case PeriodKind.QUARTER:
            return f"quý {_ROMAN[number - 1]} năm {year}"
        case PeriodKind.HALF:
            return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
        case PeriodKind.FIRST_MONTHS:
            return f"{number} tháng đầu năm {year}"
        case PeriodKind.YEAR:
            return f"năm {year}"
        case PeriodKind.SCHOOL_YEAR:
            return f"năm học {year}–{year + 1}"


def _english(kind: PeriodKind, year: int, number: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return f"{ENGLISH_MONTHS[number - 1]} {year}"
        case PeriodKind.QUARTER | PeriodKind.HALF:
            return f"{_ORDINALS[number - 1]} {kind} of {year}"
        case PeriodKind.FIRST_MONTHS:
            return f"first {_COUNTS[number]} months of {year}"
        case PeriodKind.YEAR:
            return f"{year}"
        case PeriodKind.SCHOOL_YEAR:
            return f"school year {year}–{year + 1}"
