"""Things that are alike in all a form asks of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from django.db.models import QuerySet

from thidua.reports.statistics.conditions import Condition, Values, meets
from thidua.reports.statistics.scope import StatisticsScope

Attributes: TypeAlias = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class Group:
    """So many things that have the same values."""

    values: Values
    count: int


class Source(Protocol):
    """What a form counts."""

    def groups(self, scope: StatisticsScope) -> list[Group]:
        """Return everything in the scope, grouped; a fixed number of queries."""

    def behind(self, scope: StatisticsScope, conditions: tuple[Condition, ...]) -> QuerySet[Any]:
        """Return the rows that meet all conditions."""


def grouped(things: Iterable[dict[str, str | None]]) -> list[Group]:
    """Return the things in groups."""
    counted: Counter[Attributes] = Counter(tuple(sorted(one.items())) for one in things)
    return [Group(dict(values), count) for values, count in counted.items()]


def keys_meeting(
    things: Iterable[tuple[int, dict[str, str | None]]], conditions: tuple[Condition, ...]
) -> list[int]:
    """Return the keys of the things that meet all conditions."""
    return [pk for pk, values in things if meets(conditions, values)]
