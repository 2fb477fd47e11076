"""What a drive was promised, received, gave on and has left, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries import Balance, GiftTotal, balances, gift_totals, promised
from thidua.core.indicators import Comparator
from thidua.web.shell import formats
from thidua.web.shell.charts import CellBar, cell_bar
from thidua.web.shell.gift_amounts import exact_amount, kind_name


@dataclass(frozen=True)
class KindSums:
    """One kind of gift in words; `promised` is "" where nothing was."""

    kind: str
    promised: str
    received: str
    allocated: str
    left: str


@dataclass(frozen=True)
class Told:
    """What a report tells of one kind of gift that has no receipt in the ledger: «trên 20 tỷ đồng»."""

    kind: str
    total: str
    gifts: int
    provenance: str


def sums_of(drive: Drive) -> list[KindSums]:
    """Return the sums of each kind in the order of the list of kinds; two queries."""
    known = {balance.kind: balance for balance in balances(drive.ledger_lines.all())}
    hoped = promised(drive)
    return [
        _sums(kind, known.get(kind) or Balance(kind, Decimal(0), Decimal(0)), hoped.get(kind))
        for kind in GiftKind.values
        if kind in known or kind in hoped
    ]


def target_bar(drive: Drive) -> CellBar | None:
    """Return how much of the target came, as a bar with its words; None without a target. One query."""
    if drive.target is None:
        return None
    money = balances(drive.ledger_lines.filter(kind=GiftKind.MONEY))
    received = money[0].received if money else Decimal(0)
    share = formats.percent(100 * received / drive.target, 1)
    words = _("%(received)s of %(target)s (%(share)s)") % {
        "received": exact_amount(GiftKind.MONEY, received),
        "target": exact_amount(GiftKind.MONEY, Decimal(drive.target)),
        "share": share,
    }
    return cell_bar(received, largest=drive.target, shown=words)


def told_of(drive: Drive) -> list[Told]:
    """Return what is recorded without a receipt, by kind; one query."""
    return list(_told(gift_totals(Gift.objects.filter(drive=drive, voucher__isnull=True))))


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


def _sums(kind: str, balance: Balance, hoped: Decimal | None) -> KindSums:
    return KindSums(
        kind=kind_name(kind),
        promised="" if hoped is None else exact_amount(kind, hoped),
        received=exact_amount(kind, balance.received),
        allocated=exact_amount(kind, balance.allocated),
        left=exact_amount(kind, balance.left),
    )
