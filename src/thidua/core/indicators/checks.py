"""Checks of one reported figure; all findings are collected, none is raised.

A check is a small function from the figures to a finding or None; `CHECKS` is their register.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from thidua.core.indicators.back_checks import integer_solutions
from thidua.core.indicators.findings import Finding, FindingCode, FindingLevel
from thidua.core.indicators.kinds import IndicatorKind
from thidua.core.indicators.shares import rate

LOST_THOUSANDS_FACTOR: Final = 100


@dataclass(frozen=True)
class Figures:
    """One figure and what it is compared with; None is "not known", which is not zero.

    `value` is in the indicator's unit. A ratio has its two integers, or `value` as a rounded percentage
    with `decimals` decimals, or both. `last` is the same year's figure of the period before.
    """

    kind: IndicatorKind
    value: Decimal | None = None
    decimals: int = 0
    numerator: int | None = None
    denominator: int | None = None
    plan: Decimal | None = None
    plan_expected: bool = True
    same_period: Decimal | None = None
    last: Decimal | None = None
    cumulative: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    jump_factor: Decimal = Decimal(3)

    @property
    def measured(self) -> Decimal | None:
        """The value, or for a ratio without one the exact percentage of its two integers."""
        return rate(self.numerator, self.denominator) if self.value is None else self.value


def check_figures(figures: Figures) -> tuple[Finding, ...]:
    """Return every finding about the figures, in the order of the register; empty when all is well."""
    return tuple(finding for check in CHECKS if (finding := check(figures)) is not None)


def check_plan(figures: Figures) -> Finding | None:
    """Warn when a plan should exist and is not known: the share of the plan cannot be said."""
    if figures.plan_expected and figures.plan is None:
        return Finding(FindingCode.NO_PLAN, FindingLevel.WARNING)
    return None


def check_denominator(figures: Figures) -> Finding | None:
    """Warn when a ratio is reported without a usable denominator."""
    is_reported = figures.value is not None or figures.numerator is not None
    if figures.kind is IndicatorKind.RATIO and is_reported and not figures.denominator:
        return Finding(FindingCode.NO_DENOMINATOR, FindingLevel.WARNING)
    return None


def check_part_of_whole(figures: Figures) -> Finding | None:
    """Refuse a part that is larger than its whole."""
    part, whole = figures.numerator, figures.denominator
    if part is not None and whole and part > whole:
        return Finding(
            FindingCode.NUMERATOR_ABOVE_DENOMINATOR,
            FindingLevel.ERROR,
            {"numerator": part, "denominator": whole},
        )
    return None


def check_range(figures: Figures) -> Finding | None:
    """Refuse a value outside the indicator's limits."""
    value, minimum, maximum = figures.measured, figures.minimum, figures.maximum
    if value is not None and minimum is not None and value < minimum:
        found = {"value": value, "minimum": minimum}
        return Finding(FindingCode.BELOW_MINIMUM, FindingLevel.ERROR, found)
    if value is not None and maximum is not None and value > maximum:
        found = {"value": value, "maximum": maximum}
        return Finding(FindingCode.ABOVE_MAXIMUM, FindingLevel.ERROR, found)
    return None


def check_jump(figures: Figures) -> Finding | None:
    """Ask about a value that is `jump_factor` times the last one, or that part of it.

    A growth rate may swing freely; a fall of a cumulative figure is `check_cumulative`'s to ask about.
    """
    value, last, factor = figures.measured, figures.last, figures.jump_factor
    if figures.kind is IndicatorKind.GROWTH or value is None or last is None or last <= 0:
        return None
    found = {"value": value, "last": last, "factor": factor}
    if value >= last * factor:
        return Finding(FindingCode.SUDDEN_RISE, FindingLevel.QUESTION, found)
    if not figures.cumulative and value * factor <= last:
        return Finding(FindingCode.SUDDEN_FALL, FindingLevel.QUESTION, found)
    return None


def check_cumulative(figures: Figures) -> Finding | None:
    """Ask about a cumulative value that is lower than in the period before."""
    value, last = figures.value, figures.last
    if figures.cumulative and value is not None and last is not None and value < last:
        return Finding(
            FindingCode.LOWER_THAN_LAST_PERIOD, FindingLevel.QUESTION, {"value": value, "last": last}
        )
    return None


def check_rounded_rate(figures: Figures) -> Finding | None:
    """Ask about a rounded rate that no whole number of cases gives for this denominator."""
    if figures.kind is not IndicatorKind.RATIO or figures.value is None or not figures.denominator:
        return None
    solutions = integer_solutions(figures.value, figures.decimals, figures.denominator)
    fits = bool(solutions) if figures.numerator is None else figures.numerator in solutions
    if fits:
        return None
    return Finding(
        FindingCode.NO_INTEGER_SOLUTION,
        FindingLevel.QUESTION,
        {
            "rate": figures.value,
            "decimals": figures.decimals,
            "numerator": figures.numerator,
            "denominator": figures.denominator,
        },
    )


def check_lost_thousands(figures: Figures) -> Finding | None:
    """Ask whether «5,027», which reads as five, was meant as 5.027: its reference is a hundred times larger.

    The reference is the plan, else the same period, else the last period.
    """
    references = (figures.plan, figures.same_period, figures.last)
    reference = next((known for known in references if known is not None), None)
    value = figures.value
    if figures.kind.is_percent or value is None or value <= 0 or reference is None:
        return None
    meant = value * 1000
    is_thousands_form = value != value.to_integral_value() and meant == meant.to_integral_value()
    if not is_thousands_form or reference <= value * LOST_THOUSANDS_FACTOR:
        return None
    return Finding(
        FindingCode.THOUSANDS_LOST,
        FindingLevel.QUESTION,
        {"value": value, "meant": meant.to_integral_value(), "reference": reference},
    )


CHECKS: Final[tuple[Callable[[Figures], Finding | None], ...]] = (
    check_part_of_whole,
    check_range,
    check_lost_thousands,
    check_jump,
    check_cumulative,
    check_rounded_rate,
    check_denominator,
    check_plan,
)
