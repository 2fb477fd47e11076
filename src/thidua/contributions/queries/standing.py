"""Gifts that count: all but those whose receipt was reversed."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.contributions.models import Gift


def standing(gifts: QuerySet[Gift]) -> QuerySet[Gift]:
    """Return `gifts` without those that a line of the ledger took back; gifts without a receipt stay."""
    return gifts.filter(voucher__reversed_on__isnull=True)
