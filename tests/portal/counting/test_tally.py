"""Which pages shown count: once in thirty minutes for a browser, none of robots and staff."""

from __future__ import annotations

from datetime import date

import pytest

from thidua.portal.counting.journal import Kind, Shown
from thidua.portal.counting.robots import is_robot
from thidua.portal.counting.tally import APART, MOST_OF_ADDRESS, DayCount, Tally
from thidua.portal.counting.visitors import forget_keys, marks

NOON = 1572498000  # 31/10/2019 12:00 in Vietnam
PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"


def shown(after: int = 0, browser: str = "a", *, page: int = 7, kind: Kind = Kind.VISITOR) -> Shown:
    return Shown(kind, NOON + after, page, browser * 16, "0" * 16)


def counted(*lines: Shown) -> dict[date, DayCount]:
    tally = Tally()
    tally.take(lines)
    return {day: count for (_page, day), count in tally.days.items()}


def test_a_reload_within_thirty_minutes_of_a_counted_view_does_not_count() -> None:
    lines = [shown(), shown(60), shown(APART - 1), shown(APART), shown(APART + 1)]
    assert counted(*lines) == {date(2019, 10, 31): DayCount(counted=2, repeats=3)}


def test_another_browser_and_another_article_count() -> None:
    tally = Tally()
    tally.take([shown(), shown(1, "b"), shown(2, page=8)])
    assert {key[0]: count.counted for key, count in tally.days.items()} == {7: 2, 8: 1}


def test_robots_and_staff_are_told_apart_and_not_counted() -> None:
    lines = [shown(kind=Kind.ROBOT), shown(1, kind=Kind.STAFF), shown(2)]
    assert counted(*lines) == {date(2019, 10, 31): DayCount(counted=1, robots=1, staff=1)}


def test_days_are_those_of_vietnam() -> None:
    before_midnight = 12 * 3600 - 1
    assert list(counted(shown(before_midnight), shown(before_midnight + 1, "b"))) == [
        date(2019, 10, 31),
        date(2019, 11, 1),
    ]


def test_one_address_that_changes_its_name_at_every_call_reaches_a_limit() -> None:
    lines = [Shown(Kind.VISITOR, NOON + n, 7, f"{n:016x}", "0" * 16) for n in range(MOST_OF_ADDRESS + 40)]
    later = [Shown(Kind.VISITOR, NOON + 2 * APART, 7, "f" * 16, "0" * 16)]
    assert counted(*lines, *later) == {date(2019, 10, 31): DayCount(counted=MOST_OF_ADDRESS + 1, repeats=40)}


def test_nothing_is_remembered_longer_than_thirty_minutes() -> None:
    tally = Tally()
    tally.take([shown(n, "abcdef"[n % 6], page=n) for n in range(600)])
    tally.take([shown(3 * APART)])
    assert (len(tally._last), len(tally._of_address), len(tally._recent)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        (PHONE, False),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", False),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/133.0", False),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("Mozilla/5.0 (compatible; coccocbot-web/1.0)", True),
        ("Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/130.0 Safari/537.36", True),
        ("facebookexternalhit/1.1", True),
        ("curl/8.5.0", True),
        ("", True),
    ],
)
def test_programs_are_known_by_the_name_they_give(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


def test_a_mark_tells_the_same_browser_on_one_day_only(own_folder: object) -> None:
    day, next_day = date(2019, 10, 31), date(2019, 11, 1)
    one = marks(day, "203.0.113.7", PHONE)
    assert marks(day, "203.0.113.7", PHONE) == one
    assert marks(day, "203.0.113.7", PHONE + " ")[0] != one[0]
    assert not set(marks(next_day, "203.0.113.7", PHONE)) & set(one)


def test_the_key_of_a_day_is_deleted_afterwards(own_folder: object) -> None:
    from thidua.portal.counting.journal import folder

    for day in (30, 31):
        marks(date(2019, 10, day), "203.0.113.7", PHONE)
    forget_keys(date(2019, 10, 31))
    assert [path.name for path in folder().glob("key-*")] == ["key-2019-10-31"]
