"""Two at once: one effect, and numbers without gaps or doubles."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.models import Dossier
from thidua.support.refusals import Refused


@pytest.fixture
def at(transactional_db, clock):
    return make.desk()


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


def test_two_officers_who_receive_one_dossier_take_one_number(at):
    dossier = make.submitted(at)

    told = _both(
        lambda: actions.receive_dossier(dossier=dossier, by=at.officer),
        lambda: actions.receive_dossier(dossier=dossier, by=at.leader),
    )

    assert told == ["done", "refused"]
    assert make.received(at).reception_number == 2


def test_a_double_click_submits_once(at):
    dossier = make.complete(at)

    told = _both(*[lambda: actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)] * 2)

    assert told == ["done", "refused"]
    assert dossier.moves.filter(verb="submit").count() == 1


def test_recalling_and_receiving_at_once_leaves_one_of_them(at):
    dossier = make.submitted(at)

    told = _both(
        lambda: actions.recall_dossier(dossier=dossier, by=at.clerk),
        lambda: actions.receive_dossier(dossier=dossier, by=at.officer),
    )

    assert told == ["done", "refused"]
    assert dossier.moves.count() == 3


def test_dossiers_received_at_once_are_numbered_without_gap_or_double(at):
    rows = [make.submitted(at) for _ in range(4)]

    _both(*[lambda row=row: actions.receive_dossier(dossier=row, by=at.officer) for row in rows])

    assert sorted(Dossier.objects.values_list("reception_number", flat=True)) == [1, 2, 3, 4]
    assert connection.vendor in {"sqlite", "postgresql"}
