"""Periods of whole days, as plans and reports name them, and dates that are not known to the day."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from thidua.core import period_names
from thidua.core.language import Language
from thidua.core.vietnamese.dates import format_date, format_range, parse_date


class PeriodRefused(ValueError):
    """A typed period that is not read; `text` is what was typed."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a period: {text!r}")
        self.text = text


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` to `end`, both included. Raises ValueError when it would end before it starts."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period does not end before it starts: {self.start} to {self.end}")

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Return the whole months from `first` to `last` (1 to 12) of one year."""
        return cls(date(year, first, 1), date(year, last, _month_length(year, last)))

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        return cls.of_months(year, month, month)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "Period":
        return cls.of_months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def of_half(cls, year: int, half: int) -> "Period":
        return cls.of_months(year, 6 * half - 5, 6 * half)

    @classmethod
    def of_first_months(cls, year: int, months: int) -> "Period":
        return cls.of_months(year, 1, months)

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls.of_months(year, 1, 12)

    @classmethod
    def school_year(cls, year: int) -> "Period":
        """Return the school year that opens in September of `year`: 1 September to 31 August."""
        return cls(date(year, 9, 1), date(year + 1, 8, 31))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read 2019, 2019-09, 2019-Q3, 2019-H1, 2019-9T (the first nine months) or 01/01/2019-30/09/2019.

        Reads back every `code`. Raises PeriodRefused.
        """
        typed = text.strip().upper()
        try:
            for pattern, build in _FORMS:
                if numbers := pattern.fullmatch(typed):
                    return build(*map(int, numbers.groups()))
            first, _, last = typed.replace("–", "-").partition("-")
            return cls(parse_date(first), parse_date(last))
        except ValueError as fault:
            raise PeriodRefused(text) from fault

    @property
    def code(self) -> str:
        """The shortest text that `parse` reads back as this period."""
        named = period_names.recognise(self.start, self.end)
        return (named and period_names.code(named)) or f"{format_date(self.start)}-{format_date(self.end)}"

    @property
    def months(self) -> int:
        """The number of calendar months that the period touches."""
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def contains(self, other: "date | Period") -> bool:
        """Tell whether a day, or every day of another period, lies in this one."""
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def same_period_last_year(self) -> "Period":
        """Return the period to compare with: the same months, or the same days, a year earlier.

        Whole months stay whole (02/2021 → 01–29/02/2020); otherwise 29 February becomes the 28th.
        """
        end = _a_year_before(self.end)
        if period_names.is_whole_months(self.start, self.end):
            end = end.replace(day=_month_length(end.year, end.month))
        return Period(_a_year_before(self.start), end)

    def share_of_year(self) -> Fraction:
        """Return the months of the period as a share of twelve: nine months are 3/4, whatever their days.

        A month that is only touched counts by its days; two years give 2.
        """
        missing_before = Fraction(self.start.day - 1, _month_length(self.start.year, self.start.month))
        missing_after = 1 - Fraction(self.end.day, _month_length(self.end.year, self.end.month))
        return (self.months - missing_before - missing_after) / 12

    def label(self, language: Language = "vi") -> str:
        """Return «quý III năm 2019», «9 tháng đầu năm 2019», «năm 2019» …, else «19/08–31/10/2019»."""
        named = period_names.recognise(self.start, self.end)
        return period_names.label(named, language) if named else format_range(self.start, self.end)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"([0-9]{4})"), Period.of_year),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), Period.of_month),
    (re.compile(r"([0-9]{4})-Q([1-4])"), Period.of_quarter),
    (re.compile(r"([0-9]{4})-H([12])"), Period.of_half),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})T"), Period.of_first_months),
)


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    START_OF_YEAR = "start_of_year"
    END_OF_YEAR = "end_of_year"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ImpreciseDate:
    """A day between `earliest` and `latest` (both None when unknown), with the `text` as printed, if any."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    text: str = ""

    @classmethod
    def from_stored(cls, day: date | None, precision: DatePrecision, text: str = "") -> "ImpreciseDate":
        """Return the date that is stored as any day in its span and a precision.

        "Start" and "end" of a year are taken as its first and last quarter. Raises ValueError when a day is
        missing, or given with the precision "unknown".
        """
        precision = DatePrecision(precision)
        if (day is None) is not (precision is DatePrecision.UNKNOWN):
            raise ValueError(f"{day} does not go with the precision {precision}")
        if day is None:
            return cls(None, None, precision, text)
        span = _span(day, precision)
        return cls(span.start, span.end, precision, text)

    @property
    def stored(self) -> tuple[date | None, DatePrecision]:
        """The two values that `from_stored` needs, apart from the text."""
        return self.earliest, self.precision

    def label(self, language: Language = "vi") -> str:
        """Return «19/08/2019», «tháng 10 năm 2018», «cuối năm 2018», «chưa rõ ngày»; English "late 2018"."""
        if self.earliest is None or self.latest is None:
            return "chưa rõ ngày" if language == "vi" else "date unknown"
        if self.precision is DatePrecision.START_OF_YEAR:
            return f"{'đầu năm' if language == 'vi' else 'early'} {self.earliest.year}"
        if self.precision is DatePrecision.END_OF_YEAR:
            return f"{'cuối năm' if language == 'vi' else 'late'} {self.earliest.year}"
        return Period(self.earliest, self.latest).label(language)


def _span(day: date, precision: DatePrecision) -> Period:
    match precision:
        case DatePrecision.MONTH:
            return Period.of_month(day.year, day.month)
        case DatePrecision.QUARTER:
            return Period.of_quarter(day.year, (day.month + 2) // 3)
        case DatePrecision.YEAR:
            return Period.of_year(day.year)
        case DatePrecision.START_OF_YEAR:
            return Period.of_quarter(day.year, 1)
        case DatePrecision.END_OF_YEAR:
            return Period.of_quarter(day.year, 4)
        case _:
            return Period(day, day)


def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _a_year_before(day: date) -> date:
    year = day.year - 1
    return day.replace(year=year, day=min(day.day, _month_length(year, day.month)))
