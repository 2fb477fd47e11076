"""Names of awards for a page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from thidua.lawbook.queries import current_book
from thidua.nominations.models import Nomination
from thidua.web.workspace.nominations.verdicts import award_name


def award_names(rows: Iterable[Nomination]) -> dict[str, str]:
    """Return by code the names of the awards of `rows`."""
    book, today = current_book(), timezone.localdate()
    return {code: award_name(book, code, today) for code in {row.award_code for row in rows}}
