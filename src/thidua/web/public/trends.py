"""How the indicators of a movement went from month to month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial

from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.core.vietnamese.numbers import round_half_up
from thidua.targets import wording
from thidua.targets.measured import weakest
from thidua.targets.models import Indicator
from thidua.targets.queries import YearCell
from thidua.web.public.results import Result
from thidua.web.shell import formats
from thidua.web.shell.charts import TrendLine, TrendValue, trend_line
from thidua.web.shell.csv_download import csv_response


@dataclass(frozen=True, eq=False)
class Trend:
    """The line of one indicator, and the others that have one: (code, name)."""

    code: str
    caption: str
    line: TrendLine
    others: tuple[tuple[str, str], ...]
    cells: tuple[YearCell, ...]


def trend_of(results: Sequence[Result], code: str, day: date) -> Trend | None:
    """Return the line of `code`, else the first there is, up to `day`; None where no month follows another."""
    lines = _lines(results, day)
    if not lines:
        return None
    result, cells = next((pair for pair in lines if pair[0].code == code), lines[0])
    return Trend(
        code=result.code,
        caption=_("%(name)s, month by month") % {"name": result.name},
        line=_line(result, cells),
        others=tuple((each.code, each.name) for each, _found in lines if each is not result),
        cells=cells,
    )


def trends_of(results: Sequence[Result], day: date) -> Callable[[str], Trend | None]:
    """Return what answers as `trend_of`, each line made once."""
    codes = frozenset(result.code for result, _months in _lines(results, day))
    made = cache(partial(trend_of, results, day=day))
    return lambda code: made(code if code in codes else "")  # anything may be asked for: it is not kept


def trend_csv(trend: Trend) -> HttpResponse:
    """Return the months of the line as a CSV download."""
    headings = [_("Period"), _("Unit of measure"), _("Result"), _("Same period last year"), _("Source")]
    return csv_response(f"dien-bien-{trend.code}", headings, [_csv_line(cell) for cell in trend.cells])


def _lines(results: Sequence[Result], day: date) -> list[tuple[Result, tuple[YearCell, ...]]]:
    return [(result, cells) for result in results if _is_line(cells := _cells(result, day))]


def _cells(result: Result, day: date) -> tuple[YearCell, ...]:
    return tuple(cell for cell in result.row.cells if cell.figure.period.end <= day)


def _is_line(cells: Sequence[YearCell]) -> bool:
    return sum(cell.figure.value is not None for cell in cells) > 1


def _line(result: Result, cells: Sequence[YearCell]) -> TrendLine:
    indicator, plan = result.figure.indicator, result.figure.plan
    return trend_line(
        [TrendValue(_month(cell), cell.figure.value) for cell in cells],
        unit=wording.measure_of(indicator),
        plan=plan.value if plan else None,
        plan_label=_("plan: %(value)s") % {"value": result.plan} if plan else "",
        summary=_summary(indicator, cells),
        provenance=weakest(
            *(cell.figure.measured.provenance for cell in cells if cell.figure.measured),
            *([plan.provenance] if plan else []),
        ),
    )


def _summary(indicator: Indicator, cells: Sequence[YearCell]) -> str:
    known = [cell for cell in cells if cell.figure.value is not None]
    said = _("From %(first)s (%(first_month)s) to %(last)s (%(last_month)s).") % {
        "first": known[0].figure.text,
        "first_month": _month(known[0]),
        "last": known[-1].figure.text,
        "last_month": _month(known[-1]),
    }
    silent = len(cells) - len(known)
    if not silent:
        return said
    return said + " " + _("Months without a figure: %(count)s.") % {"count": formats.number(silent)}


def _month(cell: YearCell) -> str:
    return _("M%(month)s") % {"month": cell.figure.period.end.month}


def _csv_line(cell: YearCell) -> list[object]:
    figure = cell.figure
    return [
        figure.period.label(formats.page_language()),
        wording.measure_of(figure.indicator),
        _rounded(figure.indicator, figure.value),
        _rounded(figure.indicator, figure.base.value if figure.base else None),
        figure.measured.source if figure.measured else "",
    ]


def _rounded(indicator: Indicator, value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    decimals = wording.decimals_shown(indicator, value)
    return value if decimals is None else round_half_up(value, decimals)
