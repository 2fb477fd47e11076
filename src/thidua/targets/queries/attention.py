"""«Cần xem»: what of a unit's year needs somebody's hand, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from thidua.core.indicators import Direction, IndicatorKind, PaceJudgement
from thidua.targets.figure import Figure
from thidua.targets.models import Indicator
from thidua.targets.queries.roll_up import YearCell, YearRow


class Need(StrEnum):
    """Why a figure is to be looked at, the most pressing first."""

    OVERDUE = "overdue"  # units were asked, the day is over, and some have no figure
    BEHIND = "behind"
    NO_DATA = "no_data"
    NO_PLAN = "no_plan"


_ORDER: Final = {need: place for place, need in enumerate(Need)}
# A growth rate is its own comparison, and a lower bound has no exact share of anything.
_PLANLESS: Final = frozenset({IndicatorKind.GROWTH, IndicatorKind.LOWER_BOUND})


@dataclass(frozen=True)
class AttentionRow:
    """An indicator to look at. `figure` is its latest, without a value where there is none.

    `behind_points` are the percentage points of the plan short of the pace; `missing` of `asked` units have no
    figure in the round that is over longest.
    """

    indicator: Indicator
    need: Need
    figure: Figure
    behind_points: Decimal | None = None
    missing: int = 0
    asked: int = 0


def attention(rows: Iterable[YearRow], on: date) -> list[AttentionRow]:
    """Return the indicators of a year that need somebody as of `on`, most pressing first; no query.

    An indicator of which nobody was asked anything and that has neither plan nor figure is not in question.
    """
    found = [needed for row in rows if (needed := _need(row, on)) is not None]
    return sorted(found, key=_urgency)


def _need(row: YearRow, on: date) -> AttentionRow | None:
    latest = row.latest.figure if row.latest else _so_far(row, on)
    overdue = next((cell for cell in row.cells if _is_overdue(cell, on)), None)
    behind = _behind_points(latest)
    if overdue is not None:
        return AttentionRow(row.indicator, Need.OVERDUE, latest, behind, overdue.missing, overdue.asked)
    if latest.judgement is PaceJudgement.BEHIND:
        return AttentionRow(row.indicator, Need.BEHIND, latest, behind)
    if latest.measured is None:
        expected = latest.plan is not None or any(cell.asked for cell in row.cells)
        return AttentionRow(row.indicator, Need.NO_DATA, latest) if expected else None
    if latest.plan is None and latest.kind not in _PLANLESS:
        return AttentionRow(row.indicator, Need.NO_PLAN, latest)
    return None


def _so_far(row: YearRow, on: date) -> Figure:
    """The figure there should be: of the last month that is over, else of the first."""
    over = [cell.figure for cell in row.cells if cell.figure.period.end <= on]
    return over[-1] if over else row.cells[0].figure


def _is_overdue(cell: YearCell, on: date) -> bool:
    return bool(cell.missing) and cell.due_on is not None and cell.due_on < on


def _behind_points(figure: Figure) -> Decimal | None:
    ahead = figure.pace.ahead_points
    if ahead is None or figure.judgement is not PaceJudgement.BEHIND:
        return None
    return ahead if figure.indicator.direction == Direction.DOWN else -ahead


def _urgency(row: AttentionRow) -> tuple[int, Decimal, int, int]:
    return _ORDER[row.need], -(row.behind_points or Decimal(0)), row.indicator.order, row.indicator.pk
