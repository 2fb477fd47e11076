"""Whether a row tells enough to be an award: who, which award, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.rows import AwardRead, BookLine
from thidua.registry.books.values import cell_of
from thidua.registry.content.years import FIRST_YEAR
from thidua.registry.importing.award_names import suggestions
from thidua.registry.models import Award, Conferral

MOST_LETTERS: Final = {
    "name": Award._meta.get_field("recipient_name").max_length or 300,
    "post": Award._meta.get_field("post_then").max_length or 300,
    "unit": Award._meta.get_field("unit_then").max_length or 300,
    "decision_number": Conferral._meta.get_field("decision_number").max_length or 50,
    "authority": Conferral._meta.get_field("authority").max_length or 300,
    "award_text": Conferral._meta.get_field("award_form").max_length or 200,
    "reason": Conferral._meta.get_field("reason").max_length or 500,
}
Told = tuple[str, str]  # cell, sentence


def faults_of(line: BookLine, today: date, as_written: bool = False) -> list[Told]:
    """Return all that keeps the row out of the register, each with its cell; what its reader found comes first.

    `as_written`: a person has said that the award stays in its own words, without a code of the law data.
    """
    places = line.faults_at or ("",) * len(line.faults)
    found = [(cell, str(sentence)) for cell, sentence in zip(places, line.faults, strict=True)]
    if line.award is None:
        return found
    told = {cell for cell, _sentence in found}
    filled = {one.cell for one in line.written.values()}
    of_empty_cells = any(
        cell and cell not in filled for cell in told
    )  # the reader has spoken of what is missing
    for name, sentence in _own(line.award, today, as_written):
        cell = cell_of(line, name)
        if not (cell in told or (not cell and of_empty_cells)):
            found.append((cell, sentence))
    return found


def _own(award: AwardRead, today: date, as_written: bool) -> Iterator[Told]:
    """Yield (field, sentence)."""
    if not award.name:
        yield "name", _("There is no name. Write who received the award.")
    elif sum(letter.isalpha() for letter in award.name) < 2:
        yield "name", _("“%(text)s” is no name. Write who received the award.") % {"text": award.name}
    if not award.award_code and not (as_written and award.award_text):
        yield "award_code", _no_award(award.award_text, get_language() or "vi")
    yield from _undated(award, today)
    for name, most in MOST_LETTERS.items():
        if len(getattr(award, name)) > most:
            yield name, _("The text is longer than %(most)s letters. Shorten it.") % {"most": most}


def _undated(award: AwardRead, today: date) -> Iterator[Told]:
    day, year = award.decision_date, award.year
    if day is None and year is None:
        if award.decision_number:
            yield (
                "decision_number",
                _("Decision %(number)s needs its date or year: numbers start again each year.")
                % {"number": award.decision_number},
            )
        else:
            yield (
                "decision_date",
                _(
                    "Neither decision nor year is known. Write the date of the decision, or at least the year."
                ),
            )
    if day is not None and not date(FIRST_YEAR, 1, 1) <= day <= today:
        yield (
            "decision_date",
            _("%(day)s cannot be the date of a decision: write a day from %(first)s to today.")
            % {"day": format_date(day), "first": FIRST_YEAR},
        )
    if day is not None and day.year == year:
        return
    if year is not None and not FIRST_YEAR <= year <= today.year + 1:
        yield (
            "year",
            _("%(year)s cannot be the year of an award: write a year from %(first)s on.")
            % {"year": year, "first": FIRST_YEAR},
        )


@lru_cache(maxsize=4096)
def _no_award(text: str, language: str) -> str:
    """Return what to do about words that name no award, with the likeliest one; `language` only keys the memory."""
    if not fold(text):
        return _("There is no award. Write which one was given.")
    likely = suggestions([text])[text]
    if likely is None:
        return _("“%(text)s” names no award of the law data. Choose which one it is.") % {"text": text}
    name = load_law().awards[likely.code].name.vi
    return _("“%(text)s” names no award for certain. Is it “%(award)s”? Choose which one it is.") % {
        "text": text,
        "award": name,
    }
