"""What a movement has reached: its indicators against plan and same period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max
from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.core.indicators import IndicatorKind
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import round_half_up
from thidua.movements.models import Movement
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.enums import ObservationState
from thidua.targets.figure import Figure
from thidua.targets.measured import Measured, Planned
from thidua.targets.models import Indicator, Observation
from thidua.targets.queries import YearRow, year_table
from thidua.web.shell import formats
from thidua.web.shell.charts import BulletBar, bullet_bar
from thidua.web.shell.csv_download import csv_response

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Result:
    """One indicator in words and as a bar; every text is empty where nothing is known."""

    name: str
    value: str
    plan: str
    share: str
    same_period: str
    comparison: str
    period: str
    as_of: date | None
    source: str
    provenance: Provenance
    bar: BulletBar | None
    figure: Figure
    row: YearRow

    @property
    def named_in_vietnamese(self) -> bool:
        """Whether the name is Vietnamese whatever the language of the page."""
        return self.name == self.figure.indicator.name

    @property
    def code(self) -> str:
        """The code by which an address names the indicator."""
        return self.figure.indicator.code


def results_of(movement: Movement, day: date) -> list[Result]:
    """Return the indicators of `movement` with the last figures known on `day`, in the order of the list.

    The number of queries does not depend on the rows.
    """
    indicators = list(Indicator.objects.filter(movements=movement, is_active=True))
    if not indicators:
        return []
    known = Observation.objects.filter(
        indicator__in=indicators, state=ObservationState.ACCEPTED, ends_on__lte=day
    )
    last: date = known.aggregate(last=Max("ends_on"))["last"] or day
    rows = year_table(movement.launched_by, last.year, indicators)
    return [_result(row, _last_figure(row, day)) for row in rows]


def csv_of(movement: Movement, results: Sequence[Result]) -> HttpResponse:
    """Return the results as a CSV download, numbers as numbers."""
    headings = [
        *(_("Indicator"), _("Unit of measure"), _("Result"), _("Plan"), _("Result in % of the plan")),
        *(_("Same period last year"), _("Result in % of the same period"), _("Period"), _("As of")),
        *(_("Source"), _("Origin")),
    ]
    return csv_response(f"ket-qua-{movement.slug}", headings, [_line(row) for row in results])


def _line(row: Result) -> list[object]:
    figure = row.figure
    plan, base = figure.plan, figure.base
    return [
        *(row.name, wording.measure_of(figure.indicator), figure.value, plan.value if plan else None),
        *(_rounded(figure, figure.share), base.value if base else None, _rounded(figure, figure.ratio)),
        *(row.period, row.as_of, row.source, str(row.provenance.label)),
    ]


def _rounded(figure: Figure, percent: Decimal | None) -> Decimal | None:
    return None if percent is None else round_half_up(percent, figure.indicator.share_decimals)


def _last_figure(row: YearRow, day: date) -> Figure:
    over = [cell.figure for cell in row.cells if cell.figure.period.end <= day]
    known = [figure for figure in over if figure.measured]
    return (known or over or [row.cells[0].figure])[-1]


def _result(row: YearRow, figure: Figure) -> Result:
    measured = figure.measured
    return Result(
        name=wording.name_of(figure.indicator),
        value=figure.text,
        plan=_quantity(figure.indicator, figure.plan),
        share=figure.share_text,
        same_period=_quantity(figure.indicator, figure.base),
        comparison="" if figure.kind is IndicatorKind.GROWTH else figure.comparison_text,
        period=_period(figure.period),
        as_of=measured.as_of if measured else None,
        source=(measured.source if measured else "") or figure.indicator.source,
        provenance=figure.provenance,
        bar=_bar(figure),
        figure=figure,
        row=row,
    )


def _bar(figure: Figure) -> BulletBar | None:
    """Return the bar; none without a value, or where there is nothing to hold it against."""
    if figure.value is None or (figure.plan is None and figure.base is None):
        return None
    plan = figure.plan.value if figure.plan else None
    expected = None if plan is None else plan * figure.pace.expected_percent / HUNDRED
    return bullet_bar(
        result=figure.value,
        plan=plan,
        same_period=figure.base.value if figure.base else None,
        expected=None if expected == plan else expected,
        summary=f"{wording.name_of(figure.indicator)}: {figure.wording}",
    )


def _quantity(indicator: Indicator, part: Measured | Planned | None) -> str:
    return wording.quantity(indicator, part.value) if part else ""


def _period(period: Period) -> str:
    return period.label(formats.page_language())
