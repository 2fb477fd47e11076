"""Working time of a year, and the clock that the actions read while it passes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from thidua.core.calendar.working_days import national_calendar

OPENS_AT = time(8)
OFFICE_HOURS = 8


class WorkingYear:
    """The working days of a year; a point in time is a number of working days since its first morning."""

    def __init__(self, year: int) -> None:
        calendar = national_calendar()
        every = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
        self.year = year
        self.days = [day for day in every if day.year == year and calendar.is_working_day(day)]

    @property
    def length(self) -> int:
        """How many working days the year has."""
        return len(self.days)

    def moment(self, point: float) -> datetime:
        """Return the moment of a point, in office hours."""
        begins = datetime.combine(self.days[int(point)], OPENS_AT, timezone.get_default_timezone())
        return begins + timedelta(hours=OFFICE_HOURS * (point % 1))

    def point(self, day: date) -> int:
        """Return the first working day that is not before `day`; the length of the year where there is none."""
        return next((number for number, one in enumerate(self.days) if one >= day), self.length)


class MovingClock:
    """What time it is in the simulation."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def read(self) -> datetime:
        """Return the simulated moment."""
        return self.now


@contextmanager
def moving_clock(start: datetime) -> Iterator[MovingClock]:
    """Let Django's clock stand at what the simulation sets, in this process; the audit log keeps the true time.

    Not every action takes the moment it happened: a ballot is cast now, or not at all.
    """
    clock, own = MovingClock(start), timezone.now
    timezone.now = clock.read
    try:
        yield clock
    finally:
        timezone.now = own
