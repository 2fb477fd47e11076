"""Units as a table names them: by key, by official code, or by a name of the day, with what stands above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.orgs import paths
from thidua.orgs.models import Unit, UnitName, UnitPlacement
from thidua.orgs.periods import Span


class UnitNotFound(ValueError):
    """A cell that names no unit, or more than one; its words say what to write."""


class UnitIndex:
    """Every unit by its keys, codes and names; three queries, whatever is asked of it afterwards."""

    def __init__(self) -> None:
        self.units = Unit.objects.in_bulk()
        self._by_key = {unit.key: unit.pk for unit in self.units.values()}
        self._by_code: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        self._by_name: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        columns = ("unit_id", "official_code", "folded_name", "folded_short_name", "valid_from", "valid_to")
        for pk, code, name, short_name, first, last in UnitName.objects.order_by().values_list(*columns):
            span = Span(first, last)
            if code:
                self._by_code[code].append((span, pk))
            self._by_name[name].append((span, pk))
            if short_name != name:
                self._by_name[short_name].append((span, pk))
        self._placements: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        places = UnitPlacement.objects.order_by().values_list("unit_id", "path", "valid_from", "valid_to")
        for pk, path, first, last in places:
            self._placements[pk].append((Span(first, last), path))

    def find(self, text: str, day: date) -> Unit:
        """Return the unit that `text` names on `day`; raises UnitNotFound."""
        if text in self._by_key:
            return self.units[self._by_key[text]]
        own, _comma, above = text.partition(",")
        found = self._on(self._by_code.get(text, []), day) or self._named(fold(own), fold(above), day)
        if len(found) == 1:
            return self.units[found.pop()]
        if not found:
            raise UnitNotFound(
                _("There is no unit “%(text)s” on %(day)s. Write its name of that day, or its code.")
                % {"text": text, "day": day.strftime("%d/%m/%Y")}
            )
        raise UnitNotFound(
            _(
                "“%(text)s” fits several units (%(names)s). Write the unit above it behind a comma, or the code."
            )
            % {"text": text, "names": "; ".join(sorted(self._described(pk, day) for pk in found)[:3])}
        )

    def bearing(self, name: str, day: date | None = None) -> list[Unit]:
        """Return every unit that bears the name, whole or short, on `day`; without a day, that ever bore it."""
        spans = self._by_name.get(fold(name), [])
        return [self.units[pk] for pk in sorted({pk for span, pk in spans if day is None or span.holds(day)})]

    def _named(self, name: str, above: str, day: date) -> set[int]:
        found = self._on(self._by_name.get(name, []), day)
        if above:
            return {pk for pk in found if any(above in fold(upper) for upper in self._above(pk, day))}
        # «Lạng Sơn» is a city, too: the whole name decides before the short one.
        whole = {pk for pk in found if fold(self.units[pk].name) == name}
        return whole if len(whole) == 1 else found

    def _above(self, pk: int, day: date) -> list[str]:
        path = next((path for span, path in self._placements[pk] if span.holds(day)), "")
        return [self.units[upper].name for upper in paths.ids_in(path)[-2::-1]]

    def _described(self, pk: int, day: date) -> str:
        return ", ".join([self.units[pk].name, *self._above(pk, day)[:1]])

    @staticmethod
    def _on(spans: Collection[tuple[Span, int]], day: date) -> set[int]:
        return {pk for span, pk in spans if span.holds(day)}
