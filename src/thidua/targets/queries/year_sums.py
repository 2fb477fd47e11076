"""The figures of a year and of the year before, summed up the tree in the database.

Where every figure comes from units at the end of the tree, one grouped query is enough. Where a unit in between
reports as well, its own figure takes the place of those below it: then the sums are grouped by the unit above,
and put together here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.db.models.functions import Length, Substr

from thidua.core.indicators import Comparator, IndicatorKind
from thidua.core.periods import Period
from thidua.orgs import paths
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.targets.enums import ObservationState
from thidua.targets.measured import Measured, weakest
from thidua.targets.models import Indicator, Observation
from thidua.targets.queries.measured import COLUMNS, ObservationRow, combined, joint_comparator, summed
from thidua.targets.queries.reporting_tree import ReportingTree
from thidua.targets.queries.tree import below, paths_above, topmost

_GROUP: Final = ("indicator_id", "starts_on", "ends_on")
_MARKED: Final = (Provenance.ILLUSTRATIVE, Provenance.TEST, Provenance.REPORTED)
_INEXACT: Final = (Comparator.ABOUT, Comparator.ABOVE, Comparator.AT_LEAST)


class Key(NamedTuple):
    """A cell of the table."""

    indicator_id: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Summed:
    """What was found for a cell: the value, and how many of each asked set of units have a figure."""

    measured: Measured | None
    reported: tuple[int, ...]


@dataclass
class _Pile:
    """Sums that are still to be put together."""

    groups: list[dict[str, Any]] = field(default_factory=list)
    rows: list[ObservationRow] = field(default_factory=list)


def year_sums(
    unit: Unit, year: int, indicators: Mapping[int, Indicator], asked: list[frozenset[int]]
) -> dict[Key, Summed]:
    """Return the cells of `year` and the year before that have a figure; four queries.

    `asked` are sets of unit ids; `Summed.reported` counts in the same order how many of each have a figure.
    """
    rows = Observation.objects.filter(
        state=ObservationState.ACCEPTED,
        ends_on__range=(date(year - 1, 1, 1), date(year, 12, 31)),
    )
    tree = ReportingTree(unit, rows)
    piles: dict[Key, _Pile] = defaultdict(_Pile)
    own = rows.filter(unit_id__in={unit.pk, *tree.between}, indicator_id__in=indicators)
    for values in own.values_list(*COLUMNS):
        row = ObservationRow(*values)
        path = tree.path_on(row.unit_id, row.ends_on)
        if path is not None:
            piles[Key(row.indicator_id, row.starts_on, row.ends_on)].rows.append(replace(row, path=path))
    for group in _grouped(tree, rows.filter(indicator_id__in=indicators), asked):
        piles[Key(*(group[name] for name in _GROUP))].groups.append(group)
    return {
        key: _put_together(pile, key, indicators[key.indicator_id], tree, asked)
        for key, pile in piles.items()
    }


def _grouped(
    tree: ReportingTree, rows: QuerySet[Observation], asked: list[frozenset[int]]
) -> Iterable[dict[str, Any]]:
    if tree.is_simple:
        at_the_end = rows.filter(unit_id__in=tree.leaves).order_by()
        return at_the_end.values(*_GROUP).annotate(**_aggregates(asked))  # type: ignore[no-any-return]
    path = "unit__placements__path"
    placed = rows.filter(below([tree.unit.pk])).exclude(unit_id__in=tree.between)
    by_parent = placed.annotate(above=Substr(path, 1, Length(path) - paths.WIDTH)).order_by()
    return by_parent.values(*_GROUP, "above").annotate(**_aggregates(asked))  # type: ignore[no-any-return]


def _aggregates(asked: list[frozenset[int]]) -> dict[str, Any]:
    return {
        "value_sum": Sum("value"),
        "numerator_sum": Sum("numerator"),
        "denominator_sum": Sum("denominator"),
        "with_integers": Count("denominator"),
        "parts": Count("pk"),
        "latest_as_of": Max("as_of"),
        **{f"is_{origin}": Count("pk", filter=Q(provenance=origin)) for origin in _MARKED},
        **{f"is_{comparator}": Count("pk", filter=Q(comparator=comparator)) for comparator in _INEXACT},
        **{f"asked_{place}": Count("pk", filter=Q(unit_id__in=units)) for place, units in enumerate(asked)},
    }


def _put_together(
    pile: _Pile, key: Key, indicator: Indicator, tree: ReportingTree, asked: list[frozenset[int]]
) -> Summed:
    reported = tuple(
        sum(group[f"asked_{place}"] for group in pile.groups) + sum(row.unit_id in units for row in pile.rows)
        for place, units in enumerate(asked)
    )
    own = next((row for row in pile.rows if row.unit_id == tree.unit.pk), None)
    if own is not None:
        return Summed(combined([own], indicator), reported)
    if not indicator.rolls_up:
        return Summed(None, reported)
    taken = {row.path for row in pile.rows}
    groups = [group for group in pile.groups if not taken or not _stands_below(group["above"], taken)]
    return Summed(_total(groups, topmost(pile.rows), indicator, key), reported)


def _stands_below(above: str, taken: set[str]) -> bool:
    return above in taken or any(path in taken for path in paths_above(above))


def _total(
    groups: list[dict[str, Any]], rows: list[ObservationRow], indicator: Indicator, key: Key
) -> Measured | None:
    parts = sum(group["parts"] for group in groups) + len(rows)
    value = sum([*(group["value_sum"] for group in groups), *(row.value for row in rows)], Decimal(0))
    has_integers = parts == sum(group["with_integers"] for group in groups) + sum(
        row.denominator is not None for row in rows
    )
    numerator = sum(group["numerator_sum"] or 0 for group in groups) + sum(row.numerator or 0 for row in rows)
    denominator = sum(group["denominator_sum"] or 0 for group in groups) + sum(
        row.denominator or 0 for row in rows
    )
    totals = summed(
        IndicatorKind(indicator.kind),
        value,
        int(numerator) if has_integers else None,
        int(denominator) if has_integers else None,
    )
    if totals is None or not parts:
        return None
    return Measured(
        value=totals[0],
        numerator=totals[1],
        denominator=totals[2],
        period=Period(key.starts_on, key.ends_on),
        as_of=max([*(group["latest_as_of"] for group in groups), *(row.as_of for row in rows)]),
        comparator=joint_comparator(
            [
                *(c for c in _INEXACT if any(group[f"is_{c}"] for group in groups)),
                *(row.comparator for row in rows),
            ]
        ),
        provenance=weakest(
            *(origin for origin in _MARKED if any(group[f"is_{origin}"] for group in groups)),
            *(row.provenance for row in rows),
        ),
        is_sum=True,
        parts=parts,
    )
