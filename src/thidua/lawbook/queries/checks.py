"""Provisions compared with the official text: which comparisons still hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.core.law.book import Check, LawBook
from thidua.lawbook.models import ProvisionCheck
from thidua.lawbook.provisions import fingerprint


@dataclass(frozen=True)
class CheckMade:
    """The newest standing check of a provision; `stale`: the provision has been changed since."""

    pk: int
    provision: str
    by: str
    on: date
    note: str
    stale: bool


def checks_made(book: LawBook) -> dict[str, CheckMade]:
    """Return the newest standing check of each provision, judged against `book`; one query."""
    rows = ProvisionCheck.objects.filter(withdrawn_at__isnull=True).select_related("checked_by")
    return {
        row.provision: CheckMade(
            pk=row.pk,
            provision=row.provision,
            by=row.checked_by.get_full_name(),
            on=row.checked_on,
            note=row.note,
            stale=row.fingerprint != fingerprint(book, row.provision),
        )
        for row in rows.order_by("id")
    }


def history_of_checks(provision: str) -> QuerySet[ProvisionCheck]:
    """Return every check of `provision`, newest first, withdrawn ones too."""
    return ProvisionCheck.objects.filter(provision=provision).select_related("checked_by", "withdrawn_by")


def valid(made: dict[str, CheckMade]) -> dict[str, Check]:
    """Return the checks that hold, as the engine reads them."""
    return {
        provision: Check(by=check.by, on=check.on, note=check.note)
        for provision, check in made.items()
        if not check.stale
    }
