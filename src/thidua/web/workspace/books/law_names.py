"""Awards by the names that the law book gives them today."""

from __future__ import annotations

from django.utils import timezone

from thidua.core.law.summaries.phrases import capitalised
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said


def award_named(code: str) -> str:
    """Return the name of an award, its code where the book does not know it, "" for none."""
    award = current_book().awards.get(code) if code else None
    return said(capitalised(award.name_on(timezone.localdate()))) if award else code


def award_choices(empty: str) -> list[tuple[str, str]]:
    """Return the awards of the law book for a select, by name, `empty` first."""
    book, today = current_book(), timezone.localdate()
    rows = [(code, said(capitalised(award.name_on(today)))) for code, award in book.awards.items()]
    return [("", empty), *sorted(rows, key=lambda row: row[1])]
