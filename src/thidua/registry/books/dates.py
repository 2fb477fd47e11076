"""Days and years as old books write them, with how exact they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.support.refusals import Sentence


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
    """A day of a book. `day` only where the whole day is written; `year` also for a month, a quarter, a school year
    (the year in which it ends). `fault`: why a text that looks like a day is none. `remark`: what was assumed (US order).
    """

    day: date | None = None
    year: int | None = None
    precision: Precision = Precision.NONE
    text: str = ""
    fault: Sentence | None = None
    remark: Sentence | None = None


def read_day(value: object) -> Day:
    """Return the day of a cell: text, date, datetime, or a number that a spreadsheet shows as a day."""
    return Day(text=str(value))


def read_year(value: object) -> int | None:
    """Return the year of a cell: 2019, 2019.0, «Năm 2019», «năm học 2018-2019» (2019), a day; None for none."""
    return read_day(value).year
