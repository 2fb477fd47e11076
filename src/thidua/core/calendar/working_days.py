"""Counting working days. The day something happens is not counted; the next working day is the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from thidua.core.calendar.holidays import HolidayRules, is_weekend, national_rules
from thidua.core.language import Wording

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """A stopped clock: from the day after `since` to `until`, both included; None: still stopped.

    A dossier returned on the 5th and received again on the 9th loses the 6th to the 9th.
    """

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether the clock stands still on a day."""
        return self.since < day and (self.until is None or day <= self.until)


class WorkingCalendar:
    """Working days under one set of rules: the country's, or a province's with its own swaps."""

    def __init__(self, rules: HolidayRules) -> None:
        self.rules = rules
        self._off: dict[int, dict[date, Wording]] = {}
        self._worked: dict[int, frozenset[date]] = {}

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on a day."""
        if day.year not in self._off:
            self._off[day.year] = self.rules.days_off(day.year)
            self._worked[day.year] = self.rules.days_worked(day.year)
        if day in self._worked[day.year]:
            return True
        return not is_weekend(day) and day not in self._off[day.year]

    def day_off(self, day: date) -> Wording | None:
        """Return why a day is off beyond the weekend; None when it is not."""
        self.is_working_day(day)
        return self._off[day.year].get(day)

    def is_announced(self, day: date) -> bool:
        """Tell whether the breaks of that year are known, or only follow from the rules."""
        return day.year <= self.rules.announced_until

    def add_working_days(self, day: date, count: int) -> date:
        """Return the count-th working day after a day (before it, when negative); 0: the day or the next."""
        if count == 0:
            return day if self.is_working_day(day) else self.add_working_days(day, 1)
        step, left = (_DAY if count > 0 else -_DAY), abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """Return the working days after `first` up to and including `last`; negative when turned round."""
        if last < first:
            return -self.working_days_between(last, first)
        days = range(first.toordinal() + 1, last.toordinal() + 1)
        return sum(self.is_working_day(date.fromordinal(day)) for day in days)

    def deadline(
        self, since: date, count: int, pauses: Sequence[Pause] = (), *, working: bool = True
    ) -> date | None:
        """Return the day on which `count` days after `since` run out; None while the clock stands still.

        `working=False` counts calendar days; such a deadline that falls on a day off ends on the next
        working day.
        """
        if any(pause.until is None for pause in pauses):
            return None
        day, left = since, count
        while left > 0:
            day += _DAY
            if not any(pause.covers(day) for pause in pauses):
                left -= self.is_working_day(day) if working else 1
        return day if working else self.add_working_days(day, 0)

    def days_used(self, since: date, on: date, pauses: Sequence[Pause] = (), *, working: bool = True) -> int:
        """Return how many days of a deadline have run by a day, without those on which the clock stood."""
        days = (date.fromordinal(day) for day in range(since.toordinal() + 1, on.toordinal() + 1))
        running = (day for day in days if not any(pause.covers(day) for pause in pauses))
        return sum(self.is_working_day(day) if working else 1 for day in running)


@lru_cache(maxsize=1)
def national_calendar() -> WorkingCalendar:
    """Return the calendar of the whole country."""
    return WorkingCalendar(national_rules())
