"""Reads of the contests room."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from thidua.contests.models import Edition
from thidua.registry.enums import RecipientKind


def with_counts(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Annotate each edition with `winners` and, per recipient kind, `collectives`, `individuals`, …"""
    counts = {
        f"{kind.value}s": Count("results", filter=Q(results__recipient_kind=kind.value))
        for kind in RecipientKind
    }
    return editions.annotate(winners=Count("results"), **counts)
