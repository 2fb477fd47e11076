"""What was measured: a unit's own accepted row, or the sum of those below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet

from thidua.core.indicators import Comparator, IndicatorKind, rate
from thidua.core.periods import Period
from thidua.core.vietnamese.numbers import round_half_up
from thidua.orgs import paths
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState
from thidua.targets.measured import Measured, few, weakest
from thidua.targets.models import Indicator, Observation
from thidua.targets.queries.references import Ask
from thidua.targets.queries.tree import below, topmost
from thidua.targets.typed import STORED_DECIMALS


@dataclass(frozen=True)
class ObservationRow:
    """An accepted observation as `COLUMNS` read it, with the path of its unit where that is asked for."""

    id: int
    indicator_id: int
    unit_id: int
    starts_on: date
    ends_on: date
    as_of: date
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    comparator: str
    source: str
    note: str
    provenance: str
    accepted_by: str | None
    accepted_at: datetime
    path: str = ""


COLUMNS: Final = (
    *("id", "indicator_id", "unit_id", "starts_on", "ends_on", "as_of", "value", "numerator", "denominator"),
    *("comparator", "source", "note", "provenance", "accepted_by__full_name", "accepted_at"),
)


def measured_of(asks: Iterable[Ask], indicators: Mapping[int, Indicator]) -> dict[Ask, Measured]:
    """Return what was measured for each figure asked for; figures without any row are left out.

    One query for the units' own rows, and two more for sums where an indicator that rolls up has no own row.
    """
    wanted = set(asks)
    found = {ask: combined([row], indicators[ask.indicator_id]) for ask, row in _own(wanted).items()}
    open_ = {ask for ask in wanted - found.keys() if indicators[ask.indicator_id].rolls_up}
    for ask, rows in _below(open_).items():
        total = combined(topmost(rows), indicators[ask.indicator_id], is_sum=True)
        found[ask] = total
    return {ask: measured for ask, measured in found.items() if measured is not None}


def _own(asks: set[Ask]) -> dict[Ask, ObservationRow]:
    if not asks:
        return {}
    rows = _accepted(asks).filter(unit_id__in={ask.unit_id for ask in asks})
    found = {}
    for values in rows.values_list(*COLUMNS):
        row = ObservationRow(*values)
        ask = Ask(row.indicator_id, row.unit_id, Period(row.starts_on, row.ends_on))
        if ask in asks:
            found[ask] = row
    return found


def _below(asks: set[Ask]) -> dict[Ask, list[ObservationRow]]:
    if not asks:
        return {}
    rows = _accepted(asks).filter(below({ask.unit_id for ask in asks}))
    found: dict[Ask, list[ObservationRow]] = defaultdict(list)
    for values in rows.values_list(*COLUMNS, "unit__placements__path"):
        row = ObservationRow(*values)
        period = Period(row.starts_on, row.ends_on)
        for unit_id in paths.ids_in(row.path)[:-1]:
            ask = Ask(row.indicator_id, unit_id, period)
            if ask in asks:
                found[ask].append(row)
    return found


def _accepted(asks: set[Ask]) -> QuerySet[Observation]:
    return Observation.objects.filter(
        state=ObservationState.ACCEPTED,
        indicator_id__in={ask.indicator_id for ask in asks},
        starts_on__in={ask.period.start for ask in asks},
        ends_on__in={ask.period.end for ask in asks},
    ).order_by("pk")


def combined(
    rows: Sequence[ObservationRow], indicator: Indicator, *, is_sum: bool = False
) -> Measured | None:
    """Return one row, or the sum of several, as a measured value; None where they cannot be summed."""
    if not rows:
        return None
    totals = _totals(rows, IndicatorKind(indicator.kind), is_sum=is_sum)
    if totals is None:
        return None
    value, numerator, denominator = totals
    names = dict.fromkeys(row.accepted_by for row in rows if row.accepted_by)
    return Measured(
        value=value,
        period=Period(rows[0].starts_on, rows[0].ends_on),
        as_of=max(row.as_of for row in rows),
        comparator=joint_comparator(row.comparator for row in rows),
        numerator=numerator,
        denominator=denominator,
        source=few(dict.fromkeys(row.source for row in rows if row.source)),
        note=rows[0].note if len(rows) == 1 else "",
        accepted_by=few(names),
        accepted_at=max(row.accepted_at for row in rows),
        provenance=weakest(*(Provenance(row.provenance) for row in rows)),
        observation_ids=tuple(row.id for row in rows),
        is_sum=is_sum,
        parts=len(rows),
    )


def _totals(
    rows: Sequence[ObservationRow], kind: IndicatorKind, *, is_sum: bool
) -> tuple[Decimal, int | None, int | None] | None:
    parts = [row.numerator for row in rows if row.numerator is not None]
    wholes = [row.denominator for row in rows if row.denominator is not None]
    has_integers = len(parts) == len(wholes) == len(rows)
    numerator, denominator = (int(sum(parts)), int(sum(wholes))) if has_integers else (None, None)
    if not is_sum:
        return rows[0].value, numerator, denominator
    return summed(kind, sum((row.value for row in rows), Decimal(0)), numerator, denominator)


def summed(
    kind: IndicatorKind, value: Decimal, numerator: int | None, denominator: int | None
) -> tuple[Decimal, int | None, int | None] | None:
    """Return the sum as (value, numerator, denominator); None for what has no sum.

    Growth rates have none. A ratio has one only where both integers are known of every part.
    """
    if kind is IndicatorKind.GROWTH:
        return None
    if kind is not IndicatorKind.RATIO:
        # SQLite adds decimals as floating point: what lies beyond the stored decimals is noise.
        return round_half_up(value, STORED_DECIMALS), None, None
    exact = rate(numerator, denominator) if numerator is not None else None
    return None if exact is None else (round_half_up(exact, STORED_DECIMALS), numerator, denominator)


def joint_comparator(comparators: Iterable[str]) -> Comparator:
    """Return how exact a sum is: «khoảng» beats «trên», which beats «từ … trở lên»; all exact is exact."""
    found = set(comparators)
    order = (Comparator.ABOUT, Comparator.ABOVE, Comparator.AT_LEAST)
    return next((comparator for comparator in order if comparator in found), Comparator.EQUAL)
