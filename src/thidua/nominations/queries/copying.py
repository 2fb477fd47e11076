"""Which nominees of an earlier dossier can be nominated again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.registry.enums import RecipientKind


@dataclass(frozen=True)
class Copying:
    """The nominees to be copied, and those who are not because the unit that is nominated has ended."""

    copied: tuple[Nomination, ...]
    ended: tuple[Nomination, ...]


def nominees_to_copy(dossier: Dossier, on: date) -> Copying:
    """Return the nominees of `dossier` for a new one begun on a day; who was withdrawn stays out. One query."""
    rows = dossier.nominations.exclude(outcome=Outcome.WITHDRAWN)
    found = list(rows.select_related("person", "unit", "household").order_by("ordinal"))
    ended = tuple(row for row in found if _has_ended(row, on))
    return Copying(tuple(row for row in found if row not in ended), ended)


def _has_ended(row: Nomination, on: date) -> bool:
    unit = row.unit if row.recipient_kind == RecipientKind.COLLECTIVE else None
    return unit is not None and unit.exists_to is not None and unit.exists_to < on
