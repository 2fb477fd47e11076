"""Dates as exactly as they are known, typed the way people say them: «19/08/2019», «8/2019», «cuối năm 2018»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from thidua.core.periods import DatePrecision, ImpreciseDate
from thidua.core.vietnamese.dates import DateRefused, format_date, parse_date
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.web.shell.formats import page_language

_QUARTERS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
# Folded text → how exact it is; the groups are (part, year) or (year,).
_FORMS: Final = (
    (re.compile(r"(?:quy|q)\s*(iv|i{1,3}|[1-4])(?:\s*/\s*|\s+nam\s+|\s+)([0-9]{4})"), DatePrecision.QUARTER),
    (re.compile(r"(?:thang\s*)?(0?[1-9]|1[0-2])(?:\s*/\s*|\s+nam\s+)([0-9]{4})"), DatePrecision.MONTH),
    (re.compile(r"(?:dau nam|dau|early)\s*([0-9]{4})"), DatePrecision.START_OF_YEAR),
    (re.compile(r"(?:cuoi nam|cuoi|late)\s*([0-9]{4})"), DatePrecision.END_OF_YEAR),
    (re.compile(r"(?:nam\s*)?([0-9]{4})"), DatePrecision.YEAR),
)
_MONTHS: Final = {DatePrecision.START_OF_YEAR: 1, DatePrecision.END_OF_YEAR: 10, DatePrecision.YEAR: 1}


@dataclass(frozen=True)
class TypedStart:
    """A day in the span that was typed, and how exact it is; `day` is None where nothing was typed."""

    day: date | None
    precision: str = DatePrecision.DAY


class NotADate(ValueError):
    """The text names no day and no span of days."""


def read(text: str) -> TypedStart:
    """Return what `text` says; raises NotADate, or DateRefused for a day that does not exist."""
    typed = fold(clean_line(text)).removeprefix("tu ").removeprefix("ngay ")
    if not typed:
        return TypedStart(None)
    for form, precision in _FORMS:
        if found := form.fullmatch(typed):
            *parts, year = found.groups()
            return TypedStart(_first_day(precision, parts, int(year)), precision)
    if not typed[0].isdigit():
        raise NotADate(text)
    return TypedStart(parse_date(typed))


def show(day: date | None, precision: str) -> str:
    """Return the text that `read` reads back: «cuối năm 2018», «tháng 8 năm 2019», «19/08/2019», or ""."""
    if day is None:
        return ""
    if precision == DatePrecision.DAY:
        return format_date(day)
    if precision == DatePrecision.MONTH:
        return f"{day.month:02d}/{day.year}"
    if precision == DatePrecision.QUARTER:
        return f"{'quý' if page_language() == 'vi' else 'Q'} {(day.month + 2) // 3}/{day.year}"
    return ImpreciseDate.from_stored(day, DatePrecision(precision)).label(page_language())


def _first_day(precision: DatePrecision, parts: list[str], year: int) -> date:
    if year < 1:
        raise NotADate(str(year))
    if precision is DatePrecision.QUARTER:
        return date(year, 3 * _QUARTERS[parts[0]] - 2, 1)
    return date(year, int(parts[0]) if parts else _MONTHS[precision], 1)


class ImpreciseDateField(forms.Field):
    """A start typed as people say it; cleaned to a `TypedStart`."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> TypedStart:
        if isinstance(value, TypedStart):
            return value
        try:
            return read(str(value or ""))
        except (NotADate, DateRefused) as refused:
            raise ValidationError(
                _(
                    "“%(text)s” is not read as a date. Write 19/08/2019, 08/2019, quý III/2019, cuối năm 2018 or 2019."
                ),
                code="not_a_date",
                params={"text": clean_line(str(value))},
            ) from refused

    def prepare_value(self, value: Any) -> Any:
        return show(value.day, value.precision) if isinstance(value, TypedStart) else value
