"""Rows of the decisions room."""

from thidua.decisions.models.annex import DecisionAnnex
from thidua.decisions.models.certificate import Certificate, CertificateEvent
from thidua.decisions.models.decision import Decision
from thidua.decisions.models.external_result import ExternalResult
from thidua.decisions.models.fund import FundEntry
from thidua.decisions.models.handing_over import HandingOver
from thidua.decisions.models.line import DecisionLine
from thidua.decisions.models.printing import PrintBatch, Printer, PrintPart
from thidua.decisions.models.sequence import NumberSequence
from thidua.decisions.models.submission import ProposedLine, Submission
from thidua.decisions.models.template import DocumentTemplate

__all__ = [
    "Certificate",
    "CertificateEvent",
    "Decision",
    "DecisionAnnex",
    "DecisionLine",
    "DocumentTemplate",
    "ExternalResult",
    "FundEntry",
    "HandingOver",
    "NumberSequence",
    "PrintBatch",
    "PrintPart",
    "Printer",
    "ProposedLine",
    "Submission",
]
