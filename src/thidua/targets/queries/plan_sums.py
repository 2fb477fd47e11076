"""The plans of a unit for every month of a year: its own, or the sums of those below it.

Where each unit has one plan for a period and none stands above another, one grouped query sums them. The rest
(several authorities, units that came or went within the year) is summed row by row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet, Sum

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.targets.enums import PlanAuthority
from thidua.targets.measured import Planned, weakest
from thidua.targets.models import Indicator, Plan
from thidua.targets.queries.planned import has_sum_of_plans, own_plans, sums_of_plans
from thidua.targets.queries.references import Ask, plan_rank
from thidua.targets.queries.reporting_tree import ReportingTree

_MARKED: Final = (Provenance.ILLUSTRATIVE, Provenance.TEST, Provenance.REPORTED)


def plans_of_year(
    unit: Unit, year: int, asks: Iterable[Ask], indicators: Mapping[int, Indicator]
) -> dict[Ask, Planned]:
    """Return the plan that each figure of `unit` in `year` is held against; five queries at most."""
    wanted = set(asks)
    found = own_plans(wanted, indicators)
    open_ = {ask for ask in wanted - found.keys() if has_sum_of_plans(indicators[ask.indicator_id])}
    if not open_:
        return found
    sums = _sums_in_database(unit, year, {ask.indicator_id for ask in open_})
    left = set()
    for ask in open_:
        if ask.indicator_id not in sums:
            left.add(ask)
        elif best := _best(sums[ask.indicator_id], ask.period, indicators[ask.indicator_id]):
            found[ask] = best
    return found | sums_of_plans(left, indicators)


def _best(candidates: list[Planned], period: Period, indicator: Indicator) -> Planned | None:
    around = [planned for planned in candidates if planned.period.contains(period)]
    return min(
        around, key=lambda planned: plan_rank(planned.period, planned.authority, indicator), default=None
    )


def _sums_in_database(unit: Unit, year: int, indicator_ids: set[int]) -> dict[int, list[Planned]]:
    """Return the sums by indicator; an indicator that needs its rows read one by one is left out."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = Plan.objects.filter(
        is_current=True, indicator_id__in=indicator_ids, starts_on__lte=last, ends_on__gte=first
    ).order_by()
    tree = ReportingTree(unit, rows)
    if not tree.is_steady(first, last):
        return {}
    found: dict[int, list[Planned]] = {indicator_id: [] for indicator_id in indicator_ids}
    authorities: dict[tuple[int, Period], int] = defaultdict(int)
    for group in _groups(rows.filter(unit_id__in=tree.leaves)):
        planned = _as_planned(group)
        authorities[group["indicator_id"], planned.period] += 1
        found[group["indicator_id"]].append(planned)
    doubled = {indicator_id for (indicator_id, _), count in authorities.items() if count > 1}
    return {indicator_id: sums for indicator_id, sums in found.items() if indicator_id not in doubled}


def _groups(rows: QuerySet[Plan]) -> Iterable[dict[str, Any]]:
    groups: Any = rows.values("indicator_id", "starts_on", "ends_on", "authority")
    summed: Iterable[dict[str, Any]] = groups.annotate(
        total=Sum("value"),
        parts=Count("pk"),
        latest=Max("set_at"),
        **{f"is_{origin}": Count("pk", filter=Q(provenance=origin)) for origin in _MARKED},
    )
    return summed


def _as_planned(group: dict[str, Any]) -> Planned:
    return Planned(
        value=group["total"],
        period=Period(group["starts_on"], group["ends_on"]),
        authority=PlanAuthority(group["authority"]),
        set_at=group["latest"],
        provenance=weakest(*(origin for origin in _MARKED if group[f"is_{origin}"])),
        is_sum=True,
        parts=group["parts"],
    )
