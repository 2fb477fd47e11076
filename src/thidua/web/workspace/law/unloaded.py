"""The text in force whose own content is not loaded, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import LegalText
from thidua.core.law.summaries.in_force import text_not_loaded


@dataclass(frozen=True)
class Unloaded:
    """A text in force that is not loaded (for some awards or for all); `lifted`: the Board lets verdicts stand."""

    text: LegalText
    lifted: bool


def unloaded_on(book: LawBook, day: date, award: str = "") -> Unloaded | None:
    """Return the text of a day that is not loaded, for one award or for any at all."""
    wanted = [book.awards[award]] if award else list(book.awards.values())
    texts = (text_not_loaded(book, one, day) for one in wanted)
    found = next((text for text in texts if text is not None), None)
    return Unloaded(found, found.code in book.choices.caps_lifted) if found else None
