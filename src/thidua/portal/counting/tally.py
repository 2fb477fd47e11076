"""Which of the pages shown count as views, and for which day."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.portal.counting.journal import Kind, Shown

APART: Final = 30 * 60  # seconds: the same browser and page within them is the same reading
# Browsers behind one address that count for one page within APART: an office counts, a machine that changes its name
# at every call does not for long.
MOST_OF_ADDRESS: Final = 60


@dataclass
class DayCount:
    """What a day adds to a page."""

    counted: int = 0
    repeats: int = 0
    robots: int = 0
    staff: int = 0


@dataclass
class Tally:
    """Takes lines in the order of time and keeps the last thirty minutes; `days` holds (page, day) → count."""

    days: dict[tuple[int, date], DayCount] = field(default_factory=dict)
    _last: dict[tuple[int, str], int] = field(default_factory=dict)
    _of_address: Counter[tuple[int, str]] = field(default_factory=Counter)
    _recent: deque[Shown] = field(default_factory=deque)

    def take(self, lines: Iterable[Shown]) -> None:
        """Count the lines."""
        for shown in lines:
            added = self.days.setdefault((shown.page, _day_of(shown.second)), DayCount())
            if shown.kind is Kind.ROBOT:
                added.robots += 1
            elif shown.kind is Kind.STAFF:
                added.staff += 1
            elif self._counts(shown):
                added.counted += 1
            else:
                added.repeats += 1

    def remember(self, lines: Iterable[Shown]) -> None:
        """Take lines that were counted before, so that a reload after a restart is known as one."""
        for shown in lines:
            if shown.kind is Kind.VISITOR:
                self._counts(shown)

    def _counts(self, shown: Shown) -> bool:
        self._forget(shown.second)
        browser, address = (shown.page, shown.browser), (shown.page, shown.address)
        if browser in self._last or self._of_address[address] >= MOST_OF_ADDRESS:
            return False
        self._last[browser] = shown.second
        self._of_address[address] += 1
        self._recent.append(shown)
        return True

    def _forget(self, now: int) -> None:
        while self._recent and now - self._recent[0].second >= APART:
            old = self._recent.popleft()
            self._last.pop((old.page, old.browser), None)
            self._of_address[old.page, old.address] -= 1
            if not self._of_address[old.page, old.address]:
                del self._of_address[old.page, old.address]


def _day_of(second: int) -> date:
    return datetime.fromtimestamp(second, UTC).astimezone(VIETNAM_TIME).date()
