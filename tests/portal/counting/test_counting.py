"""From the journal to the totals: each line once, through restarts, kills and power cuts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.factories.portal import article
from thidua.portal.actions import count_views as counting
from thidua.portal.actions.count_views import Memory, count_views
from thidua.portal.counting.journal import JOURNAL, Journal, Kind, Shown, files
from thidua.portal.counting.turn import Turn
from thidua.portal.models import CountedJournal, DailyViews
from thidua.portal.queries.views import days_of, views_by_page, views_of

pytestmark = pytest.mark.django_db
NOON = 1572498000  # 31/10/2019 12:00 in Vietnam
DAY = date(2019, 10, 31)


def tell(page: int, browser: int, after: int = 0, kind: Kind = Kind.VISITOR) -> None:
    JOURNAL.append(Shown(kind, NOON + after, page, f"{browser:016x}", f"{browser // 10:016x}"))


def totals() -> list[tuple[date, int, int, int, int]]:
    rows = DailyViews.objects.order_by("page", "day")
    return list(rows.values_list("day", "counted", "repeats", "robots", "staff"))


def test_what_was_told_is_counted_once_however_often_it_is_asked_for() -> None:
    page = article(imported_views=2279)
    for browser in range(3):
        tell(page.pk, browser)
    tell(page.pk, 0, 60)
    tell(page.pk, 9, kind=Kind.ROBOT)
    assert [count_views(now=NOON), count_views(now=NOON)] == [5, 0]
    assert totals() == [(DAY, 3, 1, 1, 0)]
    assert (views_of(page).total, views_of(page).counted, views_by_page([page.pk])) == (2282, 3, {page.pk: 3})
    assert [row.counted for row in days_of(page.pk, until=DAY, days=3)] == [0, 0, 3]


@pytest.mark.parametrize("restarted", [False, True])
def test_a_reload_is_known_as_one_even_after_a_restart(restarted: bool) -> None:
    page, memory = article(), Memory()
    tell(page.pk, 1)
    count_views(memory=memory, now=NOON)
    tell(page.pk, 1, 1200)
    count_views(memory=Memory() if restarted else memory, now=NOON)
    assert totals() == [(DAY, 1, 1, 0, 0)]


def test_a_count_that_breaks_off_counts_nothing_and_the_next_one_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, memory = article(), Memory()
    tell(page.pk, 1)
    with monkeypatch.context() as broken:
        broken.setattr(CountedJournal.objects, "bulk_create", lambda *args, **options: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            count_views(memory=memory, now=NOON)
    assert totals() == []
    count_views(memory=memory, now=NOON)
    assert totals() == [(DAY, 1, 0, 0, 0)]


def test_nothing_is_lost_when_the_process_is_killed(own_folder: Path) -> None:
    page = article()
    command = [sys.executable, str(Path(__file__).with_name("killed_writer.py"))]
    with subprocess.Popen(
        [*command, str(own_folder.parent), str(page.pk)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        answered = [int(writer.stdout.readline()) for _each in range(200)]
        os.kill(writer.pid, signal.SIGKILL)
        answered += [int(line) for line in writer.stdout.read().splitlines()]
    told = len(answered)
    assert count_views(now=NOON) - told in (0, 1)  # one more where it fell between writing and saying so
    assert totals()[0][1] >= told


def test_a_line_cut_by_a_power_cut_is_left_out_and_its_file_goes_in_time(own_folder: Path) -> None:
    page = article()
    tell(page.pk, 1)
    with files()[0].open("ab") as file:
        file.write(b"V 15724")
    count_views(now=NOON)
    assert totals() == [(DAY, 1, 0, 0, 0)]
    count_views(now=NOON + 4000)
    assert (files(), CountedJournal.objects.count()) == ([], 0)


def test_files_are_kept_while_a_reload_may_refer_to_them(own_folder: Path) -> None:
    page = article()
    tell(page.pk, 1)
    count_views(now=NOON + 2000)
    assert len(files()) == 1
    count_views(now=NOON + 4000)
    assert files() == []


def test_rubbish_and_pages_that_nobody_can_read_are_not_counted(own_folder: Path) -> None:
    draft = article("ban-nhap", live=False)
    tell(draft.pk, 1)
    tell(987654, 1)
    with files()[0].open("ab") as file:
        file.write(b"\xff\xfe rubbish\nV x y z w\nV 1572498000 7 short short\n\n")
    assert count_views(now=NOON) == 2
    assert totals() == []


def test_two_processes_write_files_of_their_own(own_folder: Path) -> None:
    page = article()
    tell(page.pk, 1)
    Journal().append(Shown(Kind.VISITOR, NOON, page.pk, "b" * 16, "b" * 16))
    assert len(files()) == 2
    count_views(now=NOON)
    assert totals() == [(DAY, 2, 0, 0, 0)]


def test_the_command_counts_unless_the_served_site_does(capsys: pytest.CaptureFixture[str]) -> None:
    page = article()
    tell(page.pk, 1)
    served = Turn()
    assert (served.take(), Turn().take()) == (True, False)
    call_command("count_views")
    assert totals() == []
    served.leave()
    call_command("count_views")
    assert totals() == [(DAY, 1, 0, 0, 0)]
    assert capsys.readouterr().out.splitlines() == [
        "Trang đang chạy và tự đếm; không cần làm gì.",
        "Đã đếm số dòng trong sổ lượt xem: 1.",
    ]


def test_counting_costs_the_same_whatever_the_number_of_readers(
    django_assert_max_num_queries: object,
) -> None:
    page = article()
    for browser in range(300):
        tell(page.pk, browser)
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        assert counting.count_views(now=NOON) == 300
