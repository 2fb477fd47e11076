"""How many targets were exceeded, reached, not reached, or have no figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.indicators import Comparator, PaceJudgement
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.reports.figures.family import Family, fixed
from thidua.reports.figures.measured import Measured, measured
from thidua.reports.figures.origins import weakest
from thidua.reports.figures.quantities import name_of, quantity
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance
from thidua.targets.enums import Direction
from thidua.targets.models import Indicator


class Outcome(StrEnum):
    """What became of a target."""

    EXCEEDED = "exceeded"
    REACHED = "reached"
    ON_PACE = "on_pace"
    NOT_MET = "not_met"
    NO_DATA = "no_data"


PLACES: Final = {
    "targets.planned": gettext_lazy("targets with a plan"),
    "targets.met": gettext_lazy("targets reached or exceeded"),
    "targets.exceeded": gettext_lazy("targets exceeded"),
    "targets.on_pace": gettext_lazy("targets on pace for a plan that is not due yet"),
    "targets.not_met": gettext_lazy("targets not reached yet"),
    "targets.no_data": gettext_lazy("targets without a figure"),
    "targets.early": gettext_lazy("targets reached before the end of their plan"),
    "targets.summary": gettext_lazy("targets by outcome"),
}


def load(scope: Scope, wanted: frozenset[str]) -> Mapping[str, BoundFigure]:
    """Return the wanted counts over the indicators of the movements that have a plan; three queries."""
    of_movements = Indicator.objects.filter(movements__in=scope.movement_ids, is_active=True).distinct()
    judged = [(row, outcome_of(row)) for row in measured(scope, of_movements) if row.plan]
    # Invented targets would hide the real ones: they count only where there is nothing else.
    real = [pair for pair in judged if Provenance.ILLUSTRATIVE not in pair[0].origins]
    judged = real or judged
    if not judged:
        return {}
    chosen = {
        "targets.planned": judged,
        "targets.met": _with(judged, Outcome.EXCEEDED, Outcome.REACHED),
        "targets.exceeded": _with(judged, Outcome.EXCEEDED),
        "targets.on_pace": _with(judged, Outcome.ON_PACE),
        "targets.not_met": _with(judged, Outcome.NOT_MET),
        "targets.no_data": _with(judged, Outcome.NO_DATA),
    }
    early = [pair for pair in chosen["targets.met"] if _is_early(pair[0])]
    found = {place: _count(scope, place, rows) for place, rows in chosen.items()}
    found["targets.summary"] = _summary(scope, judged)
    if early:
        found["targets.early"] = _count(scope, "targets.early", early)
    return {place: figure for place, figure in found.items() if place in wanted}


Judged = list[tuple[Measured, Outcome]]


def outcome_of(row: Measured) -> Outcome:
    """Return what became of a target; a value known only from below has reached a plan it exceeds.

    A plan whose last day is still to come is held against the share of its time that has passed.
    """
    if row.value is None or row.plan is None:
        return Outcome.NO_DATA
    assert row.current is not None
    value, plan = row.value, row.plan.value
    if row.indicator.direction == Direction.DOWN:
        value, plan = -value, -plan
    elif row.current.comparator is Comparator.ABOVE and value == plan:
        return Outcome.EXCEEDED
    if value > plan:
        return Outcome.EXCEEDED
    if value == plan:
        return Outcome.REACHED
    return Outcome.ON_PACE if _is_on_pace(row) else Outcome.NOT_MET


def _is_on_pace(row: Measured) -> bool:
    assert row.current is not None
    assert row.plan is not None
    is_due = row.current.period.end >= row.plan.period.end
    return not is_due and row.figure.judgement in {PaceJudgement.AHEAD, PaceJudgement.ON_TRACK}


def _with(judged: Judged, *outcomes: Outcome) -> Judged:
    return [pair for pair in judged if pair[1] in outcomes]


def _is_early(row: Measured) -> bool:
    """Tell whether a plan was reached before its own last day; a ceiling is not reached before it is over."""
    assert row.plan is not None
    return (
        row.current is not None
        and row.current.period.end < row.plan.period.end
        and row.indicator.direction != Direction.DOWN
    )


def _count(scope: Scope, place: str, rows: Judged) -> BoundFigure:
    return BoundFigure(
        place=place,
        label=str(PLACES[place]),
        text=scope.words.say("targets_planned", count=scope.count(len(rows))),
        value=len(rows),
        basis=_("indicators of the movements with a plan for %(unit)s") % {"unit": scope.unit.name},
        period=scope.period,
        as_of=scope.as_of,
        provenance=_origin(rows),
        rows=tuple(_row(scope, *pair) for pair in rows),
        parts=_parts(scope, rows),
    )


def _summary(scope: Scope, judged: Judged) -> BoundFigure:
    """Return «07 chỉ tiêu đạt và vượt kế hoạch, 03 chỉ tiêu chưa đạt»: what is zero is not said."""
    groups = {
        "targets_met": _with(judged, Outcome.EXCEEDED, Outcome.REACHED),
        "targets_on_pace": _with(judged, Outcome.ON_PACE),
        "targets_not_met": _with(judged, Outcome.NOT_MET),
        "targets_no_data": _with(judged, Outcome.NO_DATA),
    }
    said = [scope.words.say(key, count=scope.count(len(rows))) for key, rows in groups.items() if rows]
    figure = _count(scope, "targets.summary", judged)
    return replace(figure, text=", ".join(said), value=None)


def _origin(rows: Judged) -> Provenance:
    return weakest(origin for row, _outcome in rows for origin in row.origins)


def _parts(scope: Scope, rows: Judged) -> tuple[FigurePart, ...]:
    """Return the invented or test values that the count rests on, so that a note can name them."""
    parts = []
    for row, _outcome in rows:
        for name, source in (("value", row.current), ("plan", row.plan)):
            if source and source.provenance.needs_mark:
                text = quantity(scope, row.indicator, source.value)
                said = scope.words.say(f"part.{name}", text=text)
                label = f"{name_of(scope, row.indicator)}: {said}"
                parts.append(FigurePart(label, text, source.value, source.provenance, said))
    return tuple(parts)


def _row(scope: Scope, row: Measured, outcome: Outcome) -> RowReference:
    labels = {
        Outcome.EXCEEDED: _("plan exceeded"),
        Outcome.REACHED: _("plan reached"),
        Outcome.ON_PACE: _("on pace or ahead, plan not due yet"),
        Outcome.NOT_MET: _("plan not reached yet"),
        Outcome.NO_DATA: _("no figure yet"),
    }
    assert row.plan is not None
    plan = quantity(scope, row.indicator, row.plan.value)
    value = quantity(scope, row.indicator, row.value) if row.value is not None else labels[Outcome.NO_DATA]
    detail = _("%(value)s, plan %(plan)s: %(outcome)s") % {
        "value": value,
        "plan": plan,
        "outcome": labels[outcome],
    }
    return RowReference(
        name_of(scope, row.indicator),
        "targets.indicator",
        str(row.indicator.pk),
        detail,
        weakest(row.origins),
    )


FAMILY: Final = Family("targets", gettext_lazy("Targets by outcome"), fixed(PLACES), load)
