"""How many awards a search finds: exactly where that is cheap, else "more than"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet, Sum

from thidua.registry.models import Award, RecipientName
from thidua.registry.search.conditions import MOST_PLACES, Conditions
from thidua.registry.search.names import NameGroup
from thidua.registry.search.plans import MOST_NAMES

MOST_COUNTED: Final = 10_000


@dataclass(frozen=True)
class Count:
    """How many; not `exact`: there are more than that."""

    number: int
    exact: bool


def count_awards(groups: Sequence[NameGroup] | None, conditions: Conditions) -> Count:
    """Return how many awards the groups have (None: everybody); a fixed number of queries per group."""
    if groups is None:
        return _of_everybody(conditions)
    total, exact = 0, True
    for group in groups:
        one = _of_group(group, conditions)
        total, exact = total + one.number, exact and one.exact
    return Count(total, exact)


def _of_group(group: NameGroup, conditions: Conditions) -> Count:
    if conditions.are_none:
        return _of_dictionary(group)
    names = list(group.names().values_list("pk", flat=True)[: MOST_NAMES + 1])
    if len(names) <= MOST_NAMES:
        rows = Award.objects.filter(name__among=names).order_by()
        return _bounded(conditions.of(conditions.within_years(rows)).only("pk"))
    if conditions.conferrals is None and not _few_places(conditions):
        return Count(0, False)
    return _bounded(group.named(_narrowed(conditions)).only("pk"))


def _of_dictionary(group: NameGroup) -> Count:
    """Add up what the dictionary counts: an exact answer as long as the names are not too many."""
    names = group.names().values("pk", "award_count")[: MOST_COUNTED + 1]
    counts = list(names.values_list("award_count", flat=True))
    return Count(sum(counts[:MOST_COUNTED]), len(counts) <= MOST_COUNTED)


def _of_everybody(conditions: Conditions) -> Count:
    if conditions.are_none:
        return Count(RecipientName.objects.aggregate(all=Sum("award_count"))["all"] or 0, True)
    return _bounded(_narrowed(conditions).only("pk"))


def _narrowed(conditions: Conditions) -> QuerySet[Award]:
    rows = conditions.within_years(Award.objects.order_by())
    if _few_places(conditions) and conditions.conferrals is None:
        return conditions.of(rows.filter(place__among=conditions.units), leaving_out="units")
    return conditions.of(rows)


def _few_places(conditions: Conditions) -> bool:
    return conditions.units is not None and len(conditions.units) <= MOST_PLACES


def _bounded(rows: QuerySet[Award]) -> Count:
    number = rows[: MOST_COUNTED + 1].count()
    return Count(min(number, MOST_COUNTED), number <= MOST_COUNTED)
