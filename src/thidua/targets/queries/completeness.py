"""Who has sent and who has not, round by round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.core.periods import Period
from thidua.core.workflow.reporting import ACCEPTED, AWAITED, DRAFT, LOCKED, NOT_STARTED, RETURNED, SUBMITTED
from thidua.orgs.queries import names_as_of
from thidua.targets.models import Cell, Reminder, ReportingRound, RoundIndicator, Sheet


@dataclass(frozen=True)
class SheetState:
    """Where one unit stands in a round; `filled` of `asked` rows have something typed."""

    sheet_id: int
    unit_id: int
    unit_key: str
    unit_name: str
    state: str
    filled: int
    asked: int
    first_submitted_on: date | None
    submitted_at: datetime | None
    submitted_by: str
    is_accepted: bool
    is_late: bool
    is_awaited: bool
    reminders: int
    last_reminded_at: datetime | None
    reopen_request: str


@dataclass(frozen=True)
class Completeness:
    """A round with the state of each unit: first those who have sent nothing."""

    round: ReportingRound
    period: Period
    sheets: tuple[SheetState, ...]

    @property
    def asked(self) -> int:
        """How many units were asked."""
        return len(self.sheets)

    @property
    def sent(self) -> int:
        """How many have sent at least once and do not have the sheet back."""
        return sum(not sheet.is_awaited and sheet.first_submitted_on is not None for sheet in self.sheets)

    @property
    def accepted(self) -> int:
        """How many are accepted."""
        return sum(sheet.is_accepted for sheet in self.sheets)

    @property
    def waiting(self) -> int:
        """How many wait for a decision of the office."""
        return sum(sheet.state == SUBMITTED for sheet in self.sheets)

    @property
    def awaited(self) -> tuple[SheetState, ...]:
        """The units that the office waits for."""
        return tuple(sheet for sheet in self.sheets if sheet.is_awaited)


# What the office has to run after comes first.
_ORDER: Final = {
    state: place for place, state in enumerate((NOT_STARTED, RETURNED, DRAFT, SUBMITTED, LOCKED, ACCEPTED))
}
_FILLED: Final = ~Q(typed="") | ~Q(typed_numerator="") | ~Q(typed_denominator="")


def completeness(round_: ReportingRound, on: date) -> Completeness:
    """Return the state of every unit of a round as it is on the day `on`; three queries whatever the units."""
    asked = RoundIndicator.objects.filter(round=round_).count()
    rows = sheet_rows(Sheet.objects.filter(round=round_)).select_related("round", "submitted_by", "unit")
    ordered = sorted(rows, key=_urgency)
    names = names_as_of((row.unit_id for row in ordered), round_.ends_on)
    states = tuple(_state(row, names[row.unit_id].name, asked, on) for row in ordered)
    return Completeness(round_, Period(round_.starts_on, round_.ends_on), states)


def _urgency(row: Any) -> tuple[int, bool, str, int]:
    """Of a locked round, those who never came stand before the others."""
    return _ORDER[row.state], row.accepted_at is not None, row.unit.sort_key, row.unit_id


def sheet_rows(sheets: QuerySet[Sheet]) -> QuerySet[Sheet]:
    """Return the sheets with `filled`, `reminded` and `last_reminded`."""
    cells = Cell.objects.filter(_FILLED, sheet=OuterRef("pk")).order_by().values("sheet")
    reminders = Reminder.objects.filter(sheet=OuterRef("pk")).order_by().values("sheet")
    return sheets.annotate(
        filled=Coalesce(Subquery(cells.annotate(count=Count("pk")).values("count")), 0),
        reminded=Coalesce(Subquery(reminders.annotate(count=Count("pk")).values("count")), 0),
        last_reminded=Subquery(reminders.annotate(last=Max("sent_at")).values("last")),
    )


def round_rows(rounds: QuerySet[ReportingRound]) -> QuerySet[ReportingRound]:
    """Return the rounds with `asked`, `sent`, `waiting` and `accepted`: how many units stand where."""
    came = Q(sheets__first_submitted_on__isnull=False)
    return rounds.annotate(
        asked=Count("sheets"),
        sent=Count("sheets", filter=came & ~Q(sheets__state__in=AWAITED)),
        waiting=Count("sheets", filter=Q(sheets__state=SUBMITTED)),
        accepted=Count("sheets", filter=Q(sheets__accepted_at__isnull=False)),
    )


def _state(row: Any, name: str, asked: int, on: date) -> SheetState:
    is_awaited = row.state in AWAITED
    came_late = row.first_submitted_on is not None and row.first_submitted_on > row.round.due_on
    return SheetState(
        sheet_id=row.pk,
        unit_id=row.unit_id,
        unit_key=row.unit.key,
        unit_name=name,
        state=row.state,
        filled=row.filled,
        asked=asked,
        first_submitted_on=row.first_submitted_on,
        submitted_at=row.submitted_at,
        submitted_by=str(row.submitted_by or ""),
        is_accepted=row.accepted_at is not None,
        is_late=came_late or (is_awaited and on > row.round.due_on),
        is_awaited=is_awaited,
        reminders=row.reminded,
        last_reminded_at=row.last_reminded,
        reopen_request=row.reopen_request,
    )
