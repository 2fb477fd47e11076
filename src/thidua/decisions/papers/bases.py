"""The legal bases of a decision: the texts in force on its day that its awards rest on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import LegalText

_ORDER = ("law", "decree", "circular", "decision")


def legal_bases(book: LawBook, awards: Collection[str], day: date) -> tuple[str, ...]:
    """Return the texts as printed, laws first: «Căn cứ Luật Thi đua, khen thưởng 06/2022/QH15».

    A text that is cited, but amended or followed by one in force, is named by that one.
    """
    named = {code for award in awards for code in _cited(book, award, day)}
    standing = {
        text.code: text
        for text in book.texts.values()
        if text.validity.covers(day) and (text.code in named or text.evaluates in named)
    }
    found = sorted(standing.values(), key=lambda text: (_ORDER.index(text.kind), text.code))
    return tuple(f"Căn cứ {_as_printed(text)}" for text in found)


def _cited(book: LawBook, code: str, day: date) -> set[str]:
    award = book.awards[code]
    cites = list(award.articles)
    for group in (award.decided_by, award.bonus, award.alternatives):
        for one in group:
            if one.validity.covers(day):
                cites += one.cites
    return {cite.text for cite in cites if cite.text in book.texts and book.texts[cite.text].kind in _ORDER}


def _as_printed(text: LegalText) -> str:
    return text.name.vi
