"""Changes of caps, votes, time limits and publicity in one sentence each, with both values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award
from thidua.core.law.summaries.phrases import joined, said, sentence, without_stop
from thidua.core.law.summaries.procedure import procedure_values
from thidua.core.law.summaries.shapes import Piece, Topic

_ORDER: Final[tuple[Topic, ...]] = ("quotas", "votes", "deadlines", "publicity", "other")
_NO_CAP: Final = Wording("không khống chế", "no cap")
_OPENINGS: Final[Mapping[str, Wording]] = {
    "ended": Wording("Bỏ tỷ lệ khống chế", "The cap is dropped"),
    "set": Wording("Đặt tỷ lệ khống chế", "A cap is set"),
    "votes": Wording("Biểu quyết của Hội đồng", "Vote of the council"),
}


@dataclass(frozen=True)
class ProcedureChange:
    """A value of the procedure that differs between two days; both sides are known."""

    topic: Topic
    subject: Wording
    before: Piece
    after: Piece


def changed_procedure(book: LawBook, award: Award, before: date, after: date) -> tuple[ProcedureChange, ...]:
    """Return what changed, caps and votes first. A value known on one side only is not called a change."""
    old, new = procedure_values(book, award, before), procedure_values(book, award, after)
    found = [
        ProcedureChange(key[0], subject, old[key][1], piece)
        for key, (subject, piece) in new.items()
        if key in old and old[key][1].says != piece.says
    ]
    return tuple(sorted(found, key=lambda change: _ORDER.index(change.topic)))


def procedure_sentence(change: ProcedureChange) -> Wording:
    """Return «Bỏ tỷ lệ khống chế (Tỷ lệ …) – trước: không quá 15% …; nay: không khống chế»."""
    return sentence(
        said(
            "{head} – trước: {old}; nay: {new}{unsure}",
            "{head} – before: {old}; now: {new}{unsure}",
            head=_head(change),
            old=change.before.says,
            new=change.after.says,
            unsure=_unsure(change),
        )
    )


def _head(change: ProcedureChange) -> Wording:
    opening = None
    if change.topic == "votes":
        opening = "votes"
    elif change.topic == "quotas" and _NO_CAP in (change.before.says, change.after.says):
        opening = "ended" if change.after.says == _NO_CAP else "set"
    if opening is None:
        return change.subject
    if opening == "votes":
        return _OPENINGS[opening]
    return said(
        "{opening} ({subject})",
        "{opening} ({subject})",
        opening=_OPENINGS[opening],
        subject=change.subject,
    )


def _unsure(change: ProcedureChange) -> Wording:
    """Return in brackets how far both values may be relied on, where that is less than certain."""
    unsure = [
        piece.standing.words for piece in (change.before, change.after) if piece.standing.needs_checking
    ]
    if not unsure:
        return Wording("", "")
    words = joined((without_stop(one) for one in dict.fromkeys(unsure)), "; ")
    return said(" ({words})", " ({words})", words=words)
