"""What a simulated year comes to, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count
from django.utils.translation import gettext as _

from thidua.config.simulation.year import Simulation
from thidua.core.vietnamese.numbers import format_number
from thidua.nominations.enums import DossierState, FaultCode
from thidua.nominations.models import Dossier
from thidua.nominations.queries.statistics import Statistics, statistics


@dataclass(frozen=True)
class YearOutcome:
    """The statistics of the log, how many dossiers stand in which state, and the most in the office at once."""

    year: int
    seed: int
    dossiers: int
    most_in_flight: int
    states: dict[str, int]
    figures: Statistics


def outcome_of(simulation: Simulation, seed: int) -> YearOutcome:
    """Return what the simulated year came to, read from the database."""
    year = simulation.year.year
    own = Dossier.objects.filter(deciding_unit=simulation.places.province)
    counted = own.order_by().values_list("state").annotate(count=Count("pk"))
    return YearOutcome(
        year=year,
        seed=seed,
        dossiers=simulation.dossiers,
        most_in_flight=simulation.most_in_flight,
        states={state: dict(counted)[state] for state in DossierState.values if state in dict(counted)},
        figures=statistics(date(year, 1, 1), date(year, 12, 31), own),
    )


def as_json(outcome: YearOutcome) -> str:
    """Return the outcome as JSON; the same for the same seed."""
    total = outcome.figures.total
    told = {
        "year": outcome.year,
        "seed": outcome.seed,
        "dossiers": outcome.dossiers,
        "most_in_flight": outcome.most_in_flight,
        "states": outcome.states,
        "total": asdict(total) | {"resolved": total.resolved, "returns_per_dossier": _returns(outcome)},
        "by_month": {month: asdict(work) for month, work in outcome.figures.by_month.items()},
        "faults": [{"code": code, "count": count} for code, count in outcome.figures.faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_text(outcome: YearOutcome) -> str:
    """Return the outcome as lines of text."""
    total = outcome.figures.total
    lines = [
        _("A simulated year: %(year)s, %(count)s dossiers, seed %(seed)s")
        % {"year": outcome.year, "count": format_number(outcome.dossiers), "seed": outcome.seed}
    ]
    returns = _returns(outcome)
    rows: list[tuple[str, float | None]] = [
        (_("Received"), total.received),
        (_("In work at the end of the year"), total.in_work),
        (_("Most in the office at once"), outcome.most_in_flight),
        (_("Resolved early"), total.early),
        (_("Resolved on time"), total.on_time),
        (_("Resolved late"), total.late),
        (_("Resolved, no time limit"), total.no_limit),
        (_("Median of working days"), total.median_days),
        (_("Returns per dossier resolved"), returns),
    ]
    lines += _table(rows)
    lines += ["", _("States at the end of the year")]
    lines += _table([(str(DossierState(state).label), count) for state, count in outcome.states.items()])
    lines += ["", _("Commonest faults")]
    lines += _table([(str(FaultCode(code).label), count) for code, count in outcome.figures.faults])
    return "\n".join(lines)


def _returns(outcome: YearOutcome) -> float | None:
    total = outcome.figures.total
    return round(total.returns / total.resolved, 2) if total.resolved else None


def _table(rows: list[tuple[str, float | None]]) -> list[str]:
    width = max((len(name) for name, _value in rows), default=0)
    return [f"  {name:<{width}}  {_figure(value):>8}" for name, value in rows]


def _figure(value: float | None) -> str:
    return _("no figure") if value is None else format_number(Decimal(str(value)))
