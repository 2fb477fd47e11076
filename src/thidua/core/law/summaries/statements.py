"""Single statements of an award on a day: who decides, and which common rules hold."""

from collections.abc import Sequence
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Authority, Award, CommonRule
from thidua.core.law.summaries.phrases import listed
from thidua.core.law.summaries.places import places, standing
from thidua.core.law.summaries.shapes import Piece


def authorities_on(book: LawBook, award: Award, on: date) -> tuple[Piece, ...]:
    """Return who decides on a day; empty when the book does not know."""
    return tuple(_authority(book, award, found) for found in award.decided_by if found.validity.covers(on))


def cites_on(book: LawBook, cited: Sequence[Citation], on: date) -> Sequence[Citation]:
    """Return the places in texts in force on a day; all of them where none is."""
    standing_now = [
        one for one in cited if one.text in book.texts and book.texts[one.text].validity.covers(on)
    ]
    return standing_now or cited


def rule_piece(book: LawBook, rule: CommonRule, on: date) -> Piece:
    """Return a common rule as one sentence, with its places in the texts in force on the day."""
    return Piece(
        says=rule.says,
        places=places(book, cites_on(book, rule.cites, on)),
        standing=standing(book, f"rule/{rule.id}", rule.certainty),
        since=rule.validity.since,
        until=rule.validity.until,
        note=rule.note,
    )


def _authority(book: LawBook, award: Award, found: Authority) -> Piece:
    return Piece(
        says=listed((book.word("authorities", code) for code in found.authorities), either=True),
        places=places(book, found.cites),
        standing=standing(
            book, f"authority/{award.code}@{found.validity.since.isoformat()}", found.certainty
        ),
        since=found.validity.since,
        until=found.validity.until,
        note=found.note,
    )
