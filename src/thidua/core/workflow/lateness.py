"""Whether a dossier will be late, told from what such steps usually take; and whether one was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from thidua.core.calendar.working_days import WorkingCalendar, national_calendar


class Timeliness(StrEnum):
    """How something finished, against its last day."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    NO_LIMIT = "no_limit"


class Outlook(StrEnum):
    """What is to be expected of something still under way."""

    SAFE = "safe"
    TIGHT = "tight"  # it ends on the last day or the one before
    LATE = "late"
    UNKNOWN = "unknown"  # no limit is known, or nothing like it was ever finished


@dataclass(frozen=True)
class Forecast:
    """When it will end if each step takes its usual time. `margin`: working days left then, negative when late."""

    outlook: Outlook
    expected_on: date | None
    margin: int | None


def timeliness(due_on: date | None, finished_on: date) -> Timeliness:
    """Return whether something that was due on a day finished early, on that day, or late."""
    if due_on is None:
        return Timeliness.NO_LIMIT
    if finished_on > due_on:
        return Timeliness.LATE
    return Timeliness.ON_TIME if finished_on == due_on else Timeliness.EARLY


def usual_days(taken: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Return the median of the working days that each step took; steps never finished are left out."""
    return {step: round(median(days)) for step, days in taken.items() if days}


def forecast(
    *,
    steps_left: Sequence[str],
    usual: Mapping[str, int],
    spent_in_step: int,
    today: date,
    due_on: date | None,
    calendar: WorkingCalendar | None = None,
) -> Forecast:
    """Return when the steps left will have ended, the present one first.

    `usual`: working days per step; a step it does not know makes the whole unknown. `spent_in_step`: working days
    already spent in the present step.
    """
    working = calendar or national_calendar()
    if due_on is not None and today > due_on:
        return Forecast(Outlook.LATE, None, working.working_days_between(today, due_on))
    if due_on is None or not steps_left or any(step not in usual for step in steps_left):
        return Forecast(Outlook.UNKNOWN, None, None)
    left = max(usual[steps_left[0]] - spent_in_step, 0) + sum(usual[step] for step in steps_left[1:])
    expected = working.add_working_days(today, left)
    margin = working.working_days_between(expected, due_on)
    if margin < 0:
        return Forecast(Outlook.LATE, expected, margin)
    return Forecast(Outlook.TIGHT if margin <= 1 else Outlook.SAFE, expected, margin)
