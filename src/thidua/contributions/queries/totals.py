"""Sums of gifts by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, Q, QuerySet, Sum

from thidua.contributions.models import Gift
from thidua.contributions.queries.standing import standing
from thidua.support.provenance import Provenance


@dataclass(frozen=True)
class GiftTotal:
    """The sum of one kind of gift.

    `amount` is in đồng, m² or days; None when no gift of the kind states one. The sum is a lower bound when any
    part of it is, or when a gift states no amount: what is left out can only add to it.
    """

    kind: str
    amount: Decimal | None
    gifts: int
    without_amount: int
    is_lower_bound: bool
    as_of: date
    has_marked: bool


def gift_totals(gifts: QuerySet[Gift]) -> list[GiftTotal]:
    """Return one total per kind that occurs in `gifts`, ordered by kind, in one query; reversed gifts count not."""
    marked = Q(provenance__in=[Provenance.ILLUSTRATIVE, Provenance.TEST])
    rows = (
        standing(gifts)
        .order_by()
        .values("kind")
        .annotate(
            total=Sum("amount"),
            gifts=Count("id"),
            without_amount=Count("id", filter=Q(amount__isnull=True)),
            lower_bounds=Count("id", filter=Q(is_lower_bound=True)),
            as_of=Max("as_of"),
            marked=Count("id", filter=marked),
        )
        .order_by("kind")
    )
    return [
        GiftTotal(
            kind=row["kind"],
            amount=row["total"],
            gifts=row["gifts"],
            without_amount=row["without_amount"],
            is_lower_bound=bool(row["lower_bounds"] or (row["without_amount"] and row["total"])),
            as_of=row["as_of"],
            has_marked=bool(row["marked"]),
        )
        for row in rows
    ]
