"""The months of one indicator as a line: result, pace of the plan, same period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from thidua.core.indicators.shares import EXACT, HUNDRED
from thidua.core.periods import Period
from thidua.targets.models import Indicator
from thidua.targets.queries.roll_up import YearRow


@dataclass(frozen=True)
class Point:
    """One month: the result, what the plan expects by then, and the same period; None where not known."""

    period: Period
    value: Decimal | None
    expected: Decimal | None
    same_period: Decimal | None


@dataclass(frozen=True)
class Progress:
    """The line of an indicator through a year; `points` has twelve months."""

    indicator: Indicator
    points: tuple[Point, ...]

    @property
    def has_line(self) -> bool:
        """Whether there are two results to draw a line between."""
        return sum(point.value is not None for point in self.points) > 1


def progress(row: YearRow) -> Progress:
    """Return the line of a row of the year table; no query."""
    points = []
    for cell in row.cells:
        figure = cell.figure
        plan = figure.plan.value if figure.plan else None
        expected = None if plan is None else EXACT.divide(plan * figure.pace.expected_percent, HUNDRED)
        points.append(
            Point(
                period=figure.period,
                value=figure.value,
                expected=expected,
                same_period=figure.base.value if figure.base else None,
            )
        )
    return Progress(row.indicator, tuple(points))
