"""Rows of the contributions room."""

from thidua.contributions.models.allocation import Allocation
from thidua.contributions.models.drive import Drive
from thidua.contributions.models.gift import Gift
from thidua.contributions.models.ledger_line import LedgerLine
from thidua.contributions.models.monthly_statement import MonthlyStatement
from thidua.contributions.models.pledge import Pledge
from thidua.contributions.models.proof import Proof
from thidua.contributions.models.receipt import Receipt

__all__ = [
    "Allocation",
    "Drive",
    "Gift",
    "LedgerLine",
    "MonthlyStatement",
    "Pledge",
    "Proof",
    "Receipt",
]
