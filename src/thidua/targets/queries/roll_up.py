"""The table of a unit's year: indicators by months, each with plan, same period, missing and late units.

The number of queries is fixed, and the sums are made in the database: a province of 226 communes with thirty
indicators is read in a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.targets.figure import Figure
from thidua.targets.models import Indicator
from thidua.targets.queries.asked import Asked, asked_in_year
from thidua.targets.queries.plan_sums import plans_of_year
from thidua.targets.queries.references import Ask
from thidua.targets.queries.year_sums import Key, Summed, year_sums

MONTHS = range(1, 13)


@dataclass(frozen=True)
class YearCell:
    """One month of an indicator: the figure, and how many units were asked, have no figure, or came late."""

    figure: Figure
    asked: int = 0
    missing: int = 0
    late: int = 0
    due_on: date | None = None


@dataclass(frozen=True)
class YearRow:
    """An indicator with its twelve months; a cumulative one counts each from the start of the year."""

    indicator: Indicator
    cells: tuple[YearCell, ...]

    @property
    def latest(self) -> YearCell | None:
        """The last month with a figure, or None."""
        return next((cell for cell in reversed(self.cells) if cell.figure.measured), None)


def year_table(unit: Unit, year: int, indicators: Iterable[Indicator] | None = None) -> tuple[YearRow, ...]:
    """Return the rows of `year` for `unit` in the order of the list; by default every indicator in use."""
    chosen = list(Indicator.objects.filter(is_active=True) if indicators is None else indicators)
    by_id = {indicator.pk: indicator for indicator in chosen}
    asked = asked_in_year(unit, year, by_id)
    # Rounds of a year mostly ask the same units: each different set is counted once, in the database.
    sets = list({frozenset(cell.units) for cell in asked.values()})
    sums = year_sums(unit, year, by_id, sets)
    asks = [Ask(row.pk, unit.pk, month_period(row, year, month)) for row in chosen for month in MONTHS]
    plans = plans_of_year(unit, year, asks, by_id)
    rows = []
    for indicator in chosen:
        cells = []
        for month in MONTHS:
            period = month_period(indicator, year, month)
            found = sums.get(_key(indicator, period))
            before = sums.get(_key(indicator, period.same_period_last_year()))
            figure = Figure(
                indicator=indicator,
                unit_id=unit.pk,
                period=period,
                measured=found.measured if found else None,
                plan=plans.get(Ask(indicator.pk, unit.pk, period)),
                base=before.measured if before else None,
            )
            cells.append(_cell(figure, asked.get(_key(indicator, period)), found, sets))
        rows.append(YearRow(indicator, tuple(cells)))
    return tuple(rows)


def month_period(indicator: Indicator, year: int, month: int) -> Period:
    """Return the period of a month's figure: from January where it counts from the start of the year."""
    return Period.of_first_months(year, month) if indicator.cumulative else Period.of_month(year, month)


def _key(indicator: Indicator, period: Period) -> Key:
    return Key(indicator.pk, period.start, period.end)


def _cell(figure: Figure, asked: Asked | None, found: Summed | None, sets: list[frozenset[int]]) -> YearCell:
    if asked is None:
        return YearCell(figure)
    reported = found.reported[sets.index(frozenset(asked.units))] if found else 0
    return YearCell(
        figure,
        asked=len(asked.units),
        missing=len(asked.units) - reported,
        late=len(asked.late),
        due_on=asked.due_on,
    )
