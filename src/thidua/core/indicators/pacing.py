"""Where a cumulative figure stands against the share of the year that has passed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from thidua.core.indicators.kinds import Direction
from thidua.core.indicators.shares import EXACT, HUNDRED, Number, share_of_plan


class PaceJudgement(StrEnum):
    """What the pace means, the direction of good taken into account."""

    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NO_PLAN = "no_plan"
    NO_DATA = "no_data"


@dataclass(frozen=True)
class Pace:
    """The linear pace; percents of the plan, points between them, the projection in the value's unit.

    `actual_percent` and `ahead_points` are None without a value or a plan; `projection` is None
    without a value or before the year began.
    """

    expected_percent: Decimal
    actual_percent: Decimal | None
    ahead_points: Decimal | None
    projection: Decimal | None
    has_value: bool


def pace(value: Number | None, plan: Number | None, share_of_year: Number | Fraction) -> Pace:
    """Return the pace after `share_of_year` (0 to 1) of the plan's period: 5027 of 5452 after 0,75 → +17,2.

    A plan that does not grow over the year (`IndicatorKind.accumulates` is false) takes share 1.
    Raises ValueError for a share outside 0–1.
    """
    if not 0 <= share_of_year <= 1:
        raise ValueError("share_of_year must lie between 0 and 1")
    exact = Fraction(share_of_year)
    passed = EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    expected = EXACT.multiply(passed, HUNDRED)
    actual = share_of_plan(value, plan)
    return Pace(
        expected_percent=expected,
        actual_percent=actual,
        ahead_points=None if actual is None else EXACT.subtract(actual, expected),
        projection=None if value is None or passed == 0 else EXACT.divide(Decimal(value), passed),
        has_value=value is not None,
    )


def judge(found: Pace, direction: Direction, tolerance_points: Number = 5) -> PaceJudgement:
    """Return what the pace means; within `tolerance_points` of the expectation is on track.

    When the whole plan is due (100% expected) there is no tolerance: a plan missed is missed. With
    `Direction.NONE` no side is good or bad, so that every figure is on track. With `Direction.DOWN`
    the plan is a ceiling and being short of it is good.
    """
    if not found.has_value:
        return PaceJudgement.NO_DATA
    if found.ahead_points is None:
        return PaceJudgement.NO_PLAN
    if direction is Direction.NONE:
        return PaceJudgement.ON_TRACK
    good = -found.ahead_points if direction is Direction.DOWN else found.ahead_points
    tolerance = Decimal(0) if found.expected_percent == HUNDRED else Decimal(tolerance_points)
    if good > tolerance:
        return PaceJudgement.AHEAD
    if good < -tolerance:
        return PaceJudgement.BEHIND
    return PaceJudgement.ON_TRACK
