"""Figures with their plan, same period and trace: what reports, dashboards and pages print."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.targets.figure import Figure
from thidua.targets.models import Indicator
from thidua.targets.queries.measured import measured_of
from thidua.targets.queries.planned import planned_of
from thidua.targets.queries.references import Ask


def figure(indicator: Indicator, unit: Unit, period: Period, *, authority: str | None = None) -> Figure:
    """Return the figure of `indicator` for `unit` and exactly `period`; without a row its `measured` is None.

    `authority` (of `PlanAuthority`) holds it against the plan of one authority only.
    """
    ask = Ask(indicator.pk, unit.pk, period)
    return figures([ask], authority=authority)[ask]


def figures(asks: Iterable[Ask], *, authority: str | None = None) -> dict[Ask, Figure]:
    """Return every figure asked for; the number of queries does not depend on how many there are (seven at most)."""
    wanted = list(dict.fromkeys(asks))
    indicators = Indicator.objects.in_bulk({ask.indicator_id for ask in wanted})
    bases = {ask: ask._replace(period=ask.period.same_period_last_year()) for ask in wanted}
    measured = measured_of([*wanted, *bases.values()], indicators)
    planned = planned_of(wanted, indicators, authority)
    return {
        ask: Figure(
            indicator=indicators[ask.indicator_id],
            unit_id=ask.unit_id,
            period=ask.period,
            measured=measured.get(ask),
            plan=planned.get(ask),
            base=measured.get(bases[ask]),
        )
        for ask in wanted
    }
