"""What was imported from bank statements."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Count, Max, Min, Q, Sum

from thidua.contributions.models import Drive

BANK_MARK: Final = "NH "  # before the bank's number of the transaction, in `Gift.receipt`


@dataclass(frozen=True)
class BankImport:
    """One import: its first gift, what it is called, its receipts, those that still stand, and their sum in đồng."""

    first: int
    source: str
    receipts: int
    standing: int
    total: Decimal


def bank_imports_of(drive: Drive) -> list[BankImport]:
    """Return the imports of the drive, the newest first; one query."""
    stands = Q(voucher__reversed_on__isnull=True)
    rows = (
        drive.gifts.filter(receipt__startswith=BANK_MARK, voucher__isnull=False)
        .order_by()
        .values("source")
        .annotate(
            first=Min("pk"),
            newest=Max("pk"),
            receipts=Count("pk"),
            standing=Count("pk", filter=stands),
            total=Sum("amount", filter=stands, default=Decimal(0)),
        )
        .order_by("-newest")
    )
    return [
        BankImport(row["first"], row["source"], row["receipts"], row["standing"], row["total"])
        for row in rows
    ]
