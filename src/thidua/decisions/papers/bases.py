"""The legal bases of a decision: the texts in force on its day that its awards rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Certainty, LegalText
from thidua.core.vietnamese.dates import format_document_date

_ORDER: Final = ("law", "decree", "circular", "decision")
_UNVERIFIED: Final = (Certainty.MEMORY, Certainty.LOW)


def legal_bases(book: LawBook, awards: Collection[str], day: date) -> tuple[str, ...]:
    """Return the texts as printed, laws first: «Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022».

    A text that is cited, but amended or followed by one in force, is named by that one. Decree 30/2020/NĐ-CP,
    appendix I: kind, number, day, issuing body and abstract of each; a law without number and body.
    """
    named = {code for award in awards for code in _cited(book, award, day)}
    standing = [
        text
        for text in book.texts.values()
        if text.validity.covers(day) and (text.code in named or text.evaluates in named)
    ]
    found = {one.code: one for text in standing for one in _written_for(book, text, day)}
    in_order = sorted(
        found.values(),
        key=lambda text: (_ORDER.index(text.kind), text.issued or text.validity.since, text.code),
    )
    return tuple(f"Căn cứ {as_printed(text)}" for text in in_order)


def as_printed(text: LegalText) -> str:
    """Return «Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định …».

    What the law data does not know of a text, its day or who issued it, is left out.
    """
    before, known, after = text.name.vi.partition(text.number)
    if not known:
        return text.name.vi
    parts = [before.strip()]
    if text.kind != "law":
        parts.append(f"số {text.number}")
    if text.issued:
        parts.append(format_document_date(text.issued))
    if text.issuer:
        parts.append(f"của {text.issuer.vi}")
    return " ".join(part for part in (*parts, after.strip()) if part)


def _written_for(book: LawBook, text: LegalText, day: date) -> Iterator[LegalText]:
    """Yield a text, or in place of an amended one the text that was amended and what amends it."""
    if not text.evaluates:
        yield text
        return
    yield from (book.texts[code] for code in text.amends)
    for other in book.texts.values():
        amends_the_same = set(other.amends) & set(text.amends) and not other.evaluates
        if amends_the_same and other.validity.covers(day) and other.certainty not in _UNVERIFIED:
            yield other


def _cited(book: LawBook, code: str, day: date) -> set[str]:
    award = book.awards[code]
    cites = list(award.articles)
    for group in (award.decided_by, award.bonus, award.alternatives):
        for one in group:
            if one.validity.covers(day):
                cites += one.cites
    texts = {cite.text: book.texts[cite.text] for cite in cites if cite.text in book.texts}
    # A regulation that is kept as a model is in force for nobody here.
    return {name for name, text in texts.items() if text.kind in _ORDER and not text.model}
