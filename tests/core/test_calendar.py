"""Working days: Tết, holidays made up, swaps, and clocks that stop."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.calendar.holidays import Swap, national_rules
from thidua.core.calendar.lunar import LunarDateRefused, new_year, solar_date
from thidua.core.calendar.working_days import Pause, WorkingCalendar, national_calendar

CALENDAR = national_calendar()
DAYS = st.dates(date(2017, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    "day",
    ["2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
     "2025-01-29", "2026-02-17", "2027-02-06", "1985-01-21", "2007-02-17", "2030-02-02"],
)  # fmt: skip
def test_the_lunar_year_begins_on_its_known_day(day: str) -> None:
    known = date.fromisoformat(day)
    assert new_year(known.year) == known


def test_days_of_a_lunar_year_with_a_leap_month_are_found() -> None:
    assert solar_date(2023, 3, 10) == date(2023, 4, 29)  # after the leap second month
    assert solar_date(2025, 8, 15) == date(2025, 10, 6)  # after the leap sixth month
    assert solar_date(2025, 6, 1) == date(2025, 6, 25)  # before it


def test_lunar_dates_far_away_are_refused() -> None:
    with pytest.raises(LunarDateRefused, match="1899"):
        new_year(1899)


def _breaks(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        _breaks("2017-01-26", "2017-02-01"),
        _breaks("2018-02-14", "2018-02-20"),
        _breaks("2019-02-02", "2019-02-10"),
        _breaks("2020-01-23", "2020-01-29"),
        _breaks("2021-02-10", "2021-02-16"),
        _breaks("2022-01-29", "2022-02-06"),
        _breaks("2023-01-20", "2023-01-26"),
        _breaks("2024-02-08", "2024-02-14"),
        _breaks("2025-01-25", "2025-02-02"),
        _breaks("2026-02-14", "2026-02-22"),
        _breaks("2017-04-29", "2017-05-02"),
        _breaks("2022-04-30", "2022-05-03"),
        _breaks("2023-04-29", "2023-05-03"),
        _breaks("2024-04-27", "2024-05-01"),
        _breaks("2025-04-30", "2025-05-04"),
        _breaks("2021-09-02", "2021-09-05"),
        _breaks("2022-09-01", "2022-09-04"),
        _breaks("2023-09-01", "2023-09-04"),
        _breaks("2024-08-31", "2024-09-03"),
        _breaks("2025-08-30", "2025-09-02"),
        _breaks("2026-08-29", "2026-09-02"),
        _breaks("2018-12-29", "2019-01-01"),
        _breaks("2022-01-01", "2022-01-03"),
    ],
)
def test_a_known_break_has_exactly_its_days(first: date, last: date) -> None:
    days = [first + timedelta(days=count) for count in range(-1, (last - first).days + 2)]
    assert [CALENDAR.is_working_day(day) for day in days] == [True] + [False] * (len(days) - 2) + [True]


def test_a_saturday_worked_for_a_swap_is_a_working_day() -> None:
    assert CALENDAR.is_working_day(date(2024, 5, 4))
    assert not CALENDAR.is_working_day(date(2024, 5, 11))


def test_national_day_was_one_day_until_2020() -> None:
    assert CALENDAR.is_working_day(date(2020, 9, 1))
    assert not CALENDAR.is_working_day(date(2020, 9, 2))
    assert CALENDAR.is_working_day(date(2020, 9, 3))


def test_a_day_off_says_why() -> None:
    assert CALENDAR.day_off(date(2022, 4, 11)).vi == "Nghỉ bù"
    assert CALENDAR.day_off(date(2024, 4, 18)).vi == "Giỗ Tổ Hùng Vương"
    assert CALENDAR.day_off(date(2024, 4, 29)).en == "Day off by swap"
    assert CALENDAR.day_off(date(2024, 4, 20)) is None


def test_a_province_adds_its_own_swap() -> None:
    own = WorkingCalendar(national_rules().with_swaps([Swap(date(2026, 11, 9), date(2026, 11, 14))]))
    assert (CALENDAR.is_working_day(date(2026, 11, 9)), CALENDAR.is_working_day(date(2026, 11, 14))) == (
        True,
        False,
    )
    assert (own.is_working_day(date(2026, 11, 9)), own.is_working_day(date(2026, 11, 14))) == (False, True)


def test_breaks_of_years_to_come_rest_on_the_rules() -> None:
    assert CALENDAR.is_announced(date(2026, 12, 31))
    assert not CALENDAR.is_announced(date(2027, 1, 4))


def test_working_days_are_counted_from_the_next_one() -> None:
    assert CALENDAR.add_working_days(date(2025, 1, 22), 5) == date(2025, 2, 5)  # over Tết
    assert CALENDAR.add_working_days(date(2025, 2, 5), -5) == date(2025, 1, 22)
    assert CALENDAR.add_working_days(date(2025, 2, 1), 0) == date(2025, 2, 3)


def test_the_clock_stands_while_a_dossier_is_returned() -> None:
    received = date(2025, 11, 3)
    assert CALENDAR.deadline(received, 20) == date(2025, 12, 1)
    returned = Pause(date(2025, 11, 5), date(2025, 11, 12))
    assert CALENDAR.deadline(received, 20, [returned]) == date(2025, 12, 8)
    assert CALENDAR.deadline(received, 20, [Pause(date(2025, 11, 5))]) is None
    assert CALENDAR.days_used(received, date(2025, 11, 14), [returned]) == 4
    assert CALENDAR.days_used(received, date(2025, 11, 14), [Pause(date(2025, 11, 5))]) == 2


def test_a_deadline_in_calendar_days_ends_on_a_working_day() -> None:
    assert CALENDAR.deadline(date(2025, 11, 3), 10, working=False) == date(2025, 11, 13)
    assert CALENDAR.deadline(date(2025, 11, 3), 12, working=False) == date(2025, 11, 17)


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_are_each_others_reverse(day: date, count: int) -> None:
    due = CALENDAR.add_working_days(day, count)
    assert CALENDAR.is_working_day(due)
    assert CALENDAR.working_days_between(day, due) == count
    assert CALENDAR.working_days_between(due, day) == -count
    assert CALENDAR.deadline(day, count) == due


@given(DAYS, st.integers(1, 30), st.integers(0, 30), st.integers(0, 20))
def test_a_pause_never_shortens_a_deadline_and_its_days_are_not_used(
    day: date, count: int, after: int, length: int
) -> None:
    since = day + timedelta(days=after)
    pause = Pause(since, since + timedelta(days=length))
    due = CALENDAR.deadline(day, count, [pause])
    assert due is not None
    assert due >= CALENDAR.add_working_days(day, count)
    assert CALENDAR.days_used(day, due, [pause]) == count
