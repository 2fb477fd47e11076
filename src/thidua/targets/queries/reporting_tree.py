"""Which units report below a unit, and which of them stand above others that report, too."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import Q, QuerySet

from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import Span
from thidua.targets.models import Observation, Plan


class ReportingTree:
    """The units with rows among `rows` that stand, or stood, below `unit`; one query.

    `leaves` report and stand above nobody who does; `between` report and stand above others.
    """

    def __init__(self, unit: Unit, rows: QuerySet[Observation] | QuerySet[Plan]) -> None:
        self.unit = unit
        self._spans: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        placements = UnitPlacement.objects.filter(
            Q(unit_id__in=rows.order_by().values("unit_id")) | Q(unit=unit)
        ).order_by()
        for unit_id, path, first, last in placements.values_list("unit_id", "path", "valid_from", "valid_to"):
            self._spans[unit_id].append((Span(first, last), path))
        inside = {pk for pk, spans in self._spans.items() if any(self._is_below(path) for _, path in spans)}
        above = {upper for pk in inside for _, path in self._spans[pk] for upper in paths.ids_in(path)[:-1]}
        self.between = inside & above
        self.leaves = inside - above
        # Units that came from elsewhere, or went, count only for the days on which they stood here.
        self.is_simple = not self.between and all(
            self._is_below(path) for pk in self.leaves for _, path in self._spans[pk]
        )

    def is_steady(self, first: date, last: date) -> bool:
        """Tell whether `is_simple` holds and every leaf stood in its place all days from `first` to `last`."""
        return self.is_simple and all(
            len(spans) == 1 and spans[0][0].holds(first) and spans[0][0].holds(last)
            for spans in (self._spans[pk] for pk in self.leaves)
        )

    def path_on(self, unit_id: int, day: date) -> str | None:
        """Return the path of a reporting unit on `day`, None when it did not stand here; the top is always here."""
        if unit_id == self.unit.pk:
            return f"{unit_id:0{paths.WIDTH}d}"
        path = next((path for span, path in self._spans.get(unit_id, ()) if span.holds(day)), None)
        return path if path is not None and self._is_below(path) else None

    def _is_below(self, path: str) -> bool:
        return self.unit.pk in paths.ids_in(path)[:-1]
