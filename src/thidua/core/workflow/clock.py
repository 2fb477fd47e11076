"""The clock of a dossier: working days under the law's limits, standing still while others have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.core.calendar.working_days import Pause, WorkingCalendar
from thidua.core.law.book import LawBook
from thidua.core.law.deadlines import StepLimit, step_limit
from thidua.core.law.stated import Source, Unknown
from thidua.core.workflow.dossier import (
    AGENCY_CONSULTATION,
    APPRAISED,
    COUNCIL,
    DECIDED,
    ISSUED,
    PROPOSED,
    PUBLIC_CONSULTATION,
    RECEIVED,
    RETURNED,
    SUBMITTED,
)

# While the unit completes, agencies answer or the public reads, the office cannot work: its days do not run.
PAUSING: Final = frozenset({RETURNED, AGENCY_CONSULTATION, PUBLIC_CONSULTATION})

RECEPTION: Final = "reception"
APPRAISAL: Final = "appraisal"
NOTICE: Final = "notice"
# state → the limit that runs in it; a state that is left out has none of its own.
STEPS: Final = {
    SUBMITTED: RECEPTION,
    RECEIVED: APPRAISAL,
    APPRAISED: APPRAISAL,
    COUNCIL: APPRAISAL,
    PROPOSED: APPRAISAL,
    DECIDED: NOTICE,
    ISSUED: NOTICE,
}
# step → the parameters of deadlines/steps that say how long, the first known one counts.
_PARAMETERS: Final = {
    RECEPTION: ("return_ineligible",),
    APPRAISAL: ("appraisal", "office_appraisal"),
    NOTICE: ("notice_to_recipients",),
}


@dataclass(frozen=True)
class Stay:
    """A dossier in one state from a day to another; `until` None: still there."""

    state: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Reading:
    """The clock on a day. `due_on` None: no limit is known, or the clock stands still.

    `days_left` is negative when overdue; `is_paused` tells that the days do not run now.
    """

    step: str
    limit: int | None
    due_on: date | None
    days_left: int | None
    is_paused: bool = False
    source: Source | None = None


def limit_of(book: LawBook, step: str, day: date, award: str) -> StepLimit | None:
    """Return the limit of a step for a dossier that came on `day`; None where neither law nor office names one."""
    for name in _PARAMETERS[step]:
        found = step_limit(book, name, day, award)
        if not isinstance(found, Unknown):
            return found
    return None


def shortest_limit(book: LawBook, step: str, day: date, awards: Sequence[str]) -> StepLimit | None:
    """Return the tightest limit among the awards of one dossier: the strictest of them binds the whole."""
    found = [limit for award in dict.fromkeys(awards) if (limit := limit_of(book, step, day, award))]
    return min(found, key=lambda limit: limit.days, default=None)


def pauses(stays: Sequence[Stay], suspended: Sequence[tuple[date, date | None]] = ()) -> tuple[Pause, ...]:
    """Return the spans in which the days did not run, in order, none overlapping another.

    `suspended`: first and last day of each suspension (None: still open).
    """
    spans = [(stay.since, stay.until) for stay in stays if stay.state in PAUSING]
    return _joined([*spans, *suspended])


def read_clock(
    limit: StepLimit | None,
    step: str,
    since: date,
    today: date,
    stopped: Sequence[Pause] = (),
    calendar: WorkingCalendar | None = None,
) -> Reading:
    """Return what the clock of a step begun on `since` shows on `today`."""
    paused = any(pause.until is None for pause in stopped)
    if limit is None:
        return Reading(step, None, None, None, paused)
    return Reading(
        step=step,
        limit=limit.days,
        due_on=limit.due(since, stopped, calendar),
        days_left=limit.days_left(since, today, stopped, calendar),
        is_paused=paused,
        source=limit.source,
    )


def _joined(spans: Sequence[tuple[date, date | None]]) -> tuple[Pause, ...]:
    """Two causes may stand at once; a day is stopped once."""
    joined: list[tuple[date, date | None]] = []
    for since, until in sorted(spans, key=lambda span: span[0]):
        if joined and (joined[-1][1] is None or since <= joined[-1][1]):
            first, last = joined[-1]
            joined[-1] = (first, None if last is None or until is None else max(last, until))
        else:
            joined.append((since, until))
    return tuple(Pause(since, until) for since, until in joined)
