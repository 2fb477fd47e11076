"""Rows of the council room."""

from thidua.council.models.agenda import AgendaItem
from thidua.council.models.attendance import Attendance
from thidua.council.models.ballot_box import BallotPaper, CountedReceipt, SealedBallot
from thidua.council.models.interest import InterestDeclaration
from thidua.council.models.member import CouncilMember
from thidua.council.models.paper_count import PaperCount
from thidua.council.models.recusal import Recusal
from thidua.council.models.regulation import CouncilRegulation
from thidua.council.models.result import ItemResult
from thidua.council.models.session import Session
from thidua.council.models.voting import NamedVote, Voted, WrittenVote

__all__ = [
    "AgendaItem",
    "Attendance",
    "BallotPaper",
    "CouncilMember",
    "CouncilRegulation",
    "CountedReceipt",
    "InterestDeclaration",
    "ItemResult",
    "NamedVote",
    "PaperCount",
    "Recusal",
    "SealedBallot",
    "Session",
    "Voted",
    "WrittenVote",
]
