"""Reads of the decisions room."""

from thidua.decisions.queries.annex import AnnexGroupRows, annex_of, golden_book, handing_over_list
from thidua.decisions.queries.certificate_changes import CertificateChange, certificate_changes
from thidua.decisions.queries.certificate_search import (
    COUNTING,
    AwardProgress,
    batches_of,
    progress_of,
    searched,
)
from thidua.decisions.queries.certificates import CertificateFacts, certificate_facts, known_codes, unprinted
from thidua.decisions.queries.council_list import Difference, difference_from_council, votes_on
from thidua.decisions.queries.fund import (
    FundBalance,
    FundCheck,
    fund_balance,
    fund_check,
    fund_years,
    funds_seen_by,
    ledger,
    money_by_decision,
)
from thidua.decisions.queries.prizes import (
    PrizePaper,
    certificates_of_prize,
    editions_to_propose,
    may_be_proposed,
    prize_decision,
    prize_proposal,
    public_prize_paper,
)
from thidua.decisions.queries.signature import SignatureCheck, check_bytes, check_signature
from thidua.decisions.queries.state_level import AwaitedProposal, awaited_proposals, nominees_of
from thidua.decisions.queries.templates import (
    TemplateLine,
    content_of,
    present_template,
    template_lines,
    template_of,
    versions_of,
)
from thidua.decisions.queries.waiting import (
    WaitingDecision,
    letters_to_draft,
    open_amounts,
    proposals_without_decision,
    to_sign,
    unfinished_of,
    waiting_for,
    with_names,
)

__all__ = [
    "COUNTING",
    "AnnexGroupRows",
    "AwaitedProposal",
    "AwardProgress",
    "CertificateChange",
    "CertificateFacts",
    "Difference",
    "FundBalance",
    "FundCheck",
    "PrizePaper",
    "SignatureCheck",
    "TemplateLine",
    "WaitingDecision",
    "annex_of",
    "awaited_proposals",
    "batches_of",
    "certificate_changes",
    "certificate_facts",
    "certificates_of_prize",
    "check_bytes",
    "check_signature",
    "content_of",
    "difference_from_council",
    "editions_to_propose",
    "fund_balance",
    "fund_check",
    "fund_years",
    "funds_seen_by",
    "golden_book",
    "handing_over_list",
    "known_codes",
    "ledger",
    "letters_to_draft",
    "may_be_proposed",
    "money_by_decision",
    "nominees_of",
    "open_amounts",
    "present_template",
    "prize_decision",
    "prize_proposal",
    "progress_of",
    "proposals_without_decision",
    "public_prize_paper",
    "searched",
    "template_lines",
    "template_of",
    "to_sign",
    "unfinished_of",
    "unprinted",
    "versions_of",
    "votes_on",
    "waiting_for",
    "with_names",
]
