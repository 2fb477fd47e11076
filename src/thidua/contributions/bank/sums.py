"""Sums of đồng and days as banks write them, in Vietnamese or English form."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from thidua.core.vietnamese.dates import DateRefused, parse_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.spreadsheets.table import Value

_CURRENCY: Final = re.compile(r"(?:VND|VNĐ|đồng|đ|₫)", re.IGNORECASE)
# No bank writes thousandths of a đồng: what stands before three digits parts thousands, be it a dot or a comma.
_SUM: Final = re.compile(
    r"([-+−]?)([0-9]{1,3}(?:([., ])[0-9]{3})(?:\3[0-9]{3})*|[0-9]+)(?:[.,]([0-9]{1,2}))?"
)
_DAY: Final = re.compile(
    r"(?<![0-9])([0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
)


def read_sum(value: Value) -> Decimal:
    """Return «1.000.000», «1,000,000.00» or «+1 000 000 VND» as đồng, with its sign. Raises ValueError for others,
    and for parts of a đồng.
    """
    if isinstance(value, Decimal):
        if value != int(value):
            raise ValueError(value)
        return value
    typed = _CURRENCY.sub("", clean_line(str(value))).strip().replace("− ", "-").replace("+ ", "+")
    found = _SUM.fullmatch(typed)
    if found is None or (found[4] and int(found[4])):
        raise ValueError(value)
    sum_of_parts = Decimal(re.sub(r"[., ]", "", found[2]))
    return -sum_of_parts if found[1] in ("-", "−") else sum_of_parts


def read_day(value: Value) -> tuple[date, str]:
    """Return the day in a cell and what else is written there (VCB writes the number of the voucher below it).

    Raises ValueError where there is none.
    """
    if isinstance(value, datetime):
        return value.date(), ""
    if isinstance(value, date):
        return value, ""
    typed = clean_line("" if value is None else str(value))
    found = _DAY.search(typed)
    if found is None:
        raise ValueError(value)
    rest = re.sub(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?", "", typed[: found.start()] + typed[found.end() :])
    return _day(found[1]), clean_line(rest)


def _day(written: str) -> date:
    try:
        return parse_date(written)
    except DateRefused as refused:
        if refused.suggestion is None:
            raise
        # A day with points, hyphens or two digits of the year is clear on a statement; a month of 31 is not.
        meant = parse_date(refused.suggestion)
        if meant.day != int(re.split(r"[-/.]", written)[0]):
            raise
        return meant
