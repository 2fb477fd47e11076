"""The commune of a place on a day, for many awards at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from thidua.orgs import paths
from thidua.orgs.enums import COMMUNE_LEVEL
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.periods import Span
from thidua.orgs.queries.names import Periods, name_at, name_periods


class Communes:
    """Which commune a unit is or stands in; three queries on first use, none afterwards.

    `places`: only these units are asked about, and no more than they need is read; None for any unit.
    """

    def __init__(self, places: Iterable[int] | None = None) -> None:
        self._names: Periods | None = None
        self._places = None if places is None else set(places)
        self._paths: dict[int, list[tuple[Span, str]]] = defaultdict(list)

    def name(self, place_id: int | None, day: date) -> str:
        """Return the commune's name on the day, "" where the place is none or in none."""
        if place_id is None:
            return ""
        names = self._loaded()
        return next((name_at(names, pk, day).name for pk in self._upwards(place_id, day) if pk in names), "")

    def _upwards(self, place_id: int, day: date) -> Iterable[int]:
        spans = self._paths.get(place_id, [])
        path = next((path for span, path in spans if span.holds(day)), spans[-1][1] if spans else "")
        return paths.ids_in(path)[::-1] if path else (place_id,)

    def _loaded(self) -> Periods:
        if self._names is None:
            placements, communes = UnitPlacement.objects.order_by("unit_id", "pk"), Unit.objects.order_by()
            if self._places is not None:
                placements = placements.filter(unit_id__in=self._places)
            for pk, path, first, last in placements.values_list("unit_id", "path", "valid_from", "valid_to"):
                self._paths[pk].append((Span(first, last), path))
            if self._places is not None:
                above = {
                    pk for some in self._paths.values() for _span, path in some for pk in paths.ids_in(path)
                }
                communes = communes.filter(pk__in=above | self._places)
            ids = communes.filter(kind__in=COMMUNE_LEVEL).values_list("pk", flat=True)
            self._names = dict(name_periods(ids))
        return self._names
