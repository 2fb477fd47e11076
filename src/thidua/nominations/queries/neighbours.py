"""What is next to a dossier in a list, and who else has it open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from thidua.accounts.models import User
from thidua.nominations.models import Dossier, DossierVisit

# So long after the last page somebody is taken to be still reading.
STILL_READING: Final = timedelta(minutes=15)


@dataclass(frozen=True)
class Neighbours:
    """The codes before and after a dossier, empty at the ends; `place` from 1, 0 where it is not in the list."""

    place: int
    count: int
    before: str
    after: str


def neighbours(rows: QuerySet[Dossier], code: str) -> Neighbours:
    """Return what stands beside `code` in `rows`; after one that left the list comes the first. One query."""
    codes = list(rows.values_list("code", flat=True))
    if code not in codes:
        return Neighbours(0, len(codes), "", codes[0] if codes else "")
    at = codes.index(code)
    return Neighbours(
        place=at + 1,
        count=len(codes),
        before=codes[at - 1] if at else "",
        after=codes[at + 1] if at + 1 < len(codes) else "",
    )


def others_reading(dossier: Dossier, user: User, now: datetime) -> list[DossierVisit]:
    """Return who else opened `dossier` within the last minutes, the latest first; one query."""
    rows = DossierVisit.objects.filter(dossier=dossier, at__gt=now - STILL_READING).exclude(user=user)
    return list(rows.select_related("user").order_by("-at", "pk"))
