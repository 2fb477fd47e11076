"""The room's words in the language of the reader: indicators, quantities, and what the checks found."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Protocol

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua.core.indicators import Comparator, Finding, FindingCode
from thidua.core.language import Language
from thidua.core.vietnamese.numbers import format_number, format_quantity
from thidua.targets.models import Indicator

_SENTENCES: Final[Mapping[FindingCode, Promise]] = {
    FindingCode.NO_PLAN: _("There is no plan, so the share of the plan cannot be said."),
    FindingCode.NO_DENOMINATOR: _("The rate has no denominator: nobody can check it."),
    FindingCode.NUMERATOR_ABOVE_DENOMINATOR: _(
        "The numerator %(numerator)s is larger than the denominator %(denominator)s. Check both."
    ),
    FindingCode.BELOW_MINIMUM: _("%(value)s is below the least possible, %(minimum)s. Check the number."),
    FindingCode.ABOVE_MAXIMUM: _("%(value)s is above the most possible, %(maximum)s. Check the number."),
    FindingCode.SUDDEN_RISE: _("%(factor)s times the last figure (%(last)s) or more. Is that right?"),
    FindingCode.SUDDEN_FALL: _("1/%(factor)s of the last figure (%(last)s) or less. Is that right?"),
    FindingCode.LOWER_THAN_LAST_PERIOD: _(
        "Counted from the start of the year, but less than the last figure (%(last)s). Is that right?"
    ),
    FindingCode.NO_INTEGER_SOLUTION: _(
        "No whole number of %(denominator)s gives %(rate)s%%. Check the rate and the denominator."
    ),
    FindingCode.THOUSANDS_LOST: _(
        "%(value)s has decimals, but it is compared with %(reference)s. Did you mean %(meant)s?"
    ),
}
_RATE_DISAGREES: Final = _("%(numerator)s of %(denominator)s is not %(rate)s%%. Check the three numbers.")


def language() -> Language:
    """Return the language in which the reader is spoken to."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def name_of(indicator: Indicator) -> str:
    """Return the indicator's name in the reader's language; the Vietnamese one where there is no other."""
    return (language() == "en" and indicator.name_en) or indicator.name


def measure_of(indicator: Indicator) -> str:
    """Return the unit of measure in the reader's language."""
    return (language() == "en" and indicator.measure_en) or indicator.measure


def quantity(indicator: Indicator, value: Decimal, comparator: str = Comparator.EQUAL) -> str:
    """Return «5.027 tỷ đồng» or «trên 20 tỷ đồng»."""
    shown = format_quantity(value, measure_of(indicator), decimals_shown(indicator, value), language())
    return Comparator(comparator).phrase(shown, language())


class Said(Protocol):
    """Anything with a value: an observation, a cell, a row of a table."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def numerator(self) -> Decimal | int | None: ...
    @property
    def denominator(self) -> Decimal | int | None: ...
    @property
    def comparator(self) -> str: ...


def in_words(indicator: Indicator, said: Said) -> str:
    """Return «5.027 tỷ đồng», or a ratio with its integers: «12.422/12.537 (99,08%)»; "" without a value."""
    if said.value is None:
        return ""
    value = quantity(indicator, said.value, said.comparator or Comparator.EQUAL)
    if said.numerator is None or said.denominator is None:
        return value
    part, whole = (format_number(int(number), 0, language()) for number in (said.numerator, said.denominator))
    return f"{part}/{whole} ({value})"


def plain_number(indicator: Indicator, value: Decimal) -> str:
    """Return «5.027» with the indicator's decimals."""
    return format_number(value, decimals_shown(indicator, value), language())


def decimals_shown(indicator: Indicator, value: Decimal) -> int | None:
    """Return the indicator's decimals; None (as many as needed) where rounding would change the value.

    A plan of 37,5 must not read 38 because the indicator is shown without decimals.
    """
    steps = value.scaleb(indicator.decimals)
    return indicator.decimals if steps == steps.to_integral_value() or indicator.decimals else None


def finding_sentence(finding: Finding) -> str:
    """Return what the check has to say, with its numbers in the reader's form."""
    sentence = _SENTENCES[finding.code]
    if finding.code is FindingCode.NO_INTEGER_SOLUTION and finding.values["numerator"] is not None:
        sentence = _RATE_DISAGREES
    return str(sentence) % {name: _worded(value) for name, value in finding.values.items()}


def _worded(value: Decimal | int | str | None) -> str:
    if isinstance(value, Decimal | int):
        return format_number(value, None, language())
    return value or ""
