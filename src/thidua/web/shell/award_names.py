"""Names of awards by the law book of today."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from thidua.core.law.summaries.phrases import capitalised
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said


def award_names(codes: Iterable[str]) -> dict[str, str]:
    """Return by code the names of awards today; the code where the law book does not know it."""
    book, today = current_book(), timezone.localdate()
    return {
        code: said(capitalised(book.awards[code].name_on(today))) if code in book.awards else code
        for code in set(codes)
    }
