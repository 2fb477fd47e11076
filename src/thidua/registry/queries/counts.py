"""How many received."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from thidua.registry.enums import RecipientKind
from thidua.registry.models import Conferral


def with_counts(conferrals: QuerySet[Conferral]) -> QuerySet[Conferral]:
    """Annotate each conferral with `recipients` and, per recipient kind, `collectives`, `individuals`, …"""
    counts = {
        f"{kind.value}s": Count("awards", filter=Q(awards__recipient_kind=kind.value))
        for kind in RecipientKind
    }
    return conferrals.annotate(recipients=Count("awards"), **counts)
