"""What reports tell of gifts that have no receipt in a ledger, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries import GiftTotal, gift_totals
from thidua.core.indicators import Comparator
from thidua.web.shell import formats
from thidua.web.shell.gift_amounts import exact_amount, kind_name


@dataclass(frozen=True)
class Told:
    """What a report tells of one kind of gift that has no receipt in the ledger: «trên 20 tỷ đồng»."""

    kind: str
    total: str
    gifts: int
    provenance: str


def told_of(drive: Drive) -> list[Told]:
    """Return what is recorded without a receipt, by kind; one query."""
    return list(_told(gift_totals(Gift.objects.filter(drive=drive, voucher__isnull=True))))


def told_sum(amount: Decimal, *, least: bool) -> str:
    """Return money that a report tells of: «trên 20 tỷ đồng» where it is the `least` that came."""
    comparator = Comparator.ABOVE if least else Comparator.EQUAL
    return comparator.phrase(formats.money(amount), formats.page_language())


def _told(totals: Iterable[GiftTotal]) -> Iterable[Told]:
    for row in totals:
        words = ""
        if row.amount is not None:
            said = (
                formats.money(row.amount)
                if row.kind == GiftKind.MONEY
                else exact_amount(row.kind, row.amount)
            )
            comparator = Comparator.ABOVE if row.is_lower_bound else Comparator.EQUAL
            words = comparator.phrase(said, formats.page_language())
        yield Told(kind_name(row.kind), words, row.gifts, "illustrative" if row.has_marked else "")
