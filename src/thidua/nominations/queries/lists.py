"""Lists of dossiers: the office's board, the unit's own, the queue by due time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from thidua.core.calendar.working_days import national_calendar
from thidua.core.vietnamese.fold import fold
from thidua.core.workflow.dossier import CLOCK_RUNS, FINAL, SUBMITTED
from thidua.nominations import access
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.access import Visitor
from thidua.orgs.models import Unit
from thidua.orgs.queries import subtree

OVERDUE = "overdue"
TODAY = "today"
THIS_WEEK = "week"
NAMES_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which dossiers are asked for; what is left out filters nothing.

    `unit`: it and everything below. `due`: overdue | today | week (this week, today included). `words`: of the code,
    or of a nominee's name. `open_only`: not archived, withdrawn or closed.
    """

    unit: Unit | None = None
    movement: int | None = None
    routes: Sequence[str] = ()
    levels: Sequence[str] = ()
    states: Sequence[str] = ()
    holder: int | None = None
    without_holder: bool = False
    award: str = ""
    due: str = ""
    suspended: bool | None = None
    words: str = ""
    open_only: bool = False


@dataclass(frozen=True)
class DossierLine:
    """One dossier as a list shows it. `days_left`: working days to `due_on`, negative when overdue."""

    dossier: Dossier
    nominees: int
    names: tuple[str, ...]
    awards: tuple[str, ...]
    days_left: int | None


@dataclass(frozen=True)
class DueCounts:
    """How much of a queue is overdue, due today, and due by the end of this week (today included).

    `mine`: held by who asks; `unassigned`: held by nobody; `to_receive`: waiting to be received.
    """

    overdue: int
    today: int
    week: int
    total: int
    mine: int
    unassigned: int
    to_receive: int


def dossiers_listed(user: Visitor | None, today: date, wanted: Wanted) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may see and that fit, newest first; unit and holder come along."""
    return (
        filtered(access.visible_to(user, today), today, wanted)
        .select_related("unit", "holder")
        .order_by("-pk")
    )


def queue_of(user: Visitor | None, today: date, wanted: Wanted | None = None) -> QuerySet[Dossier]:
    """Return what waits for the office of `user`: to be received or in appraisal, by due day, the undated last."""
    states = (SUBMITTED, *CLOCK_RUNS)
    rows = access.in_appraisal_of(user, today).filter(state__in=states)
    rows = filtered(rows, today, wanted or Wanted())
    return rows.select_related("unit", "holder").order_by(F("due_on").asc(nulls_last=True), "pk")


def filtered(rows: QuerySet[Dossier], today: date, wanted: Wanted) -> QuerySet[Dossier]:
    """Return those of `rows` that fit."""
    if wanted.unit is not None:
        below = subtree(wanted.unit, today).order_by().values("pk")
        rows = rows.filter(Q(unit__in=below) | Q(unit=wanted.unit))
    exact = {
        "movement_id": wanted.movement,
        "holder_id": wanted.holder,
        "suspended": wanted.suspended,
        "route__in": wanted.routes or None,
        "level__in": wanted.levels or None,
        "state__in": wanted.states or None,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value is not None})
    if wanted.without_holder:
        rows = rows.filter(holder__isnull=True)
    if wanted.open_only:
        rows = rows.exclude(state__in=FINAL)
    if wanted.award:
        rows = rows.filter(pk__in=Nomination.objects.filter(award_code=wanted.award).values("dossier"))
    if wanted.words:
        rows = _with_words(rows, wanted.words)
    return _due(rows, today, wanted.due)


def lines_of(dossiers: Iterable[Dossier], today: date) -> list[DossierLine]:
    """Return the lines of one page of dossiers, in their order; one query."""
    page = list(dossiers)
    rows = Nomination.objects.filter(dossier__in=[one.pk for one in page]).order_by("dossier", "ordinal")
    names: dict[int, list[str]] = defaultdict(list)
    awards: dict[int, dict[str, None]] = defaultdict(dict)
    for pk, name, award in rows.values_list("dossier_id", "recipient_name", "award_code"):
        names[pk].append(name)
        awards[pk][award] = None
    calendar = national_calendar()
    return [
        DossierLine(
            dossier=one,
            nominees=len(names[one.pk]),
            names=tuple(names[one.pk][:NAMES_SHOWN]),
            awards=tuple(awards[one.pk]),
            days_left=calendar.working_days_between(today, one.due_on) if one.due_on else None,
        )
        for one in page
    ]


def due_counts(rows: QuerySet[Dossier], today: date, officer: int | None = None) -> DueCounts:
    """Return how much of `rows` is overdue, due today, due this week, and who holds it; one query."""
    found = list(rows.order_by().values_list("due_on", "holder", "state"))
    dated = [day for day, _holder, _state in found if day is not None]
    last = _end_of_week(today)
    return DueCounts(
        overdue=sum(day < today for day in dated),
        today=sum(day == today for day in dated),
        week=sum(today <= day <= last for day in dated),
        total=len(found),
        mine=sum(officer is not None and holder == officer for _day, holder, _state in found),
        unassigned=sum(holder is None for _day, holder, _state in found),
        to_receive=sum(state == SUBMITTED for _day, _holder, state in found),
    )


def _due(rows: QuerySet[Dossier], today: date, due: str) -> QuerySet[Dossier]:
    if due == OVERDUE:
        return rows.filter(due_on__lt=today)
    if due == TODAY:
        return rows.filter(due_on=today)
    if due == THIS_WEEK:
        return rows.filter(due_on__gte=today, due_on__lte=_end_of_week(today))
    return rows


def _with_words(rows: QuerySet[Dossier], words: str) -> QuerySet[Dossier]:
    named = Nomination.objects.filter(folded_name__contains=fold(words)).values("dossier")
    return rows.filter(Q(code__icontains=words.strip()) | Q(pk__in=named))


def _end_of_week(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())
