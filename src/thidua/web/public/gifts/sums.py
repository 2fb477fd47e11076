"""What a drive was promised, received, gave on and has left, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive
from thidua.contributions.queries import Balance, balances, promised
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


def _sums(kind: str, balance: Balance, hoped: Decimal | None) -> KindSums:
    return KindSums(
        kind=kind_name(kind),
        promised="" if hoped is None else exact_amount(kind, hoped),
        received=exact_amount(kind, balance.received),
        allocated=exact_amount(kind, balance.allocated),
        left=exact_amount(kind, balance.left),
    )
