"""What was conferred in movements that everybody may read of."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from thidua.movements.access import public
from thidua.movements.queries.lists import MovementFilter, movements_matching
from thidua.registry.models import Conferral

MOST: Final = 200  # movements that some words may name


def conferred_in_public(words: str) -> QuerySet[Conferral] | None:
    """Return the conferrals of the public movements that have these words in their name, None where none has."""
    found = movements_matching(public(), MovementFilter(text=words))
    ids = list(found.order_by().values_list("pk", flat=True)[:MOST])
    return Conferral.objects.filter(movements__in=ids) if ids else None
