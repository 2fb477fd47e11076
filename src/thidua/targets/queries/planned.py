"""What was planned: a unit's own plan, or the sum of the plans below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F

from thidua.core.indicators import IndicatorKind
from thidua.core.periods import Period
from thidua.orgs import paths
from thidua.orgs.periods import Span
from thidua.support.provenance import Provenance
from thidua.targets.enums import PlanAuthority
from thidua.targets.measured import Planned, few, weakest
from thidua.targets.models import Indicator, Plan
from thidua.targets.queries.references import Ask, best_plan, current_plans
from thidua.targets.queries.tree import topmost, within_subtrees


@dataclass(frozen=True)
class _PlacedPlan:
    plan: Plan
    path: str


def planned_of(
    asks: Iterable[Ask], indicators: Mapping[int, Indicator], authority: str | None = None
) -> dict[Ask, Planned]:
    """Return the plan that each figure is held against; figures without one are left out.

    One query for the units' own plans, and two more for sums where an indicator that rolls up has none.
    `authority` asks for the plans of one authority only.
    """
    wanted = set(asks)
    own = own_plans(wanted, indicators, authority)
    return own | sums_of_plans(wanted - own.keys(), indicators, authority)


def own_plans(
    asks: Iterable[Ask], indicators: Mapping[int, Indicator], authority: str | None = None
) -> dict[Ask, Planned]:
    """Return the units' own plans; one query."""
    wanted = set(asks)
    if not wanted:
        return {}
    plans = current_plans(wanted)
    found = {}
    for ask in wanted:
        candidates = plans.get((ask.indicator_id, ask.unit_id), ())
        allowed = [plan for plan in candidates if authority in (None, plan.authority)]
        if best := best_plan(allowed, ask.period, indicators[ask.indicator_id]):
            found[ask] = _as_planned([best], is_sum=False)
    return found


def sums_of_plans(
    asks: Iterable[Ask], indicators: Mapping[int, Indicator], authority: str | None = None
) -> dict[Ask, Planned]:
    """Return the sums of the plans below the units, where the indicator rolls up; two queries."""
    wanted = {ask for ask in asks if has_sum_of_plans(indicators[ask.indicator_id])}
    return {
        ask: _as_planned(_summands(rows, ask, indicators[ask.indicator_id]), is_sum=True)
        for ask, rows in _below(wanted, authority).items()
    }


def has_sum_of_plans(indicator: Indicator) -> bool:
    """Tell whether the plan of a unit is the sum of those below: not for rates."""
    return indicator.rolls_up and not IndicatorKind(indicator.kind).is_percent


def _below(asks: set[Ask], authority: str | None) -> dict[Ask, list[_PlacedPlan]]:
    if not asks:
        return {}
    rows = Plan.objects.filter(
        within_subtrees({ask.unit_id for ask in asks}),
        is_current=True,
        indicator_id__in={ask.indicator_id for ask in asks},
        **({"authority": authority} if authority else {}),
    ).annotate(
        path=F("unit__placements__path"),
        placed_from=F("unit__placements__valid_from"),
        placed_to=F("unit__placements__valid_to"),
    )
    by_indicator: dict[int, list[Ask]] = defaultdict(list)
    for ask in asks:
        by_indicator[ask.indicator_id].append(ask)
    found: dict[Ask, list[_PlacedPlan]] = defaultdict(list)
    for plan in rows.select_related("set_by").order_by("pk"):
        above = set(paths.ids_in(plan.path)[:-1])
        days = Span(plan.placed_from, plan.placed_to)
        for ask in by_indicator[plan.indicator_id]:
            inside = plan.starts_on <= ask.period.start and plan.ends_on >= ask.period.end
            if inside and ask.unit_id in above and days.holds(ask.period.end):
                found[ask].append(_PlacedPlan(plan, plan.path))
    return found


def _summands(rows: list[_PlacedPlan], ask: Ask, indicator: Indicator) -> list[Plan]:
    """Return one plan of each topmost unit, all of the period that a single plan would be chosen by."""
    best = best_plan([row.plan for row in rows], ask.period, indicator)
    assert best is not None  # rows are never empty, and each lies around the period
    of_period = [
        row for row in rows if (row.plan.starts_on, row.plan.ends_on) == (best.starts_on, best.ends_on)
    ]
    by_unit: dict[int, list[Plan]] = defaultdict(list)
    for row in topmost(of_period):
        by_unit[row.plan.unit_id].append(row.plan)
    chosen = (best_plan(plans, ask.period, indicator) for plans in by_unit.values())
    return [plan for plan in chosen if plan is not None]


def _as_planned(plans: list[Plan], *, is_sum: bool) -> Planned:
    first = plans[0]
    setters = dict.fromkeys(str(plan.set_by) for plan in plans if plan.set_by)
    return Planned(
        value=sum((plan.value for plan in plans), Decimal(0)),
        period=Period(first.starts_on, first.ends_on),
        authority=PlanAuthority(first.authority),
        document=few(dict.fromkeys(plan.document for plan in plans if plan.document)),
        set_by=few(setters),
        set_at=max(plan.set_at for plan in plans),
        provenance=weakest(*(Provenance(plan.provenance) for plan in plans)),
        plan_ids=tuple(plan.pk for plan in plans),
        is_sum=is_sum,
        parts=len(plans),
    )
