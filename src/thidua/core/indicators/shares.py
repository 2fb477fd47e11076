"""Percentages computed from two values; None where there is nothing to divide by."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

Number = Decimal | int

# A context of our own: the answer must not depend on what a caller has set for its thread.
EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)
HUNDRED = Decimal(100)


def share_of_plan(value: Number | None, plan: Number | None) -> Decimal | None:
    """Return how much of the plan is reached, in percent: 5027 of 5452 → 92,2…; None without a plan."""
    return _percent_of(value, plan)


def ratio_to_base(value: Number | None, base: Number | None) -> Decimal | None:
    """Return the value in percent of the base («bằng 136,3%»); None without a base."""
    return _percent_of(value, base)


def growth(value: Number | None, base: Number | None) -> Decimal | None:
    """Return the change against the base in percent («tăng 36,3%»); None without a base."""
    ratio = _percent_of(value, base)
    return None if ratio is None else EXACT.subtract(ratio, HUNDRED)


def rate(numerator: Number | None, denominator: Number | None) -> Decimal | None:
    """Return numerator / denominator in percent; None without a denominator."""
    return _percent_of(numerator, denominator)


def _percent_of(value: Number | None, whole: Number | None) -> Decimal | None:
    # Of a negative whole a percentage can be computed, but it means nothing to a reader.
    if value is None or whole is None or whole <= 0:
        return None
    return EXACT.divide(EXACT.multiply(Decimal(value), HUNDRED), Decimal(whole))
