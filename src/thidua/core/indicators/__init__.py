"""Indicators: value, plan, same period → shares, wording and pace; back-checks of rounded rates."""

from thidua.core.indicators.back_checks import PlanInterval, integer_solutions, plan_interval
from thidua.core.indicators.checks import CHECKS, Figures, check_figures
from thidua.core.indicators.findings import Finding, FindingCode, FindingLevel
from thidua.core.indicators.kinds import Comparator, Direction, IndicatorKind, split_comparator
from thidua.core.indicators.pacing import Pace, PaceJudgement, judge, pace
from thidua.core.indicators.shares import growth, rate, ratio_to_base, share_of_plan
from thidua.core.indicators.wording import (
    Basis,
    comparison_wording,
    growth_wording,
    points_wording,
    ratio_wording,
    share_wording,
)

__all__ = [
    "CHECKS",
    "Basis",
    "Comparator",
    "Direction",
    "Figures",
    "Finding",
    "FindingCode",
    "FindingLevel",
    "IndicatorKind",
    "Pace",
    "PaceJudgement",
    "PlanInterval",
    "check_figures",
    "comparison_wording",
    "growth",
    "growth_wording",
    "integer_solutions",
    "judge",
    "pace",
    "plan_interval",
    "points_wording",
    "rate",
    "ratio_to_base",
    "ratio_wording",
    "share_of_plan",
    "share_wording",
    "split_comparator",
]
