"""One indicator through the months of the year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.core.provenance import Provenance
from thidua.targets import wording
from thidua.targets.measured import weakest
from thidua.targets.models import Indicator
from thidua.targets.queries import Point, Progress, YearRow, progress
from thidua.web.shell import formats
from thidua.web.shell.charts import TrendLine, TrendValue, trend_line
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.dashboard.twin import Twin


@dataclass(frozen=True)
class Trend:
    """The line, the indicators that have one, and its table."""

    indicator: Indicator
    name: str
    line: TrendLine
    choices: list[tuple[str, str]]
    twin: Twin


def trend(choice: Choice, code: str) -> Trend | None:
    """Return the line of the indicator `code`, else of the first with one; None where no month follows another."""
    lines = [(row, found) for row in choice.rows if (found := progress(row)).has_line]
    if not lines:
        return None
    row, found = next((pair for pair in lines if pair[0].indicator.code == code), lines[0])
    return Trend(
        indicator=row.indicator,
        name=wording.name_of(row.indicator),
        line=_line(row, found),
        choices=[(each.indicator.code, wording.name_of(each.indicator)) for each, _points in lines],
        twin=_twin(found),
    )


def _line(row: YearRow, found: Progress) -> TrendLine:
    latest = row.latest
    plan = latest.figure.plan if latest else None
    origins = [cell.figure.measured.provenance for cell in row.cells if cell.figure.measured]
    return trend_line(
        [TrendValue(_month(point), point.value) for point in found.points],
        unit=wording.measure_of(row.indicator),
        plan=plan.value if plan else None,
        plan_label=_("plan of the year: %(value)s") % {"value": presenting.plan_text(latest.figure)}
        if latest and plan
        else "",
        summary=_summary(found),
        provenance=Provenance(weakest(*origins)),
    )


def _summary(found: Progress) -> str:
    known = [point for point in found.points if point.value is not None]
    first, last = known[0], known[-1]
    silent = len(found.points) - len(known)
    said = _("From %(first)s (%(first_month)s) to %(last)s (%(last_month)s).") % {
        "first": _said(found, first.value),
        "first_month": _month(first),
        "last": _said(found, last.value),
        "last_month": _month(last),
    }
    if not silent:
        return said
    return said + " " + _("%(count)s months have no figure.") % {"count": formats.number(silent)}


def _said(found: Progress, value: Decimal | None) -> str:
    return "" if value is None else wording.quantity(found.indicator, value)


def _month(point: Point) -> str:
    return _("M%(month)s") % {"month": point.period.end.month}


def _twin(found: Progress) -> Twin:
    decimals = found.indicator.decimals
    return Twin(
        name=f"dien-bien-{found.indicator.code}",
        caption=_("%(name)s, month by month") % {"name": wording.name_of(found.indicator)},
        headings=(
            *(_("Period"), _("Unit of measure"), _("Result"), _("Expected by the plan"), _("Same period")),
        ),
        rows=tuple(
            (
                point.period.label(formats.page_language()),
                wording.measure_of(found.indicator),
                presenting.rounded(point.value, decimals),
                presenting.rounded(point.expected, decimals),
                presenting.rounded(point.same_period, decimals),
            )
            for point in found.points
        ),
        numeric=frozenset({2, 3, 4}),
    )
