"""What changed for an award between two days, as a lawyer would put it."""

from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.bonus_changes import bonus_changes
from thidua.core.law.summaries.lead import lead_sentences
from thidua.core.law.summaries.other_changes import procedure_changes, rule_changes
from thidua.core.law.summaries.plain_changes import authority_changes, name_changes, text_changes
from thidua.core.law.summaries.procedure_changes import changed_procedure
from thidua.core.law.summaries.shapes import Changes
from thidua.core.law.summaries.standard_changes import standard_changes


def compare(book: LawBook, award_code: str, before: date, after: date) -> Changes:
    """Return what changed from one day to a later one.

    Raises KeyError for an award the book does not hold, ValueError when the days are not in order.
    """
    if after < before:
        raise ValueError(f"a comparison does not run backwards: {before} to {after}")
    award = book.awards[award_code]
    old, new = summarise(book, award_code, before), summarise(book, award_code, after)
    sections = [
        text_changes(book, old, new),
        name_changes(old, new),
        authority_changes(old, new),
        standard_changes(book, award, before, after),
        bonus_changes(old, new),
        procedure_changes(book, award, before, after),
        rule_changes(book, award, before, after),
    ]
    shown = tuple(section for section in sections if section is not None)
    lead = lead_sentences(old, new, shown, changed_procedure(book, award, before, after))
    return Changes(award_code, old, new, lead, shown)
