"""The parts of a figure: what was measured, and what was planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from thidua.core.indicators import Comparator
from thidua.core.periods import Period
from thidua.support.provenance import Provenance
from thidua.targets.enums import PlanAuthority

_WEAKEST_FIRST: Final = (
    Provenance.ILLUSTRATIVE,
    Provenance.TEST,
    Provenance.REPORTED,
    Provenance.RECORDED,
)


def weakest(*origins: str) -> Provenance:
    """Return the origin of what is made of parts: one invented part makes the whole a figure to be marked."""
    return next((origin for origin in _WEAKEST_FIRST if origin in origins), Provenance.RECORDED)


NAMES_SHOWN: Final = 3


def few(names: Iterable[str]) -> str:
    """Return the first names of a sum's parts in one line, with «…» for the others."""
    found = list(names)
    return ", ".join(found[:NAMES_SHOWN]) + (" …" if len(found) > NAMES_SHOWN else "")


@dataclass(frozen=True)
class Measured:
    """An accepted value of a period, or the sum of accepted values below (`is_sum`) of `parts` units.

    `value` is in the indicator's measure; a ratio's is in percent. `observation_ids` are the rows behind it, left
    empty where thousands were summed in the database.
    """

    value: Decimal
    period: Period
    as_of: date
    comparator: Comparator = Comparator.EQUAL
    numerator: int | None = None
    denominator: int | None = None
    source: str = ""
    note: str = ""
    accepted_by: str = ""
    accepted_at: datetime | None = None
    provenance: Provenance = Provenance.RECORDED
    observation_ids: tuple[int, ...] = ()
    is_sum: bool = False
    parts: int = 1


@dataclass(frozen=True)
class Planned:
    """A plan, or the sum of the plans of `parts` units below (`is_sum`)."""

    value: Decimal
    period: Period
    authority: PlanAuthority
    document: str = ""
    set_by: str = ""
    set_at: datetime | None = None
    provenance: Provenance = Provenance.RECORDED
    plan_ids: tuple[int, ...] = ()
    is_sum: bool = False
    parts: int = 1
