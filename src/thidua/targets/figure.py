"""A figure with everything that stands behind it, and the words it is said in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from thidua.core.indicators import (
    Basis,
    Direction,
    IndicatorKind,
    Pace,
    PaceJudgement,
    comparison_wording,
    growth,
    judge,
    pace,
    ratio_to_base,
    share_of_plan,
    share_wording,
)
from thidua.core.indicators.shares import EXACT
from thidua.core.indicators.wording import growth_wording, points_wording
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import format_percent
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.enums import PlanAuthority
from thidua.targets.measured import Measured, Planned, weakest
from thidua.targets.models import Indicator


@dataclass(frozen=True)
class Figure:
    """An indicator's figure for a unit and a period; `measured` None means that there is none yet."""

    indicator: Indicator
    unit_id: int
    period: Period
    measured: Measured | None = None
    plan: Planned | None = None
    base: Measured | None = None

    @property
    def kind(self) -> IndicatorKind:
        """The kind as the core knows it."""
        return IndicatorKind(self.indicator.kind)

    @property
    def value(self) -> Decimal | None:
        """The value in the indicator's measure; a ratio's is in percent."""
        return self.measured.value if self.measured else None

    @cached_property
    def share(self) -> Decimal | None:
        """How much of the plan is reached, in percent; None for rates and inexact values."""
        if not self._exact or self.kind.is_percent:
            return None
        return share_of_plan(self.value, self._plan_value)

    @cached_property
    def growth(self) -> Decimal | None:
        """The change against the same period in percent; a growth indicator's value is just that."""
        if self.kind is IndicatorKind.GROWTH:
            return self.value
        return growth(self.value, self._base_value) if self._comparable else None

    @cached_property
    def ratio(self) -> Decimal | None:
        """The value in percent of the same period's."""
        return ratio_to_base(self.value, self._base_value) if self._comparable else None

    @cached_property
    def points(self) -> Decimal | None:
        """The difference in percentage points to the same period, for a ratio only."""
        if self.kind is not IndicatorKind.RATIO or self.value is None or self._base_value is None:
            return None
        return EXACT.subtract(self.value, self._base_value)

    @cached_property
    def pace(self) -> Pace:
        """Where the figure stands against the share of the plan's period that has passed."""
        return pace(self.value, self._plan_value, self._passed)

    @property
    def judgement(self) -> PaceJudgement:
        """Whether the figure is ahead, on track, behind, without a plan, or missing."""
        return judge(self.pace, Direction(self.indicator.direction))

    @property
    def provenance(self) -> Provenance:
        """The weakest origin of value, plan and same period."""
        return weakest(*(part.provenance for part in (self.measured, self.plan, self.base) if part))

    @property
    def row_ids(self) -> tuple[int, ...]:
        """The observations behind the value."""
        return self.measured.observation_ids if self.measured else ()

    @property
    def text(self) -> str:
        """The value as it is said: «5.027 tỷ đồng», «trên 20 tỷ đồng», «99,08%», «tăng 6,86%»; "" without one."""
        if self.measured is None:
            return ""
        if self.kind is IndicatorKind.GROWTH:
            return growth_wording(self.measured.value, self.indicator.decimals, wording.language())
        if self.kind is IndicatorKind.RATIO:
            shown = format_percent(self.measured.value, self.indicator.decimals, wording.language())
            return self.measured.comparator.phrase(shown, wording.language())
        return wording.quantity(self.indicator, self.measured.value, self.measured.comparator)

    @property
    def share_text(self) -> str:
        """«đạt 92,2% so với dự toán», or the distance in points for a rate; "" where it cannot be said."""
        if self.plan is None or self.value is None:
            return ""
        if self.kind.is_percent:
            distance = EXACT.subtract(self.value, self.plan.value)
            return points_wording(distance, self.indicator.decimals, wording.language(), self._plan_basis)
        if self.share is None:
            return ""
        return share_wording(self.share, self.indicator.share_decimals, wording.language(), self._plan_basis)

    @property
    def comparison_text(self) -> str:
        """«bằng 136,3% so với cùng kỳ», in the form that the indicator's kind asks for; "" where there is none."""
        return self._compared(Basis.SAME_PERIOD)

    @property
    def comparison_short(self) -> str:
        """The same without its basis, for a column that names it: «bằng 136,3%»."""
        return self._compared(None)

    @property
    def wording(self) -> str:
        """The whole as a report says it: «5.027 tỷ đồng, đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ»."""
        value = self.comparison_text if self.kind is IndicatorKind.GROWTH else self.text
        comparison = "" if self.kind is IndicatorKind.GROWTH else self.comparison_text
        return ", ".join(part for part in (value, self.share_text, comparison) if part)

    def _compared(self, basis: Basis | None) -> str:
        if self.kind is not IndicatorKind.GROWTH and not (self._exact and self._base_exact):
            return ""
        is_percent = self.kind.is_percent
        decimals = self.indicator.decimals if is_percent else self.indicator.share_decimals
        language = wording.language()
        return comparison_wording(self.kind, self.value, self._base_value, decimals, language, basis) or ""

    @property
    def _plan_basis(self) -> Basis:
        is_budget = self.plan is not None and self.plan.authority == PlanAuthority.BUDGET
        return Basis.BUDGET_PLAN if is_budget else Basis.PLAN

    @property
    def _exact(self) -> bool:
        return self.measured is not None and self.measured.comparator.is_exact

    @property
    def _base_exact(self) -> bool:
        return self.base is not None and self.base.comparator.is_exact

    @property
    def _base_value(self) -> Decimal | None:
        return self.base.value if self.base else None

    @property
    def _plan_value(self) -> Decimal | None:
        return self.plan.value if self.plan else None

    @property
    def _comparable(self) -> bool:
        return self._exact and self._base_exact and not self.kind.is_percent

    @property
    def _passed(self) -> Fraction:
        if self.plan is None or not (self.kind.accumulates and self.indicator.cumulative):
            return Fraction(1)
        whole = self.plan.period
        if not whole.contains(self.period):
            return Fraction(1)
        return Period(whole.start, self.period.end).share_of_year() / whole.share_of_year()
