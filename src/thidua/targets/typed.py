"""What a person typed for an indicator: read into exact numbers, or refused with a sentence per box.

The boxes are `value`, `numerator` and `denominator`; only a ratio has the last two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.indicators import Comparator, IndicatorKind, rate, split_comparator
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.numbers import (
    NumberFault,
    NumberRefused,
    format_number,
    parse_number,
    round_half_up,
)
from thidua.support.number_sentences import NUMBER_SENTENCES

STORED_DECIMALS: Final = 4
LARGEST: Final = Decimal(10) ** 15


@dataclass(frozen=True)
class Typed:
    """The boxes of one indicator as typed."""

    value: str = ""
    numerator: str = ""
    denominator: str = ""

    def cleaned(self) -> Typed:
        """Return the boxes in NFC without invisible characters and doubled spaces."""
        return Typed(clean_line(self.value), clean_line(self.numerator), clean_line(self.denominator))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any box."""
        return not (self.value or self.numerator or self.denominator)


@dataclass(frozen=True)
class Reading:
    """What was understood. `faults` maps a box to its sentence; with a fault there is no value.

    A ratio with both integers has its percentage in `value`, to four decimals; `typed_rate` is the percentage as
    typed, with `rate_decimals` decimals, for the check against the integers.
    """

    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    comparator: Comparator = Comparator.EQUAL
    typed_rate: Decimal | None = None
    rate_decimals: int = 0
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_readable(self) -> bool:
        """Whether everything typed was understood."""
        return not self.faults


def read(kind: IndicatorKind, typed: Typed) -> Reading:
    """Return what the boxes say for an indicator of this kind; never raises."""
    boxes = typed.cleaned()
    if boxes.is_blank:
        return Reading()
    return _read_ratio(boxes) if kind is IndicatorKind.RATIO else _read_value(kind, boxes.value)


def _read_value(kind: IndicatorKind, text: str) -> Reading:
    if not text:
        return Reading()
    comparator, digits = split_comparator(text)
    try:
        value = number(digits, whole=kind is IndicatorKind.COUNT, percent=kind.is_percent)
    except NotRead as refused:
        return Reading(faults={"value": str(refused)})
    return Reading(value=value, comparator=comparator)


def _read_ratio(boxes: Typed) -> Reading:
    faults: dict[str, str] = {}
    found: dict[str, Decimal | None] = {}
    comparator, typed_rate = split_comparator(boxes.value) if boxes.value else (Comparator.EQUAL, "")
    for box, text in (
        ("value", typed_rate),
        ("numerator", boxes.numerator),
        ("denominator", boxes.denominator),
    ):
        found[box] = None
        if text:
            try:
                found[box] = number(text, whole=box != "value", percent=box == "value", least=0)
            except NotRead as refused:
                faults[box] = str(refused)
    given = {
        "value": bool(boxes.value),
        "numerator": bool(boxes.numerator),
        "denominator": bool(boxes.denominator),
    }
    faults = {**_missing_parts(given, found["denominator"]), **faults}
    return Reading(faults=faults) if faults else _ratio(found, comparator)


def _ratio(found: Mapping[str, Decimal | None], comparator: Comparator) -> Reading:
    part, whole, stated = found["numerator"], found["denominator"], found["value"]
    value = stated
    if part is not None and whole is not None:
        exact = rate(int(part), int(whole))
        value = None if exact is None else round_half_up(exact, STORED_DECIMALS)
    return Reading(
        value=value,
        numerator=None if part is None else int(part),
        denominator=None if whole is None else int(whole),
        comparator=comparator if part is None else Comparator.EQUAL,
        typed_rate=stated,
        rate_decimals=decimals_of(stated),
    )


def reading_of(
    kind: IndicatorKind,
    value: Decimal | int | None,
    numerator: Decimal | int | None = None,
    denominator: Decimal | int | None = None,
    comparator: Comparator = Comparator.EQUAL,
) -> Reading:
    """Return exact numbers as a reading; `faults` tell what is missing for this kind of indicator."""
    found = {
        box: None if number is None else Decimal(number)
        for box, number in (("value", value), ("numerator", numerator), ("denominator", denominator))
    }
    if kind is not IndicatorKind.RATIO:
        if found["value"] is None:
            return Reading(faults={"value": _("Write the value.")})
        return Reading(value=found["value"], comparator=comparator)
    faults = _missing_parts({box: number is not None for box, number in found.items()}, found["denominator"])
    return Reading(faults=faults) if faults else _ratio(found, comparator)


def _missing_parts(given: Mapping[str, bool], denominator: Decimal | None) -> dict[str, str]:
    faults: dict[str, str] = {}
    if given["numerator"] and not given["denominator"]:
        faults["denominator"] = _("Fill in the denominator too: a rate needs both numbers.")
    if not given["numerator"] and not given["value"]:
        faults["numerator"] = _("Fill in the numerator too, or the rate in percent.")
    if denominator == 0:
        faults["denominator"] = _("The denominator is 0. Leave the row empty if there was nothing to count.")
    return faults


class NotRead(ValueError):
    """A text that is not the number asked for; its words say what to write instead."""


def number(text: str, *, whole: bool = False, percent: bool = True, least: int | None = None) -> Decimal:
    """Return the number typed in the Vietnamese form; raises NotRead with a sentence."""
    try:
        value = parse_number(text, percent=percent)
    except NumberRefused as refused:
        code = refused.code
        if code in _NEEDS_SUGGESTION and refused.suggestion is None:
            code = NumberFault.NOT_A_NUMBER
        sentence = NUMBER_SENTENCES.get(code, NUMBER_SENTENCES[NumberFault.NOT_A_NUMBER])
        raise NotRead(str(sentence) % {"text": refused.text, "suggestion": refused.suggestion}) from refused
    return checked_number(value, whole=whole, least=least)


def checked_number(value: Decimal, *, whole: bool = False, least: int | None = None) -> Decimal:
    """Return the number if it can be kept; raises NotRead with a sentence."""
    if whole and value != value.to_integral_value():
        raise NotRead(_not_whole(value))
    if decimals_of(value) > STORED_DECIMALS:
        raise NotRead(_("Write at most %(count)s decimals.") % {"count": STORED_DECIMALS})
    if abs(value) >= LARGEST:
        raise NotRead(_("This number is too large. Check the unit of measure."))
    if least is not None and value < least:
        raise NotRead(_("Write %(limit)s or more.") % {"limit": least})
    return value


def _not_whole(value: Decimal) -> str:
    thousands = value * 1000
    if decimals_of(value) == 3 and thousands == thousands.to_integral_value():
        return _("Write %(suggestion)s (a dot between thousands), or a whole number.") % {
            "suggestion": format_number(thousands, 0)
        }
    return _("Write a whole number, without decimals.")


_NEEDS_SUGGESTION: Final = frozenset(
    {NumberFault.DECIMAL_POINT, NumberFault.COMMA_GROUPS, NumberFault.SPACE_GROUPS}
)


def decimals_of(value: Decimal | None) -> int:
    """Return how many decimals are written, trailing zeros included; 0 for None."""
    if value is None:
        return 0
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
