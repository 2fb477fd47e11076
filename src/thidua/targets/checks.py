"""The checks of `core.indicators`, fed with an indicator's row and what it is compared with."""

from __future__ import annotations

from decimal import Decimal

from thidua.core.indicators import Figures, Finding, IndicatorKind, check_figures
from thidua.targets.models import Indicator
from thidua.targets.typed import Reading


def findings_of(
    indicator: Indicator,
    reading: Reading,
    *,
    plan: Decimal | None = None,
    same_period: Decimal | None = None,
    last: Decimal | None = None,
) -> tuple[Finding, ...]:
    """Return what the checks find in a readable figure; nothing in an empty one."""
    if reading.value is None or not reading.is_readable:
        return ()
    kind = IndicatorKind(indicator.kind)
    is_ratio = kind is IndicatorKind.RATIO
    return check_figures(
        Figures(
            kind=kind,
            value=reading.typed_rate if is_ratio else reading.value,
            decimals=reading.rate_decimals,
            numerator=reading.numerator,
            denominator=reading.denominator,
            plan=plan,
            same_period=same_period,
            last=last,
            cumulative=indicator.cumulative and kind.accumulates,
            minimum=indicator.minimum,
            maximum=indicator.maximum,
        )
    )
