"""Periods as people write them in a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.periods import Period, PeriodRefused
from thidua.core.vietnamese.fold import fold
from thidua.support.spreadsheets.table import Value

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# On text folded and without «dau», «nam»: «9 tháng đầu năm 2019» → «9 thang 2019».
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[str, int], Period]], ...]] = (
    (re.compile(r"([0-9]{1,2}) thang"), lambda number, year: Period.of_first_months(year, int(number))),
    (
        re.compile(r"first ([0-9]{1,2}) months"),
        lambda number, year: Period.of_first_months(year, int(number)),
    ),
    (re.compile(r"thang ([0-9]{1,2})"), lambda number, year: Period.of_month(year, int(number))),
    (re.compile(r"month ([0-9]{1,2})"), lambda number, year: Period.of_month(year, int(number))),
    (re.compile(r"([0-9]{1,2})"), lambda number, year: Period.of_month(year, int(number))),
    (
        re.compile(r"(?:quy|quarter|q) ?([1-4]|iv|i{1,3})"),
        lambda number, year: Period.of_quarter(year, _ROMAN.get(number) or int(number)),
    ),
)
_YEAR: Final = re.compile(r"(.*?)[ /]*\b([12][0-9]{3})")


class PeriodNotRead(ValueError):
    """A cell that is no period; its words say what to write."""


def read_period(value: Value) -> Period:
    """Return the period that a cell names: 2019-9T, «9 tháng đầu năm 2019», «Quý III/2019», 9/2019, 2019.

    Raises PeriodNotRead.
    """
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = str(int(value))
    if not isinstance(value, str):
        raise PeriodNotRead(
            _(
                "Write the period as text, for example 2019-9T (nine months), 2019-09 (September), 2019-Q3 or 2019."
            )
        )
    try:
        return Period.parse(value)
    except PeriodRefused:
        found = _in_words(value)
    if found is None:
        raise PeriodNotRead(
            _(
                "“%(text)s” is not a period. Write for example 2019-9T (nine months), 2019-09, 2019-Q3 or 2019."
            )
            % {"text": value}
        )
    return found


def read_span(first: object, last: object) -> Period:
    """Return the period between two days; raises PeriodNotRead."""
    if isinstance(first, date) and isinstance(last, date) and first <= last:
        return Period(first, last)
    raise PeriodNotRead(_("Write two days, for example 01/01/2019 and 30/09/2019, the earlier one first."))


def _in_words(text: str) -> Period | None:
    words = re.sub(r"\b(dau|nam|cua|of|the|year|ky)\b", " ", fold(text).replace("-", " "))
    split = _YEAR.fullmatch(" ".join(words.split()))
    if split is None:
        return None
    rest, year = split[1].strip(" /"), int(split[2])
    if not rest:
        return Period.of_year(year)
    for form, build in _FORMS:
        if match := form.fullmatch(rest):
            try:
                return build(match[1], year)
            except ValueError:
                return None
    return None
