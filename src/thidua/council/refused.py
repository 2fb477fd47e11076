"""Refusals of the council that are written to the log, beside missing rights."""

from __future__ import annotations

from datetime import datetime

from thidua.support.refusals import NotAllowed, Refused, Sentence


class VotedAlready(Refused):
    """The member's vote is in; `at` says since when."""

    def __init__(self, sentence: Sentence, at: datetime) -> None:
        self.at = at
        super().__init__(sentence)


class VotingOver(Refused):
    """No vote is taken any more, or not yet."""


class BoxExchanged(Refused):
    """The public key of the box is not the one that the installation made: somebody else would read the votes."""


TOLD_IN_LOG = (NotAllowed, VotedAlready, VotingOver, BoxExchanged)
