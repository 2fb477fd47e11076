"""Numbers and dates in the language of the page; no figure is not zero."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import get_language, gettext

from thidua.core.language import Language
from thidua.core.vietnamese import dates, numbers

Number = Decimal | int


def page_language() -> Language:
    """Return the language of the page being made."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def no_figure() -> str:
    """Return what stands where a figure is not known."""
    return gettext("no figure yet")


def number(value: Number | None, decimals: int | None = None) -> str:
    """Return «12.537» (English 12,537), or «chưa có số» for None."""
    return no_figure() if value is None else numbers.format_number(value, decimals, page_language())


def percent(points: Number | None, decimals: int | None = None) -> str:
    """Return «92,2%» from percent points, or «chưa có số» for None."""
    return no_figure() if points is None else numbers.format_percent(points, decimals, page_language())


def quantity(value: Number | None, unit: str, decimals: int | None = None) -> str:
    """Return «5.027 tỷ đồng», number and unit held together, or «chưa có số» for None."""
    return no_figure() if value is None else numbers.format_quantity(value, unit, decimals, page_language())


def money(amount: Number | None, *, exact: bool = False) -> str:
    """Return «20,4 tỷ đồng» from an amount in đồng, or «chưa có số» for None."""
    return (
        no_figure() if amount is None else numbers.format_money(amount, exact=exact, language=page_language())
    )


def document_count(count: int | None) -> str:
    """Return a count as documents print it, «02», or «chưa có số» for None."""
    return no_figure() if count is None else numbers.pad2(count, page_language())


def day(value: date | datetime | None) -> str:
    """Return «31/10/2019», or an empty text for None."""
    return "" if value is None else dates.format_date(value)


def moment(value: datetime | None) -> str:
    """Return «17:00 30/11/2026» in the time of Vietnam, or an empty text for None."""
    return "" if value is None else dates.format_date_time(value)


def as_number(value: object) -> Number | None:
    """Return a template's value as an exact number; floats are read as they are written.

    Raises TypeError for what is not a number.
    """
    if value is None or value == "":
        return None
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, Decimal | int):
        return value
    if isinstance(value, str):
        return Decimal(value)
    raise TypeError(f"not a number: {value!r}")
