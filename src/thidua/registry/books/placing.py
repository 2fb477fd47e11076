"""Which unit the words of an old book mean on the day of its decision, only where that is certain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from thidua.orgs.models import Unit
from thidua.orgs.queries.unit_index import UnitIndex
from thidua.registry.books.units import resolve


class Places:
    """The units of the register as texts name them; each text of a day or year is looked up once."""

    def __init__(self, spellings: Mapping[str, int] | None = None) -> None:
        self.index = UnitIndex()
        self._spellings = dict(spellings or {})
        self._found: dict[tuple[str, date], Unit | None] = {}

    def unit(self, text: str, day: date | None, year: int | None) -> Unit | None:
        """Return the unit that bore the name on the day; of a year alone, the one that bore it all the year."""
        if not text or not self.index.units:
            return None
        if day is not None:
            return self._on(text, day)
        if year is None:
            return None
        first, last = self._on(text, date(year, 1, 1)), self._on(text, date(year, 12, 31))
        return first if first is not None and last is not None and first.pk == last.pk else None

    def _on(self, text: str, day: date) -> Unit | None:
        if (text, day) not in self._found:
            self._found[text, day] = resolve(text, day, self.index, self._spellings).unit
        return self._found[text, day]
