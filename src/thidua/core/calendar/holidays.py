"""Which days of a year are off, and why. The data: holidays.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from thidua.core.calendar.lunar import new_year, solar_date
from thidua.core.language import Wording

_DATA = Path(__file__).with_name("holidays.yaml")
_DAY = timedelta(days=1)
MADE_UP = Wording("Nghỉ bù", "Day off in lieu")
SWAPPED = Wording("Nghỉ hoán đổi", "Day off by swap")


@dataclass(frozen=True)
class Swap:
    """A working day that is off, and the day off worked instead (None: nothing is worked for it)."""

    off: date
    worked: date | None = None


@dataclass(frozen=True)
class YearlyDay:
    """A holiday on the same day of every year, solar or lunar."""

    month: int
    day: int
    name: Wording


@dataclass(frozen=True)
class HolidayRules:
    """Everything from which the days off of a year are worked out."""

    fixed: tuple[YearlyDay, ...]
    lunar: tuple[YearlyDay, ...]
    tet: Wording
    tet_days: int
    tet_days_before: int
    tet_days_before_in: Mapping[int, int]
    second_national_day: Wording
    second_national_day_since: int
    second_national_day_side: str  # before | after
    second_national_day_side_in: Mapping[int, str]
    announced_until: int
    swaps: tuple[Swap, ...]

    def with_swaps(self, swaps: Iterable[Swap]) -> "HolidayRules":
        """Return these rules with more days swapped: by the Government, or by a province for itself."""
        return replace(self, swaps=(*self.swaps, *swaps))

    def days_off(self, year: int) -> dict[date, Wording]:
        """Return the days off of a year that are not plain weekends, with the reason."""
        off = dict(sorted(self._holidays(year).items()))
        for holiday in [day for day in off if is_weekend(day)]:
            lieu = holiday
            while is_weekend(lieu) or lieu in off:
                lieu += _DAY
            off[lieu] = MADE_UP
        off.update({swap.off: SWAPPED for swap in self.swaps if swap.off.year == year})
        return off

    def days_worked(self, year: int) -> frozenset[date]:
        """Return the weekend days of a year that are worked for a swap."""
        return frozenset(swap.worked for swap in self.swaps if swap.worked and swap.worked.year == year)

    def _holidays(self, year: int) -> dict[date, Wording]:
        found = {date(year, fixed.month, fixed.day): fixed.name for fixed in self.fixed}
        found |= {solar_date(year, lunar.month, lunar.day): lunar.name for lunar in self.lunar}
        first = new_year(year) - self.tet_days_before_in.get(year, self.tet_days_before) * _DAY
        found |= {first + count * _DAY: self.tet for count in range(self.tet_days)}
        if year >= self.second_national_day_since:
            side = self.second_national_day_side_in.get(year, self.second_national_day_side)
            found[date(year, 9, 2) + (_DAY if side == "after" else -_DAY)] = self.second_national_day
        return found


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or Sunday."""
    return day.weekday() >= 5


@lru_cache(maxsize=1)
def national_rules() -> HolidayRules:
    """Return the rules of the whole country."""
    data: dict[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    tet, second = data["tet"], data["national_day"]
    return HolidayRules(
        fixed=tuple(_yearly(row) for row in data["fixed"]),
        lunar=tuple(_yearly(row) for row in data["lunar"]),
        tet=Wording(**tet["name"]),
        tet_days=tet["days"],
        tet_days_before=tet["days_before"],
        tet_days_before_in=tet["days_before_in"],
        second_national_day=Wording(**second["name"]),
        second_national_day_since=second["since"],
        second_national_day_side=second["side"],
        second_national_day_side_in=second["side_in"],
        announced_until=data["announced_until"],
        swaps=tuple(Swap(row["day_off"], row.get("worked")) for row in data["swaps"]),
    )


def _yearly(row: Mapping[str, Any]) -> YearlyDay:
    return YearlyDay(row["month"], row["day"], Wording(**row["name"]))
