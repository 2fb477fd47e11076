"""Dates and times as Vietnamese offices write them, in the time of Vietnam."""

import re
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from thidua.core.language import Language
from thidua.core.vietnamese.hygiene import clean_line

# Seven hours all year round since 1975; a fixed offset needs no time zone files on the machine.
VIETNAM_TIME = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER_SEPARATORS = re.compile(r"([0-9]{1,2}) ?[-./ ] ?([0-9]{1,2}) ?[-./ ] ?([0-9]{4})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{2})")


class DateFault(StrEnum):
    """Why a typed date was refused."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"  # 31/02/2019
    DAY_AND_MONTH_SWAPPED = "day_and_month_swapped"  # 10/31/2019
    OTHER_SEPARATORS = "other_separators"  # 31-10-2019
    SHORT_YEAR = "short_year"  # 31/10/19


class DateRefused(ValueError):
    """A typed date that is not read.

    `code` says why, `text` is what was typed (cleaned), `suggestion` what to write instead, where clear.
    """

    def __init__(self, code: DateFault, text: str, suggestion: str | None = None) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text
        self.suggestion = suggestion


def parse_date(text: str) -> date:
    """Return the date typed as dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd; raises DateRefused."""
    typed = clean_line(text)
    if not typed:
        raise DateRefused(DateFault.EMPTY, typed)
    if year_first := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, year_first.groups())
    elif day_first := _DAY_FIRST.fullmatch(typed):
        day, month, year = map(int, day_first.groups())
    else:
        raise _refusal_of_form(typed)
    found = _date_or_none(year, month, day)
    if found is None:
        swapped = _date_or_none(year, day, month)
        code = DateFault.DAY_AND_MONTH_SWAPPED if swapped else DateFault.NO_SUCH_DAY
        raise DateRefused(code, typed, format_date(swapped) if swapped else None)
    return found


def local_date(value: date | datetime) -> date:
    """Return the day in Vietnam; a datetime without a time zone is taken as Vietnam's."""
    if not isinstance(value, datetime):
        return value
    return (value.astimezone(VIETNAM_TIME) if value.tzinfo else value).date()


def format_date(value: date | datetime) -> str:
    """Return «31/10/2019», the day in Vietnam."""
    day = local_date(value)
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_time(value: datetime) -> str:
    """Return «09:05», the 24-hour time in Vietnam."""
    local = value.astimezone(VIETNAM_TIME) if value.tzinfo else value
    return f"{local.hour:02d}:{local.minute:02d}"


def format_document_time(value: datetime) -> str:
    """Return «09 giờ 05», as minutes and letters write the time in Vietnam."""
    return format_time(value).replace(":", " giờ ")


def format_date_time(value: datetime) -> str:
    """Return «17:00 30/11/2026», the time in Vietnam."""
    return f"{format_time(value)} {format_date(value)}"


def format_document_date(value: date | datetime, language: Language = "vi") -> str:
    """Return «ngày 05 tháng 02 năm 2020»; English «5 February 2020».

    Decree 30/2020/NĐ-CP, appendix I: a zero before days under 10 and before months 1 and 2 only.
    """
    day = local_date(value)
    if language == "en":
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def format_range(first: date, last: date) -> str:
    """Return «01/01–30/09/2019»; the first year too where it differs; one date for one day.

    Raises ValueError when the last day is before the first.
    """
    if last < first:
        raise ValueError(f"a range does not run backwards: {first} to {last}")
    if first == last:
        return format_date(first)
    opening = format_date(first)
    return f"{opening.rpartition('/')[0] if first.year == last.year else opening}–{format_date(last)}"


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _refusal_of_form(typed: str) -> DateRefused:
    for pattern, code in (
        (_SHORT_YEAR, DateFault.SHORT_YEAR),
        (_OTHER_SEPARATORS, DateFault.OTHER_SEPARATORS),
    ):
        if parts := pattern.fullmatch(typed):
            day, month, year = map(int, parts.groups())
            meant = _date_or_none(year + 2000 if year < 100 else year, month, day)
            return DateRefused(code, typed, format_date(meant) if meant else None)
    return DateRefused(DateFault.NOT_A_DATE, typed)
