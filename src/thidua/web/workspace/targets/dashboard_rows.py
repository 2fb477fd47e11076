"""A unit's year as the dashboard shows it: figures, what needs somebody, bars by field, one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.core.indicators import IndicatorKind
from thidua.core.indicators.shares import EXACT, HUNDRED
from thidua.core.vietnamese.numbers import round_half_up
from thidua.movements.enums import FieldOfWork
from thidua.support.provenance import Provenance
from thidua.targets import wording
from thidua.targets.figure import Figure
from thidua.targets.measured import weakest
from thidua.targets.queries import AttentionRow, Need, YearRow, attention, progress
from thidua.web.shell import charts, formats
from thidua.web.shell.figures import Figure as ShownFigure
from thidua.web.shell.tags import Tag
from thidua.web.workspace.targets.presenting import plan_text, rows_url, shown
from thidua.web.workspace.targets.states import need_tag

MOST_FIGURES = 6


@dataclass(frozen=True)
class NeedRow:
    """One line of «Cần xem»."""

    name: str
    result: str
    period: str
    plan: str
    share: str
    expected: str
    owner: str
    tag: Tag
    task: str
    url: str
    provenance: str


@dataclass(frozen=True)
class BarRow:
    """One indicator as a bar, with its words beside it."""

    code: str
    name: str
    bar: charts.BulletBar
    words: str
    period: str
    url: str
    provenance: str


@dataclass(frozen=True)
class FieldBars:
    """The bars of one field of work."""

    label: str
    rows: list[BarRow]


def headline(rows: Iterable[YearRow]) -> list[ShownFigure]:
    """Return the few figures on top: the first indicators of the list that have one."""
    found = [shown(row.latest.figure) for row in rows if row.latest]
    return found[:MOST_FIGURES]


def needs(rows: Iterable[YearRow], on: date) -> list[NeedRow]:
    """Return what is to be looked at, most pressing first."""
    return [_need_row(each) for each in attention(rows, on)]


def bars(rows: Iterable[YearRow]) -> list[FieldBars]:
    """Return the bars by field of work, fields without a bar left out."""
    by_field: dict[str, list[BarRow]] = {}
    for row in rows:
        if row.latest and (bar := _bar_row(row.latest.figure)) is not None:
            by_field.setdefault(row.indicator.field, []).append(bar)
    return [FieldBars(str(field.label), by_field[field]) for field in FieldOfWork if field in by_field]


def trend(row: YearRow) -> charts.TrendLine:
    """Return the line of one indicator through the year."""
    found = progress(row)
    measure = wording.measure_of(row.indicator)
    latest = row.latest
    plan = latest.figure.plan if latest else None
    figures = [cell.figure for cell in row.cells]
    return charts.trend_line(
        [
            charts.TrendValue(_("M%(month)s") % {"month": point.period.end.month}, point.value)
            for point in found.points
        ],
        unit=measure,
        summary=latest.figure.wording if latest else "",
        plan=plan.value if plan and row.indicator.cumulative else None,
        plan_label=_("plan of the year"),
        provenance=weakest(*(figure.provenance for figure in figures)),
    )


def export(rows: Iterable[YearRow], on: date) -> Iterator[list[object]]:
    """Yield one line for each indicator, as the download of the dashboard has them."""
    reasons = {each.indicator.pk: each for each in attention(rows, on)}
    for row in rows:
        cell = row.latest or row.cells[0]
        figure = cell.figure
        measured = figure.measured
        need = reasons.get(row.indicator.pk)
        yield [
            *(row.indicator.code, wording.name_of(row.indicator), wording.measure_of(row.indicator)),
            figure.period.code if measured else None,
            measured.value if measured else None,
            figure.plan.value if figure.plan else None,
            _rounded(figure.share, row.indicator.share_decimals),
            _rounded(figure.pace.expected_percent if figure.plan else None, 1),
            figure.base.value if figure.base else None,
            figure.comparison_text,
            *((measured.as_of, measured.source, measured.accepted_by) if measured else (None, "", "")),
            *(cell.asked, cell.missing, cell.late),
            need_tag(need.need).text if need else "",
            str(Provenance(figure.provenance).label),
        ]


def export_headings() -> list[str]:
    """Return the headings of `export`."""
    return [
        *(
            _("Code"),
            _("Indicator"),
            _("Unit of measure"),
            _("Period"),
            _("Value"),
            _("Plan"),
            _("Share of plan"),
        ),
        *(_("Share expected by now"), _("Same period"), _("Against same period"), _("As of"), _("Source")),
        *(
            _("Accepted by"),
            _("Units asked"),
            _("Units missing"),
            _("Units late"),
            _("To be looked at"),
            _("Origin"),
        ),
    ]


def _rounded(value: Decimal | None, decimals: int) -> Decimal | None:
    return None if value is None else round_half_up(value, decimals)


def _need_row(each: AttentionRow) -> NeedRow:
    figure = each.figure
    has_pace = figure.plan is not None
    return NeedRow(
        name=wording.name_of(each.indicator),
        result=figure.text or formats.no_figure(),
        period=figure.period.label(formats.page_language()),
        plan=plan_text(figure),
        share="" if figure.share is None else formats.percent(figure.share, each.indicator.share_decimals),
        expected=formats.percent(figure.pace.expected_percent, 0) if has_pace else "",
        owner=str(each.indicator.owner),
        tag=need_tag(each.need),
        task=_task(each),
        url=rows_url(figure),
        provenance=figure.provenance,
    )


def _task(each: AttentionRow) -> str:
    if each.need is Need.OVERDUE:
        return _("%(missing)s of %(asked)s units have sent nothing") % {
            "missing": formats.number(each.missing),
            "asked": formats.number(each.asked),
        }
    if each.need is Need.BEHIND and each.behind_points is not None:
        return _("%(points)s points behind: ask for the reason") % {
            "points": formats.number(each.behind_points, 1)
        }
    if each.need is Need.NO_DATA:
        return _("ask %(owner)s for the figure") % {"owner": each.indicator.owner}
    return _("set the plan")


def _bar_row(figure: Figure) -> BarRow | None:
    if figure.kind is IndicatorKind.GROWTH or figure.value is None or not (figure.plan or figure.base):
        return None
    plan = figure.plan.value if figure.plan else None
    expected = None
    if plan is not None and figure.pace.expected_percent != HUNDRED:
        expected = EXACT.divide(EXACT.multiply(plan, figure.pace.expected_percent), HUNDRED)
    bar = charts.bullet_bar(
        result=figure.value,
        plan=plan,
        same_period=figure.base.value if figure.base else None,
        expected=expected,
        summary=figure.wording,
    )
    return BarRow(
        code=figure.indicator.code,
        name=wording.name_of(figure.indicator),
        bar=bar,
        words=figure.wording,
        period=figure.period.label(formats.page_language()),
        url=rows_url(figure),
        provenance=figure.provenance,
    )
