"""Which period and which units a statistic is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from thidua.core.periods import Period
from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitPlacement


@dataclass(frozen=True)
class StatisticsScope:
    """A period, a unit with all below it as it stood last (None: all), and the units the reader may see.

    `seen` None: every unit.
    """

    period: Period
    unit: Unit | None = None
    seen: QuerySet[Unit] | None = None

    @cached_property
    def below(self) -> QuerySet[UnitPlacement] | None:
        """The last placements of the unit and all below it; None for no choice. One query, kept."""
        if self.unit is None:
            return None
        path = (
            UnitPlacement.objects.filter(unit=self.unit, is_last=True).values_list("path", flat=True).first()
        )
        if path is None:
            return UnitPlacement.objects.filter(unit=self.unit)
        low, high = paths.subtree_range(path)
        return UnitPlacement.objects.filter(is_last=True, path__gte=low, path__lt=high)

    def within(self, *columns: str) -> Q:
        """Return the condition that one of the `columns` (unit keys) lies below the unit chosen."""
        if self.below is None:
            return Q()
        units = self.below.order_by().values("unit_id")
        found = Q(**{f"{columns[0]}__in": units})
        for column in columns[1:]:
            found |= Q(**{f"{column}__in": units})
        return found

    def readable(self, column: str) -> Q:
        """Return the condition that `column` is a unit whose records the reader may see."""
        return Q() if self.seen is None else Q(**{f"{column}__in": self.seen.order_by().values("pk")})
