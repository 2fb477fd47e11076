"""Who has sent and who has not, in the latest rounds of what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.targets.models import ReportingRound
from thidua.targets.queries import SheetState, completeness
from thidua.web.shell.access import signed_in
from thidua.web.workspace.figures.dashboard.choice import Choice

MOST: Final = 2


@dataclass(frozen=True)
class RoundLine:
    """One round: «8/11 đơn vị đã nộp», and the names of those the office waits for."""

    name: str
    provenance: str
    due_on: date
    is_over: bool
    sent: int
    asked: int
    awaited: tuple[SheetState, ...]


def rounds(request: HttpRequest, choice: Choice) -> list[RoundLine]:
    """Return the latest rounds of the movement or of the unit's year; three queries for each of them."""
    today = timezone.localdate()
    seen = units_where(signed_in(request), Right.SEE_FIGURES).order_by().values("pk")
    rows = ReportingRound.objects.filter(
        opened_by__in=seen, ends_on__range=(date(choice.year, 1, 1), choice.period.end)
    )
    here = Q(opened_by=choice.unit) if choice.movement is None else Q(movement=choice.movement)
    found = [completeness(row, today) for row in rows.filter(here).order_by("-ends_on", "-pk")[:MOST]]
    return [
        RoundLine(
            name=one.round.name,
            provenance=one.round.provenance,
            due_on=one.round.due_on,
            is_over=one.round.due_on < today,
            sent=one.sent,
            asked=one.asked,
            awaited=one.awaited,
        )
        for one in found
    ]
