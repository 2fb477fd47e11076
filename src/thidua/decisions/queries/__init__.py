"""Reads of the decisions room."""

from thidua.decisions.queries.annex import AnnexGroupRows, annex_of, golden_book, handing_over_list
from thidua.decisions.queries.certificates import CertificateFacts, certificate_facts, unprinted
from thidua.decisions.queries.council_list import Difference, difference_from_council, votes_on
from thidua.decisions.queries.fund import FundBalance, fund_balance
from thidua.decisions.queries.waiting import (
    WaitingDecision,
    open_amounts,
    proposals_without_decision,
    to_sign,
    waiting_for,
)

__all__ = [
    "AnnexGroupRows",
    "CertificateFacts",
    "Difference",
    "FundBalance",
    "WaitingDecision",
    "annex_of",
    "certificate_facts",
    "difference_from_council",
    "fund_balance",
    "golden_book",
    "handing_over_list",
    "open_amounts",
    "proposals_without_decision",
    "to_sign",
    "unprinted",
    "votes_on",
    "waiting_for",
]
