"""Awards by the names that the law gives them today; the Board's own provisions name no awards."""

from __future__ import annotations

from django.utils import timezone

from thidua.core.law.reading import load_law
from thidua.core.law.summaries.phrases import capitalised
from thidua.lawbook.spoken import said


def award_named(code: str) -> str:
    """Return the name of an award, its code where the law does not know it, "" for none."""
    award = load_law().awards.get(code) if code else None
    return said(capitalised(award.name_on(timezone.localdate()))) if award else code


def award_choices(empty: str) -> list[tuple[str, str]]:
    """Return the awards of the law for a select, by name, `empty` first."""
    book, today = load_law(), timezone.localdate()
    rows = [(code, said(capitalised(award.name_on(today)))) for code, award in book.awards.items()]
    return [("", empty), *sorted(rows, key=lambda row: row[1])]
