"""Jurors at once: nothing lost, and no mark behind a closed round."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connections

from tests.factories.juries import Jury, mark, opened
from tests.factories.movements import small_province
from thidua.contests.actions import MarkLine, close_round, hand_in_marks, save_marks
from thidua.contests.models import HandedIn, Mark
from thidua.support.refusals import Refused


@pytest.fixture
def made(transactional_db) -> Jury:
    return opened(small_province())


def _both(*acts: Callable[[], object]) -> list[str]:
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=10)
            act()
        except Refused:
            return "refused"
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def lines(content: int, form: int) -> list[MarkLine]:
    return [MarkLine(ordinal=1, points=Decimal(content)), MarkLine(ordinal=2, points=Decimal(form))]


def test_two_jurors_who_save_at_once_both_keep_their_marks(made: Jury) -> None:
    first, second = made.jurors
    code = made.codes[0]

    told = _both(
        lambda: save_marks(edition=made.edition, code=code, marks=lines(8, 4), by=first),
        lambda: save_marks(edition=made.edition, code=code, marks=lines(6, 3), by=second),
    )

    assert told == ["done", "done"]
    assert sorted(Mark.objects.values_list("juror__user__full_name", "points")) == [
        ("Giám Khảo 1", Decimal(4)),
        ("Giám Khảo 1", Decimal(8)),
        ("Giám Khảo 2", Decimal(3)),
        ("Giám Khảo 2", Decimal(6)),
    ]


def test_two_pages_of_one_juror_leave_one_whole_set_of_marks(made: Jury) -> None:
    user, code = made.jurors[0], made.codes[0]

    told = _both(
        lambda: save_marks(edition=made.edition, code=code, marks=lines(8, 4), by=user),
        lambda: save_marks(edition=made.edition, code=code, marks=lines(6, 3), by=user),
    )

    assert told == ["done", "refused"]
    stored = list(Mark.objects.order_by("criterion__ordinal").values_list("points", "version"))
    assert stored in ([(Decimal(8), 1), (Decimal(4), 1)], [(Decimal(6), 1), (Decimal(3), 1)])


def test_no_mark_comes_in_behind_a_closed_round(made: Jury) -> None:
    first, second = made.jurors
    for code in made.codes:
        mark(made, first, code, ["8", "4"])
        mark(made, second, code, ["7", "4"])
    hand_in_marks(edition=made.edition, by=first)
    version = Mark.objects.filter(juror__user=second).first().version

    told = _both(
        lambda: close_round(edition=made.edition, reason="Hết hạn", by=made.officer),
        lambda: save_marks(
            edition=made.edition,
            code=made.codes[0],
            marks=[MarkLine(ordinal=1, points=Decimal(1), seen=version)],
            by=second,
        ),
    )

    closed_at = made.edition.rounds.get().closed_at
    late = Mark.objects.filter(juror__user=second, entry=made.entries[0], criterion__ordinal=1).get()
    assert closed_at is not None
    assert (told, late.points) in [(["done", "done"], Decimal(1)), (["done", "refused"], Decimal(7))]
    assert late.saved_at < closed_at or late.points == Decimal(7)


def test_a_double_click_hands_in_once(made: Jury) -> None:
    user = made.jurors[0]
    for code in made.codes:
        mark(made, user, code, ["8", "4"])

    told = _both(*[lambda: hand_in_marks(edition=made.edition, by=user)] * 2)

    assert told == ["done", "refused"]
    assert HandedIn.objects.count() == 1
