"""The unit of the register that a cell of an old book means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua.orgs.models import Unit
from thidua.orgs.queries.unit_index import UnitIndex, UnitNotFound


@dataclass(frozen=True)
class UnitFound:
    """The unit that words mean; None with the `candidates` where several fit, or none does."""

    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()
    certainty: float = 0.0


def resolve(text: str, on: date, index: UnitIndex, spellings: Mapping[str, int] | None = None) -> UnitFound:
    """Return the unit of `text` on a day; `spellings`: folded text → primary key, learned before, which wins."""
    try:
        return UnitFound(index.find(text, on), certainty=1.0)
    except UnitNotFound:
        return UnitFound()
