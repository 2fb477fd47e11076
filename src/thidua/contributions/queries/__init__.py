"""Reads of the contributions room."""

from thidua.contributions.queries.bank_imports import BANK_MARK, BankImport, bank_imports_of
from thidua.contributions.queries.desk import allocations_of, open_pledges, receipts_of, with_waiting
from thidua.contributions.queries.donors import public_name
from thidua.contributions.queries.drives import is_running, running, state_of, with_money, with_told
from thidua.contributions.queries.ledger import Balance, balances, free_parts, pledge_kept, unspent_parts
from thidua.contributions.queries.published import months_to_publish, published_until
from thidua.contributions.queries.standing import standing
from thidua.contributions.queries.statement import (
    MonthOfKind,
    PublicLine,
    ledger_of,
    lines_about,
    month_of,
    public_line,
    public_lines,
)
from thidua.contributions.queries.stories import (
    pledge_with,
    promised,
    receipt_of,
    standing_proofs,
    works_of,
    works_paid_by,
)
from thidua.contributions.queries.totals import GiftTotal, gift_totals

__all__ = [
    "BANK_MARK",
    "Balance",
    "BankImport",
    "GiftTotal",
    "MonthOfKind",
    "PublicLine",
    "allocations_of",
    "balances",
    "bank_imports_of",
    "free_parts",
    "gift_totals",
    "is_running",
    "ledger_of",
    "lines_about",
    "month_of",
    "months_to_publish",
    "open_pledges",
    "pledge_kept",
    "pledge_with",
    "promised",
    "public_line",
    "public_lines",
    "public_name",
    "published_until",
    "receipt_of",
    "receipts_of",
    "running",
    "standing",
    "standing_proofs",
    "state_of",
    "unspent_parts",
    "with_money",
    "with_told",
    "with_waiting",
    "works_of",
    "works_paid_by",
]
