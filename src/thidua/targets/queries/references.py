"""What a figure is compared with: its plan, the same period of last year, and the period before.

Only a unit's own rows are read here; sums over the tree are `figures` and `roll_up`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from thidua.core.periods import Period
from thidua.targets.enums import ObservationState, PlanAuthority
from thidua.targets.models import Indicator, Observation, Plan


class Ask(NamedTuple):
    """One figure asked for: the ids of indicator and unit, and the period."""

    indicator_id: int
    unit_id: int
    period: Period


@dataclass(frozen=True)
class References:
    """The rows to compare with; None is "not known"."""

    plan: Plan | None = None
    same_period: Observation | None = None
    last: Observation | None = None
    own: Observation | None = None


NOTHING = References()


def references_of(asks: Iterable[Ask], indicators: Mapping[int, Indicator]) -> dict[Ask, References]:
    """Return for each figure what it is compared with, and the accepted row itself; two queries."""
    wanted = list(asks)
    if not wanted:
        return {}
    plans = current_plans(wanted)
    rows = _observations(wanted)
    return {
        ask: References(
            plan=best_plan(
                plans.get((ask.indicator_id, ask.unit_id), ()), ask.period, indicators[ask.indicator_id]
            ),
            same_period=_exactly(
                rows.get((ask.indicator_id, ask.unit_id), ()), ask.period.same_period_last_year()
            ),
            last=_last(
                rows.get((ask.indicator_id, ask.unit_id), ()), ask.period, indicators[ask.indicator_id]
            ),
            own=_exactly(rows.get((ask.indicator_id, ask.unit_id), ()), ask.period),
        )
        for ask in wanted
    }


def current_plans(asks: Iterable[Ask]) -> dict[tuple[int, int], list[Plan]]:
    """Return the current plans by (indicator, unit); one query."""
    wanted = list(asks)
    rows = Plan.objects.filter(
        is_current=True,
        indicator_id__in={ask.indicator_id for ask in wanted},
        unit_id__in={ask.unit_id for ask in wanted},
        starts_on__lte=max(ask.period.start for ask in wanted),
        ends_on__gte=min(ask.period.end for ask in wanted),
    ).select_related("set_by")
    found: dict[tuple[int, int], list[Plan]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.indicator_id, row.unit_id].append(row)
    return found


_PRECEDENCE = {authority: place for place, authority in enumerate(PlanAuthority.values)}


def best_plan(plans: Iterable[Plan], period: Period, indicator: Indicator) -> Plan | None:
    """Return the plan that a figure of `period` is held against, or None; `plan_rank` tells which."""
    around = [plan for plan in plans if plan.starts_on <= period.start and plan.ends_on >= period.end]
    return min(
        around,
        key=lambda plan: (
            *plan_rank(Period(plan.starts_on, plan.ends_on), plan.authority, indicator),
            plan.pk,
        ),
        default=None,
    )


def plan_rank(period: Period, authority: str, indicator: Indicator) -> tuple[int, int]:
    """Return by what plans around a figure are ranked, the least first.

    A figure counted from the start of the year is held against the plan of the year, another one against the
    shortest period around it. Of equal periods the People's Council comes first, a pledge last.
    """
    days = (period.end - period.start).days
    return (-days if indicator.cumulative else days), _PRECEDENCE[authority]


def _observations(asks: list[Ask]) -> dict[tuple[int, int], list[Observation]]:
    years = {ask.period.start.year for ask in asks} | {ask.period.end.year for ask in asks}
    rows = Observation.objects.filter(
        state=ObservationState.ACCEPTED,
        indicator_id__in={ask.indicator_id for ask in asks},
        unit_id__in={ask.unit_id for ask in asks},
        ends_on__range=(date(min(years) - 1, 1, 1), date(max(years), 12, 31)),
    ).select_related("accepted_by")
    found: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for row in rows.order_by("ends_on", "starts_on"):
        found[row.indicator_id, row.unit_id].append(row)
    return found


def _exactly(rows: Iterable[Observation], period: Period) -> Observation | None:
    return next((row for row in rows if (row.starts_on, row.ends_on) == (period.start, period.end)), None)


def _last(rows: Iterable[Observation], period: Period, indicator: Indicator) -> Observation | None:
    """The latest figure before: from the same start where it counts from the start of the year, else any."""
    before = [row for row in rows if row.ends_on < period.end]
    if indicator.cumulative:
        before = [row for row in before if row.starts_on == period.start]
    else:
        before = [row for row in before if row.ends_on < period.start]
    return before[-1] if before else None
