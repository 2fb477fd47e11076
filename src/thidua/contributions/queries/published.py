"""Which months of a ledger are published, and which may be."""

from __future__ import annotations

from datetime import date

from thidua.contributions.models import Drive


def published_until(drive: Drive) -> date | None:
    """Return the last day of the last published month, or None. One query."""
    return drive.statements.order_by("-ends_on").values_list("ends_on", flat=True).first()


def months_to_publish(drive: Drive, today: date) -> list[tuple[int, int]]:
    """Return (year, month) of the months that are over, have lines and no statement yet, the oldest first."""
    days = drive.ledger_lines.order_by().values_list("entered_on", flat=True).distinct()
    published = set(drive.statements.order_by().values_list("year", "month"))
    found = {(day.year, day.month) for day in days if (day.year, day.month) < (today.year, today.month)}
    return sorted(found - published)
