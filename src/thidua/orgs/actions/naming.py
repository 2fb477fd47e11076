"""Building the row of a name, with what searching and sorting need."""

from __future__ import annotations

from datetime import date

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.enums import Certainty
from thidua.orgs.models import Unit, UnitName


def build_name(
    unit: Unit,
    *,
    name: str,
    short_name: str,
    official_code: str,
    valid_from: date | None,
    valid_to: date | None = None,
    act: str = "",
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> UnitName:
    """Return the unsaved row of what `unit` is called over the period."""
    return UnitName(
        unit=unit,
        name=name,
        short_name=short_name,
        official_code=official_code,
        sort_key=unit_sort_key(short_name),
        folded_name=fold(name),
        folded_short_name=fold(short_name),
        valid_from=valid_from,
        valid_to=valid_to,
        act=act,
        certainty=certainty,
        note=note,
    )


def unit_sort_key(short_name: str) -> str:
    """Return the key by which units are listed: their short names, word by word from the first."""
    return sort_key(short_name, NameOrder.WHOLE)


def logged(unit: Unit) -> str:
    """Return a unit as the log tells it: its name for the reader, its key because names are used again."""
    return f"{unit.name} ({unit.key})"
