"""Reads of the council room. None tells a vote while votes are still taken."""

from thidua.council.queries.ballots import BallotLine, ballot_of, vote_of
from thidua.council.queries.conflicts import Conflict, found_conflicts
from thidua.council.queries.law import counted_over, quorum_for, votes_for
from thidua.council.queries.members import Seat, declared_ties, other_terms, seats
from thidua.council.queries.paper import PaperItem, paper_items
from thidua.council.queries.receipts import is_counted, published_receipts
from thidua.council.queries.regulations import ground_of, percent_of, regulation_on, regulations_of
from thidua.council.queries.results import NotClosedYet, latest_results, open_votes, results
from thidua.council.queries.session_paper import base_in_words, session_paper, threshold_in_words
from thidua.council.queries.turnout import Turnout, fewest_in_secret, turnout

__all__ = [
    "BallotLine",
    "Conflict",
    "NotClosedYet",
    "PaperItem",
    "Seat",
    "Turnout",
    "ballot_of",
    "base_in_words",
    "counted_over",
    "declared_ties",
    "fewest_in_secret",
    "found_conflicts",
    "ground_of",
    "is_counted",
    "latest_results",
    "open_votes",
    "other_terms",
    "paper_items",
    "percent_of",
    "published_receipts",
    "quorum_for",
    "regulation_on",
    "regulations_of",
    "results",
    "seats",
    "session_paper",
    "threshold_in_words",
    "turnout",
    "vote_of",
    "votes_for",
]
