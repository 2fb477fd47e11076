"""Everything that stands behind one figure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.orgs.queries import name_as_of
from thidua.support.audit.describe import Story, story
from thidua.targets import access, wording
from thidua.targets.figure import Figure
from thidua.targets.models import Indicator, Observation, Plan
from thidua.targets.queries import history
from thidua.web.shell import figures
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.addresses import figure_url, record_url, rows_url, set_plan_url
from thidua.web.workspace.figures.states import observation_tag, plan_tag, standing_tag

ROWS_SHOWN = 200


@dataclass(frozen=True)
class ValueRow:
    """One value that was on record: in words, whether it counts, and how it came."""

    row: Observation
    said: str
    tag: Tag


@dataclass(frozen=True)
class PlanRow:
    """One plan around the figure."""

    row: Plan
    said: str
    period: str
    tag: Tag


@dataclass(frozen=True)
class PartRow:
    """One row behind a sum, with the address of its own page."""

    row: Observation
    said: str
    url: str


@dataclass(frozen=True)
class Trace:
    """One figure's page."""

    figure: Figure
    name: str
    unit: Unit
    unit_name: str
    period: str
    shown: figures.Figure
    wording: str
    tag: Tag | None
    values: list[ValueRow]
    plans: list[PlanRow]
    parts: list[PartRow]
    parts_url: str
    stories: list[Story]
    record_url: str
    set_plan_url: str


def trace_of(user: User, indicator: Indicator, unit: Unit, period: Period) -> Trace:
    """Return what the person may read of a figure; the number of queries does not depend on the rows."""
    found = history(indicator, unit, period)
    figure = found.figure
    then = name_as_of(unit, period.end)
    return Trace(
        figure=figure,
        name=wording.name_of(indicator),
        unit=unit,
        unit_name=then.name if then else unit.name,
        period=presenting.period_text(figure),
        shown=presenting.shown(figure, label=_("Value")),
        wording=figure.wording,
        tag=standing_tag(figure),
        values=[
            ValueRow(row, wording.in_words(indicator, row), observation_tag(row.state))
            for row in found.values
        ],
        plans=[_plan(indicator, row) for row in found.plans],
        parts=_parts(user, indicator, figure),
        parts_url=rows_url(indicator, unit.key, period),
        stories=[story(entry) for entry in found.log],
        record_url=record_url(indicator, unit.key, period) if access.may_record(user, unit) else "",
        set_plan_url=set_plan_url(indicator, unit.key, _plan_period(figure))
        if access.may_set_plan(user, unit)
        else "",
    )


def _plan(indicator: Indicator, row: Plan) -> PlanRow:
    period = Period(row.starts_on, row.ends_on).label(wording.language())
    return PlanRow(row, wording.quantity(indicator, row.value), period, plan_tag(row))


def _plan_period(figure: Figure) -> Period:
    """Plans are mostly of a year; the one that there is already says of what."""
    return figure.plan.period if figure.plan else Period.of_year(figure.period.end.year)


def _parts(user: User, indicator: Indicator, figure: Figure) -> list[PartRow]:
    if figure.measured is None or not figure.measured.is_sum:
        return []
    visible = access.observations_visible_to(user, timezone.localdate())
    rows = visible.filter(pk__in=figure.row_ids[:ROWS_SHOWN]).select_related("unit", "accepted_by")
    return [
        PartRow(row, wording.in_words(indicator, row), figure_url(indicator, row.unit.key, figure.period))
        for row in rows.order_by("unit__sort_key", "pk")
    ]
