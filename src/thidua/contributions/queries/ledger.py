"""What a drive received, gave on and has left, read from the lines of its ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Sum, When

from thidua.contributions.amounts import from_parts
from thidua.contributions.enums import Entry
from thidua.contributions.models import Drive, LedgerLine, Pledge, Receipt

_RECEIVED = Q(entry=Entry.RECEIVED)
_ALLOCATED = Q(entry=Entry.ALLOCATED)


@dataclass(frozen=True)
class Balance:
    """One kind of gift in the ledger, in đồng, m² or days; what was reversed counts in nothing."""

    kind: str
    received: Decimal
    allocated: Decimal

    @property
    def left(self) -> Decimal:
        """What has not been given on."""
        return self.received - self.allocated


def balances(lines: QuerySet[LedgerLine]) -> list[Balance]:
    """Return the balance of each kind that occurs in `lines`, ordered by kind, in one query."""
    rows = (
        lines.order_by()
        .values("kind")
        .annotate(
            received=Sum("parts", filter=_RECEIVED, default=0),
            allocated=Sum("parts", filter=_ALLOCATED, default=0),
        )
        .order_by("kind")
    )
    return [
        Balance(
            kind=row["kind"],
            received=from_parts(row["kind"], row["received"]),
            allocated=from_parts(row["kind"], row["allocated"]),
        )
        for row in rows
    ]


def free_parts(drive: Drive, kind: str, since: date) -> int:
    """Return how many parts of `kind` may leave the drive on `since`: the lowest rest from that day on.

    What is given away on a day must not leave a later day short. One query.
    """
    signed = Case(When(_ALLOCATED, then=-F("parts")), default=F("parts"), output_field=BigIntegerField())
    days = (
        LedgerLine.objects.filter(drive=drive, kind=kind)
        .order_by()
        .values("entered_on")
        .annotate(change=Sum(signed))
        .order_by("entered_on")
    )
    changes = [(row["entered_on"], row["change"]) for row in days]
    before = sum(change for day, change in changes if day <= since)
    lowest: int = min(accumulate((change for day, change in changes if day > since), initial=before))
    return lowest


def unspent_parts(receipt: Receipt) -> int:
    """Return how many parts of this one gift no standing allocation names as its source. Two queries."""
    came: int = receipt.ledger_lines.aggregate(came=Sum("parts", default=0))["came"]
    named = receipt.allocations.filter(reversed_on__isnull=True)
    went: int = named.aggregate(went=Sum("parts", default=0))["went"]
    return came - went


def pledge_kept(pledge: Pledge) -> Decimal:
    """Return what was received on `pledge`, in đồng, m² or days; reversed receipts count in nothing."""
    lines = LedgerLine.objects.filter(receipt__pledge=pledge)
    kept: int = lines.aggregate(kept=Sum("parts", default=0))["kept"]
    return from_parts(pledge.kind, kept)
