"""Geometry of the charts: values in, positions for SVG attributes out.

Horizontal positions are percentages of the drawing, so that it fits any width without script; vertical ones are
pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from thidua.core.provenance import Provenance
from thidua.web.shell import formats

HUNDRED: Final = Decimal(100)
PLOT_TOP, PLOT_BOTTOM = 12, 186
MOST_LABELS = 14
AXIS_LETTER_WIDTH = 9


@dataclass(frozen=True)
class Span:
    """Where a bar begins and how long it is, both in percent («12.5%»)."""

    start: str
    length: str


@dataclass(frozen=True)
class BulletBar:
    """A result against its plan, its expected state by now and the same period; None where not known."""

    result: Span | None
    same_period: Span | None
    plan: str | None
    expected: str | None
    zero: str | None
    summary: str


def bullet_bar(
    *,
    result: Decimal | None,
    plan: Decimal | None = None,
    same_period: Decimal | None = None,
    expected: Decimal | None = None,
    summary: str,
) -> BulletBar:
    """Return the geometry of one bullet bar; `summary` says the same in words."""
    known = [value for value in (result, plan, same_period, expected) if value is not None]
    low, high = min([Decimal(0), *known]), max([Decimal(0), *known])
    # A little air, so that a mark at the end is not cut.
    room = (high - low) * Decimal("0.04") or Decimal(1)
    low, high = (low - room if low < 0 else low), high + room

    def at(value: Decimal) -> Decimal:
        return (value - low) / (high - low) * HUNDRED

    def span(value: Decimal | None) -> Span | None:
        if value is None:
            return None
        first, last = sorted((at(Decimal(0)), at(value)))
        return Span(_percent(first), _percent(last - first))

    return BulletBar(
        result=span(result),
        same_period=span(same_period),
        plan=None if plan is None else _percent(at(plan)),
        expected=None if expected is None else _percent(at(expected)),
        zero=_percent(at(Decimal(0))) if low < 0 else None,
        summary=summary,
    )


@dataclass(frozen=True)
class CellBar:
    """A number and the length of the bar under it in percent."""

    shown: str
    length: str


def cell_bar(value: Decimal | int | None, *, largest: Decimal | int, shown: str) -> CellBar:
    """Return a bar as long as the share of `value` in `largest`; none for nothing, less than nothing or no figure."""
    if value is None or largest <= 0 or value <= 0:
        return CellBar(shown, "0%")
    return CellBar(shown, _percent(min(Decimal(value) / Decimal(largest), Decimal(1)) * HUNDRED))


@dataclass(frozen=True)
class TrendValue:
    """One value over time as given: a short label («T9»), and None where there is no figure."""

    label: str
    value: Decimal | None


@dataclass(frozen=True)
class TrendPoint:
    """One value placed; `y` is empty where there is no figure; minor labels are left out on phones."""

    label: str
    shown: str
    x: str
    y: str
    minor: bool


@dataclass(frozen=True)
class Segment:
    """A piece of line between two neighbouring values."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Tick:
    """A line of the grid with its number."""

    y: str
    label_y: str
    label: str
    is_zero: bool


@dataclass(frozen=True)
class TrendLine:
    """Values over time, ready to be drawn."""

    points: tuple[TrendPoint, ...]
    segments: tuple[Segment, ...]
    ticks: tuple[Tick, ...]
    plan_y: str
    plan_label: str
    axis_width: int
    axis_end: int
    is_crowded: bool  # so many values that on no screen each has room for its label
    summary: str
    provenance: str


def trend_line(
    values: Sequence[TrendValue],
    *,
    unit: str,
    summary: str,
    plan: Decimal | None = None,
    plan_label: str = "",
    provenance: Provenance | str = Provenance.RECORDED,
) -> TrendLine:
    """Return the geometry of a trend; a missing value breaks the line instead of falling to zero."""
    known = [given.value for given in values if given.value is not None]
    steps = nice_steps([*known, *([] if plan is None else [plan])])
    low, high = steps[0], steps[-1]

    def y(value: Decimal) -> str:
        share = (value - low) / (high - low)
        return _pixels(PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP))

    every = max(1, (len(values) + 3) // 4)
    points = tuple(
        TrendPoint(
            label=given.label,
            shown=formats.quantity(given.value, unit),
            x=_percent((Decimal(index) + Decimal("0.5")) / len(values) * HUNDRED),
            y="" if given.value is None else y(given.value),
            minor=(len(values) - 1 - index) % every != 0,
        )
        for index, given in enumerate(values)
    )
    ticks = tuple(
        Tick(y(step), _pixels(Decimal(y(step)) + 5), formats.number(step), step == 0) for step in steps
    )
    axis_width = 12 + AXIS_LETTER_WIDTH * max(len(tick.label) for tick in ticks)
    return TrendLine(
        points=points,
        segments=tuple(
            Segment(one.x, one.y, two.x, two.y) for one, two in pairwise(points) if one.y and two.y
        ),
        ticks=ticks,
        plan_y="" if plan is None else y(plan),
        plan_label=plan_label if plan is not None else "",
        axis_width=axis_width,
        axis_end=axis_width - 8,
        is_crowded=len(values) > MOST_LABELS,
        summary=summary,
        provenance=str(provenance),
    )


def nice_steps(values: Sequence[Decimal], wanted: int = 4) -> list[Decimal]:
    """Return evenly spaced round numbers that hold zero and all `values`: 0, 2.000, 4.000, 6.000."""
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    if low == high:
        high = Decimal(1)
    rough = (high - low) / wanted
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR")
    last = (high / step).to_integral_value(rounding="ROUND_CEILING")
    return [step * number for number in range(int(first), int(last) + 1)]


def _percent(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')).normalize():f}%"


def _pixels(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')).normalize():f}"
