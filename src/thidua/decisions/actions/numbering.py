"""Taking a number."""

from __future__ import annotations

from django.db import transaction

from thidua.decisions.enums import SequenceKind
from thidua.decisions.models import NumberSequence
from thidua.orgs.models import Unit


def take_number(unit: Unit, kind: SequenceKind, year: int, symbol: str) -> int:
    """Return the next number of the year, from 1.

    The row stays locked until the caller's transaction ends: who comes next waits, and gets the number after it, or
    this one when the paper was not made after all. Raises RuntimeError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction of its paper.")
    NumberSequence.objects.get_or_create(unit=unit, kind=kind, year=year, symbol=symbol)
    row = NumberSequence.objects.select_for_update().get(unit=unit, kind=kind, year=year, symbol=symbol)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
