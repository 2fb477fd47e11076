"""Values of indicators in the language of the report."""

from __future__ import annotations

from decimal import Decimal

from thidua.core.indicators import Comparator, IndicatorKind
from thidua.core.vietnamese.numbers import format_percent, format_quantity
from thidua.reports.figures.scope import Scope
from thidua.targets.measured import Measured
from thidua.targets.models import Indicator, Observation


def name_of(scope: Scope, indicator: Indicator) -> str:
    """Return the indicator's name; the Vietnamese one where there is no other."""
    return (scope.language == "en" and indicator.name_en) or indicator.name


def measure_of(scope: Scope, indicator: Indicator) -> str:
    """Return the unit of measure."""
    return (scope.language == "en" and indicator.measure_en) or indicator.measure


def quantity(scope: Scope, indicator: Indicator, value: Decimal) -> str:
    """Return «5.027 tỷ đồng» or «99,08%» with the indicator's decimals."""
    if IndicatorKind(indicator.kind).is_percent:
        return format_percent(value, indicator.decimals, scope.language)
    return format_quantity(value, measure_of(scope, indicator), indicator.decimals, scope.language)


def worded(scope: Scope, indicator: Indicator, row: Measured | Observation) -> str:
    """Return a measured value with its comparator: «trên 20 tỷ đồng»."""
    return Comparator(row.comparator).phrase(quantity(scope, indicator, row.value), scope.language)
