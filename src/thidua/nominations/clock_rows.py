"""The clock of stored dossiers: rows of moves and suspensions → what is due when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone

from thidua.core.law.book import LawBook
from thidua.core.workflow.clock import (
    APPRAISAL,
    NOTICE,
    RECEPTION,
    STEPS,
    Reading,
    Stay,
    pauses,
    read_clock,
    shortest_limit,
)
from thidua.core.workflow.dossier import AGENCY_CONSULTATION, DECIDED, PUBLIC_CONSULTATION
from thidua.lawbook.queries import current_book
from thidua.nominations.dossier_log import DossierLog, log_of
from thidua.nominations.enums import AgencyAnswer
from thidua.nominations.models import Dossier, DossierMove, Suspension


def local_day(moment: datetime) -> date:
    """Return the day of a moment where the office is."""
    return timezone.localtime(moment).date()


def stays_of(moves: Iterable[DossierMove]) -> tuple[Stay, ...]:
    """Return the states a dossier went through, in order, each with its days."""
    stays: list[Stay] = []
    for move in moves:
        if stays and move.target == stays[-1].state:
            continue
        day = local_day(move.at)
        if stays:
            stays[-1] = Stay(stays[-1].state, stays[-1].since, day)
        stays.append(Stay(move.target, day))
    return tuple(stays)


def spans_of(suspensions: Iterable[Suspension]) -> list[tuple[date, date | None]]:
    """Return first and last day of each suspension; None: still open."""
    return [
        (local_day(row.since), local_day(row.lifted_at) if row.lifted_at else None) for row in suspensions
    ]


def clock_of(
    dossier: Dossier, today: date, book: LawBook | None = None, log: DossierLog | None = None
) -> Reading | None:
    """Return what the clock of `dossier` shows on `today`; None where no step of the office runs.

    Queries: those of `log_of`, where no `log` is given, and one for the book.
    """
    step = STEPS.get(dossier.state)
    if step is None:
        return None
    log = log or log_of(dossier)
    stays = stays_of(log.moves)
    stopped = pauses(
        stays if step == APPRAISAL else (),
        spans_of(log.suspensions),
    )
    since = _since(dossier, step, stays)
    limit = shortest_limit(book or current_book(), step, since, log.awards)
    return read_clock(limit, step, since, today, stopped)


def due_on(dossier: Dossier, today: date, log: DossierLog | None = None) -> date | None:
    """Return the last day of what runs now: the office's step, the agencies' answers, or the public's time."""
    if dossier.state == AGENCY_CONSULTATION:
        awaited = dossier.agency_consultations.filter(answer=AgencyAnswer.AWAITED)
        return max(awaited.values_list("due_on", flat=True), default=None)
    if dossier.state == PUBLIC_CONSULTATION:
        opened = dossier.public_consultations.filter(closed_at__isnull=True)
        return opened.values_list("closes_on", flat=True).first()
    reading = clock_of(dossier, today, log=log)
    return reading.due_on if reading else None


def _since(dossier: Dossier, step: str, stays: Sequence[Stay]) -> date:
    if step == APPRAISAL and dossier.received_on:
        return dossier.received_on
    if step == NOTICE:
        return next((stay.since for stay in reversed(stays) if stay.state == DECIDED), stays[-1].since)
    if step == RECEPTION and dossier.submitted_at:
        return local_day(dossier.submitted_at)
    return local_day(dossier.state_since)
