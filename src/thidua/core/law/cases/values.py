"""Single values: text, numbers, yes or no, days and years. None where the value is told to be wrong."""

import re
from datetime import date

from thidua.core.law.cases.written import Written
from thidua.core.vietnamese.dates import DateRefused, parse_date

FIRST_YEAR, LAST_YEAR = 1945, 2100
FIRST_FOUNDING = 1000
_WHOLE = re.compile(r"[-+]?[0-9][0-9_]{0,17}(?:\.0+)?")
_SCHOOL_YEAR = re.compile(r"([0-9]{4}) ?[-–/] ?([0-9]{4})")
YES_OR_NO = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def text(written: Written) -> str | None:
    """Return the words of one value."""
    if written.scalar is None:
        written.tell("not_text")
        return None
    return " ".join(written.scalar.split())


def whole(written: Written, least: int = 0, most: int | None = None) -> int | None:
    """Return a whole number within bounds."""
    typed = written.scalar
    if typed is None or not _WHOLE.fullmatch(typed):
        percentage = typed is not None and typed.rstrip().endswith("%")
        written.tell("no_percentage" if percentage else "not_whole", given=written.shown)
        return None
    number = int(typed.partition(".")[0].replace("_", ""))
    if number < least:
        written.tell("negative" if number < 0 else "too_small", given=number, least=least)
        return None
    if most is not None and number > most:
        written.tell("too_large", given=number, most=most)
        return None
    return number


def flag(written: Written) -> bool | None:
    """Return true or false."""
    answer = YES_OR_NO.get((written.scalar or "").lower())
    if answer is None:
        written.tell("not_yes_or_no", given=written.shown)
    return answer


def day(written: Written, in_year: tuple[int, int] | None = None) -> date | None:
    """Return a day written as 2025-12-20 (a time of day is left aside) or 20/12/2025.

    `in_year`: the month and day that a bare year stands for, where one may be written.
    """
    typed = written.scalar or ""
    if in_year is not None and re.fullmatch(r"[0-9]{4}", typed) and counting_year(typed):
        return date(int(typed), *in_year)
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]", typed):
        typed = typed[:10]
    try:
        return parse_date(typed)
    except DateRefused:
        written.tell("not_a_day", given=written.shown)
        return None


def year(written: Written) -> int | None:
    """Return a counting year: «2024», or «2023-2024» for the school year that ends in 2024."""
    found = counting_year(written.scalar or "")
    if found is None:
        written.tell("not_a_year", given=written.shown, first=FIRST_YEAR, last=LAST_YEAR)
    return found


def counting_year(typed: str) -> int | None:
    """Return the counting year of a year or school year; None when it is neither."""
    typed = typed.strip()
    if school_year := _SCHOOL_YEAR.fullmatch(typed):
        first, last = map(int, school_year.groups())
        found = last if last == first + 1 else 0
    else:
        found = int(typed) if re.fullmatch(r"[0-9]{4}", typed) else 0
    return found if FIRST_YEAR <= found <= LAST_YEAR else None


def is_school_year(typed: str) -> bool:
    """Tell whether a year is written as a school year."""
    return _SCHOOL_YEAR.fullmatch(typed.strip()) is not None


def founding_year(written: Written) -> int | None:
    """Return the year in which a unit was founded; a whole day will do."""
    typed = written.scalar or ""
    if not re.fullmatch(r"[0-9]{3,5}", typed) and re.search(r"[-/]", typed):
        founded = day(written)
        return founded.year if founded else None
    found = int(typed) if re.fullmatch(r"[0-9]{4}", typed) else 0
    if not FIRST_FOUNDING <= found <= LAST_YEAR:
        written.tell("not_a_founding_year", given=written.shown, first=FIRST_FOUNDING, last=LAST_YEAR)
        return None
    return found
