"""Indicators with everything that was measured of them for the unit and period of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from thidua.core.periods import Period
from thidua.reports.figures.origins import without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState, PlanAuthority
from thidua.targets.models import Indicator, Observation, Plan

# Which authority's plan is meant by "the plan", where several have set one.
_AUTHORITIES = (PlanAuthority.BUDGET, PlanAuthority.COUNCIL, PlanAuthority.SUPERIOR, PlanAuthority.PLEDGE)


@dataclass(frozen=True)
class Measured:
    """An indicator, its value in the period, its plan, its value in the same period, and values it replaced."""

    indicator: Indicator
    current: Observation | None
    plan: Plan | None
    same_period: Observation | None
    former: tuple[Observation, ...]

    @property
    def period(self) -> Period | None:
        """The period of the value."""
        return Period(self.current.starts_on, self.current.ends_on) if self.current else None

    @property
    def value(self) -> Decimal | None:
        """The value in the indicator's unit."""
        return self.current.value if self.current else None

    @property
    def provenance(self) -> str:
        """The origin of the value alone."""
        return self.current.provenance if self.current else Provenance.RECORDED

    @property
    def origins(self) -> list[str]:
        """The origins of the value and of the plan, as far as there are any."""
        return [row.provenance for row in (self.current, self.plan) if row]


def measured(scope: Scope, indicators: QuerySet[Indicator]) -> list[Measured]:
    """Return what was measured of the indicators for the report's unit; three queries."""
    known = list(indicators.select_related("owner"))
    if not known:
        return []
    observed = _by_indicator(_observations(scope, known))
    plans = _by_indicator(_plans(scope, known))
    return [_measured(scope, each, observed[each.pk], plans[each.pk]) for each in known]


def _observations(scope: Scope, indicators: list[Indicator]) -> QuerySet[Observation]:
    last_year = scope.period.same_period_last_year()
    in_time = Q(starts_on=scope.period.start, ends_on__lte=max(scope.as_of, scope.period.end))
    a_year_ago = Q(starts_on=last_year.start, ends_on__lte=_a_year_before(scope).end)
    return (
        Observation.objects.filter(in_time | a_year_ago, unit=scope.unit, indicator__in=indicators)
        .select_related("accepted_by", "entered_by", "evidence", "batch")
        .order_by("accepted_at", "id")
    )


def _a_year_before(scope: Scope) -> Period:
    """Return the longest period of last year that can be the same period of a value in time."""
    longest = Period(scope.period.start, max(scope.as_of, scope.period.end))
    return longest.same_period_last_year()


def _plans(scope: Scope, indicators: list[Indicator]) -> QuerySet[Plan]:
    whole_year = scope.whole_year
    return (
        Plan.objects.filter(
            unit=scope.unit,
            indicator__in=indicators,
            is_current=True,
            starts_on__lte=scope.period.start,
            ends_on__gte=scope.period.end,
            starts_on__gte=whole_year.start,
            ends_on__lte=whole_year.end,
        )
        .select_related("set_by")
        .order_by("-ends_on", "id")
    )


def _by_indicator(rows: Iterable[Observation | Plan]) -> dict[int, list]:  # type: ignore[type-arg]
    found = defaultdict(list)
    for row in rows:
        found[row.indicator_id].append(row)
    return found


def _measured(
    scope: Scope, indicator: Indicator, observations: list[Observation], plans: list[Plan]
) -> Measured:
    accepted = [row for row in observations if row.state == ObservationState.ACCEPTED]
    current = _in_period(accepted, scope)
    same_period = former = None
    if current:
        before = Period(current.starts_on, current.ends_on).same_period_last_year()
        same_period = next((row for row in accepted if _is_of(row, before)), None)
        period = Period(current.starts_on, current.ends_on)
        former = [row for row in observations if row.pk != current.pk and _is_of(row, period)]
    return Measured(
        indicator=indicator,
        current=current,
        plan=_the_plan(plans),
        same_period=same_period,
        former=tuple(former or ()),
    )


def _in_period(accepted: list[Observation], scope: Scope) -> Observation | None:
    """Return the value of exactly the report's period, else the latest since its start that is no invention."""
    exact = next((row for row in accepted if _is_of(row, scope.period)), None)
    if exact:
        return exact
    since_start = [row for row in accepted if row.starts_on == scope.period.start]
    return max(without_invented(since_start), key=lambda row: (row.ends_on, row.as_of), default=None)


def _is_of(row: Observation, period: Period) -> bool:
    return (row.starts_on, row.ends_on) == (period.start, period.end)


def _the_plan(plans: list[Plan]) -> Plan | None:
    """Return the plan for the longest period, of the foremost authority; an invented one only in need."""
    return min(
        plans,
        key=lambda plan: (
            plan.provenance == Provenance.ILLUSTRATIVE,
            _AUTHORITIES.index(PlanAuthority(plan.authority)),
            -(plan.ends_on - plan.starts_on).days,
        ),
        default=None,
    )
