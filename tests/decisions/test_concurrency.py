"""Two decisions at once, one decision twice at once: consecutive numbers, one effect."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connections

from tests.factories.decisions import Office, office, ready_dossier, signing, waiting
from thidua.decisions.models import Certificate, Decision, FundEntry, NumberSequence
from thidua.registry.models import Award

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def of() -> Office:
    return office()


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run the calls in threads that start together; return what each came to, in their order."""
    barrier, outcomes = Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable[[], object]) -> None:
        try:
            barrier.wait(timeout=20)
            outcomes[place] = call()
        except Exception as fault:
            outcomes[place] = fault
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place, call)) for place, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return outcomes


def test_decisions_signed_at_once_get_consecutive_numbers(of: Office) -> None:
    rows = [waiting(of, ready_dossier(of, (name,))) for name in ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao")]

    outcomes = at_once(*(lambda row=row: signing(of, row) for row in rows))

    assert [type(one) for one in outcomes] == [Decision] * 3
    assert sorted(Decision.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert NumberSequence.objects.get(kind="decision").last == 3
    assert Award.objects.count() == 3


def test_one_decision_signed_at_once_in_two_windows_is_signed_once(of: Office) -> None:
    row = waiting(of)

    outcomes = at_once(lambda: signing(of, row), lambda: signing(of, row))

    assert [one.number for one in outcomes] == [1, 1]
    assert (Award.objects.count(), FundEntry.objects.count(), Certificate.objects.count()) == (1, 1, 1)
    assert NumberSequence.objects.get(kind="decision").last == 1
