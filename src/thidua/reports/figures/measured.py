"""Indicators with everything that was measured of them for the unit and period of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from thidua.core.periods import Period
from thidua.reports.figures.origins import without_invented
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState
from thidua.targets.figure import Figure
from thidua.targets.measured import Measured as Value
from thidua.targets.measured import Planned
from thidua.targets.models import Indicator, Observation
from thidua.targets.queries import Ask, figures


@dataclass(frozen=True)
class Measured:
    """An indicator's figure in the report's period, and the rows of the unit's own behind it.

    `rows` holds the present rows by id, as far as they are the unit's own; `former` the values they replaced.
    """

    figure: Figure
    rows: Mapping[int, Observation]
    former: tuple[Observation, ...]

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.figure.indicator

    @property
    def current(self) -> Value | None:
        """The value in the period."""
        return self.figure.measured

    @property
    def plan(self) -> Planned | None:
        """The plan it is held against."""
        return self.figure.plan

    @property
    def same_period(self) -> Value | None:
        """The value of the same period of last year."""
        return self.figure.base

    @property
    def value(self) -> Decimal | None:
        """The bare value in the indicator's unit."""
        return self.figure.value

    @property
    def provenance(self) -> Provenance:
        """The origin of the value alone."""
        return self.current.provenance if self.current else Provenance.RECORDED

    @property
    def origins(self) -> list[Provenance]:
        """The origins of the value and of the plan, as far as there are any."""
        return [part.provenance for part in (self.current, self.plan) if part]


def measured(scope: Scope, indicators: QuerySet[Indicator]) -> list[Measured]:
    """Return what was measured of the indicators for the report's unit; ten queries at most."""
    known = list(indicators.select_related("owner"))
    if not known:
        return []
    own: dict[int, list[Observation]] = defaultdict(list)
    for row in _own_rows(scope, known):
        own[row.indicator_id].append(row)
    asks = {each.pk: Ask(each.pk, scope.unit.pk, _period(scope, own[each.pk])) for each in known}
    found = figures(asks.values())
    return [_measured(found[asks[each.pk]], own[each.pk]) for each in known]


def _own_rows(scope: Scope, indicators: list[Indicator]) -> QuerySet[Observation]:
    """Return every row of the unit since the start of the year before the report, those replaced too."""
    earliest = scope.period.same_period_last_year().start
    return (
        Observation.objects.filter(
            unit=scope.unit,
            indicator__in=indicators,
            starts_on__in=(earliest, scope.period.start),
            ends_on__lte=max(scope.as_of, scope.period.end),
        )
        .select_related("evidence", "batch")
        .order_by("accepted_at", "id")
    )


def _period(scope: Scope, own: Iterable[Observation]) -> Period:
    """Return the report's period, or that of the latest value since its start where it has none of its own.

    An invented later value does not stand in for a real one.
    """
    rows = [
        row for row in own if row.state == ObservationState.ACCEPTED and row.starts_on == scope.period.start
    ]
    if not rows or any(row.ends_on == scope.period.end for row in rows):
        return scope.period
    latest = max(without_invented(rows), key=lambda row: (row.ends_on, row.as_of))
    return Period(latest.starts_on, latest.ends_on)


def _measured(figure: Figure, own: list[Observation]) -> Measured:
    present = {pk for part in (figure.measured, figure.base) if part for pk in part.observation_ids}
    of_period = [
        row for row in own if (row.starts_on, row.ends_on) == (figure.period.start, figure.period.end)
    ]
    return Measured(
        figure=figure,
        rows={row.pk: row for row in own if row.pk in present},
        former=tuple(row for row in of_period if row.pk not in present),
    )
