"""Every indicator as a bullet bar, field by field, with the table that says the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.indicators import IndicatorKind, PaceJudgement
from thidua.core.vietnamese.numbers import round_half_up
from thidua.movements.enums import FieldOfWork
from thidua.targets import wording
from thidua.targets.figure import Figure
from thidua.targets.queries import YearRow
from thidua.web.shell import formats
from thidua.web.shell.charts import BulletBar, bullet_bar
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.addresses import figure_url
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.dashboard.twin import Twin
from thidua.web.workspace.figures.states import pace_tag, standing_tag


@dataclass(frozen=True)
class Bar:
    """One indicator: its name, its bar (None where nothing can be drawn), where it stands, and in words."""

    name: str
    url: str
    period: str
    provenance: str
    bar: BulletBar | None
    words: str
    tag: Tag | None
    owner: str
    has_figure: bool


@dataclass(frozen=True)
class FieldBars:
    """The indicators of one field, and a line on how they stand."""

    field: str
    said: str
    bars: list[Bar]


@dataclass(frozen=True)
class Bars:
    """All fields with their bars, and one table for all."""

    fields: list[FieldBars]
    twin: Twin


def bars(choice: Choice) -> Bars:
    """Return the bars in the order of fields, and of the list within a field."""
    by_field: dict[str, list[Figure]] = defaultdict(list)
    for row in choice.rows:
        by_field[row.indicator.field].append(latest_of(row))
    fields = [
        FieldBars(
            str(field.label), _standing(by_field[field]), [_bar(one, choice) for one in by_field[field]]
        )
        for field in FieldOfWork
        if field in by_field
    ]
    return Bars(fields, _twin([latest_of(row) for row in choice.rows]))


def latest_of(row: YearRow) -> Figure:
    """Return the last figure there is, else the last period without one."""
    return row.latest.figure if row.latest else row.cells[-1].figure


def summary(figure: Figure) -> str:
    """Return in words what a bar shows."""
    plan = presenting.plan_text(figure)
    parts = [figure.wording if figure.measured else formats.no_figure()]
    if plan:
        parts.append(_("plan %(value)s") % {"value": plan})
        expected = presenting.expected_value(figure)
        if expected is not None and figure.pace.expected_percent < 100:
            value = wording.quantity(figure.indicator, round_half_up(expected, figure.indicator.decimals))
            parts.append(_("expected by now %(value)s") % {"value": value})
    if base := presenting.base_text(figure):
        parts.append(_("same period %(value)s") % {"value": base})
    return "; ".join(parts)


def _bar(figure: Figure, choice: Choice) -> Bar:
    return Bar(
        name=wording.name_of(figure.indicator),
        url=figure_url(figure.indicator, choice.unit.key, figure.period),
        period=presenting.period_text(figure),
        provenance=figure.measured.provenance if figure.measured else "",
        bar=_drawn(figure),
        words=summary(figure),
        tag=standing_tag(figure),
        owner=figure.indicator.owner.name,
        has_figure=figure.measured is not None,
    )


def _drawn(figure: Figure) -> BulletBar | None:
    """A change in percent has no length against anything; a single value without a plan neither."""
    if figure.kind is IndicatorKind.GROWTH or (figure.plan is None and figure.base is None):
        return None
    expected = presenting.expected_value(figure)
    return bullet_bar(
        result=figure.value,
        plan=figure.plan.value if figure.plan else None,
        same_period=figure.base.value if figure.base else None,
        expected=expected if figure.pace.expected_percent < 100 else None,
        summary=summary(figure),
    )


def _standing(found: list[Figure]) -> str:
    behind = sum(one.judgement is PaceJudgement.BEHIND for one in found)
    silent = sum(one.measured is None for one in found)
    parts = [_("%(count)s indicators") % {"count": formats.number(len(found))}]
    if behind:
        parts.append(_("%(count)s behind the pace") % {"count": formats.number(behind)})
    if silent:
        parts.append(_("%(count)s without a figure") % {"count": formats.number(silent)})
    return ", ".join(parts)


def _twin(found: list[Figure]) -> Twin:
    return Twin(
        name="chi-tieu",
        caption=_("Table of indicators against plan and the same period"),
        headings=(
            *(_("Indicator"), _("Field"), _("Period"), _("Unit of measure"), _("Result"), _("Data")),
            *(_("Plan"), _("Plan data"), _("Share of plan"), _("Expected by now (%)")),
            *(_("Same period"), _("Same period data"), _("Comparison"), _("Standing"), _("In charge")),
        ),
        rows=tuple(_twin_row(one) for one in found),
        numeric=frozenset({4, 6, 8, 9, 10}),
    )


def _twin_row(figure: Figure) -> tuple[object, ...]:
    indicator, measured, plan, base = figure.indicator, figure.measured, figure.plan, figure.base
    return (
        wording.name_of(indicator),
        str(FieldOfWork(indicator.field).label),
        presenting.period_text(figure),
        wording.measure_of(indicator),
        presenting.rounded(figure.value, indicator.decimals),
        presenting.mark_words(measured.provenance) if measured else "",
        plan.value if plan else None,
        presenting.mark_words(plan.provenance) if plan else "",
        presenting.rounded(figure.share, indicator.share_decimals),
        presenting.rounded(figure.pace.expected_percent, 0) if plan else None,
        presenting.rounded(base.value if base else None, indicator.decimals),
        presenting.mark_words(base.provenance) if base else "",
        figure.comparison_text,
        pace_tag(figure.judgement).text,
        indicator.owner.name,
    )
