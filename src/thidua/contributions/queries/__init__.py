"""Reads of the contributions room."""

from thidua.contributions.queries.ledger import Balance, balances, free_parts, pledge_kept, unspent_parts
from thidua.contributions.queries.standing import standing
from thidua.contributions.queries.statement import MonthOfKind, PublicLine, month_of, public_lines
from thidua.contributions.queries.totals import GiftTotal, gift_totals

__all__ = [
    "Balance",
    "GiftTotal",
    "MonthOfKind",
    "PublicLine",
    "balances",
    "free_parts",
    "gift_totals",
    "month_of",
    "pledge_kept",
    "public_lines",
    "standing",
    "unspent_parts",
]
