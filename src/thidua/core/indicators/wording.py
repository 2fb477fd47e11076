"""How a comparison is said: «tăng 6,86%», «bằng 136,3%», «đạt 92,2%»; growth and ratio are never mixed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from thidua.core.indicators.kinds import IndicatorKind
from thidua.core.indicators.shares import EXACT, Number, ratio_to_base
from thidua.core.language import Language
from thidua.core.vietnamese.numbers import format_number, format_percent, round_half_up


class Basis(StrEnum):
    """What a figure is compared with."""

    PLAN = "plan"
    BUDGET_PLAN = "budget_plan"
    SAME_PERIOD = "same_period"
    LAST_PERIOD = "last_period"


_AGAINST = {
    Basis.PLAN: ("so với kế hoạch", "of the plan", "on the plan"),
    Basis.BUDGET_PLAN: ("so với dự toán", "of the budget plan", "on the budget plan"),
    Basis.SAME_PERIOD: (
        "so với cùng kỳ",
        "of the same period of last year",
        "on the same period of last year",
    ),
    Basis.LAST_PERIOD: ("so với kỳ trước", "of the last period", "on the last period"),
}


def growth_wording(
    percent: Number, decimals: int, language: Language = "vi", basis: Basis | None = None
) -> str:
    """Return «tăng 6,86%», «giảm 5,39%» or «không đổi» from a change in percent, with its basis if given."""
    shown = round_half_up(percent, decimals)
    if shown == 0:
        said = "không đổi" if language == "vi" else "unchanged"
    else:
        said = f"{_direction(shown, language)} {format_percent(abs(shown), decimals, language)}"
    return said + _against(basis, language, of=False)


def ratio_wording(
    percent: Number, decimals: int, language: Language = "vi", basis: Basis | None = None
) -> str:
    """Return «bằng 136,3%», with its basis if given: «bằng 136,3% so với cùng kỳ»."""
    shown = format_percent(percent, decimals, language)
    return (f"bằng {shown}" if language == "vi" else f"at {shown}") + _against(basis, language, of=True)


def share_wording(
    percent: Number, decimals: int, language: Language = "vi", basis: Basis | None = None
) -> str:
    """Return «đạt 92,2%», with its basis if given: «đạt 92,2% so với dự toán»."""
    shown = format_percent(percent, decimals, language)
    return (f"đạt {shown}" if language == "vi" else f"reaching {shown}") + _against(basis, language, of=True)


def points_wording(
    points: Number, decimals: int, language: Language = "vi", basis: Basis | None = None
) -> str:
    """Return «tăng 0,58 điểm phần trăm»: how two percentages are compared."""
    shown = round_half_up(points, decimals)
    if shown == 0:
        said = "không đổi" if language == "vi" else "unchanged"
    else:
        unit = "điểm phần trăm" if language == "vi" else "percentage points"
        said = f"{_direction(shown, language)} {format_number(abs(shown), decimals, language)} {unit}"
    return said + _against(basis, language, of=False)


def comparison_wording(
    kind: IndicatorKind,
    value: Number | None,
    base: Number | None,
    decimals: int,
    language: Language = "vi",
    basis: Basis | None = Basis.SAME_PERIOD,
) -> str | None:
    """Return the comparison in the form that the indicator's kind asks for; None where nothing can be said.

    A growth rate is itself the comparison (`base` is not read): «tăng 6,86%». A level or count is set in
    relation to its base: «bằng 136,3%». Two ratios differ by points. A lower bound («trên 20 tỷ») has no
    exact relation to anything.
    """
    if value is None or kind is IndicatorKind.LOWER_BOUND:
        return None
    if kind is IndicatorKind.GROWTH:
        return growth_wording(value, decimals, language, basis)
    if kind is IndicatorKind.RATIO:
        if base is None:
            return None
        return points_wording(EXACT.subtract(Decimal(value), Decimal(base)), decimals, language, basis)
    ratio = ratio_to_base(value, base)
    return None if ratio is None else ratio_wording(ratio, decimals, language, basis)


def _direction(shown: Decimal, language: Language) -> str:
    if language == "vi":
        return "tăng" if shown > 0 else "giảm"
    return "up" if shown > 0 else "down"


def _against(basis: Basis | None, language: Language, *, of: bool) -> str:
    if basis is None:
        return ""
    vietnamese, english_of, english_on = _AGAINST[basis]
    if language == "vi":
        return f" {vietnamese}"
    return f" {english_of if of else english_on}"
