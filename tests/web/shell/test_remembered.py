"""What was read holds until the next write, and not longer than the bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from thidua.accounts.models import User
from thidua.support.audit.actions.record import record
from thidua.web.shell import remembered as memory
from thidua.web.shell.remembered import forget, remembered

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _from_the_beginning(settings) -> Iterator[None]:
    settings.REMEMBERED_SECONDS = 60
    forget()
    yield
    forget()


@pytest.fixture
def counting() -> Callable[[], int]:
    """A reading that says how often it was made."""
    made = []

    def read() -> int:
        made.append(1)
        return len(made)

    return read


def write() -> None:
    """Do what every action does: enter the log in a transaction."""
    with transaction.atomic():
        record(by=None, action="tests.written", subject=User(username="canbo"))


def taken_back() -> None:
    """Write, and fail before the end."""
    with transaction.atomic():
        record(by=None, action="tests.written", subject=User(username="canbo"))
        raise ZeroDivisionError


def test_a_reading_is_made_once_while_nobody_writes(counting):
    assert [remembered("sum", 1, read=counting) for _ in range(3)] == [1, 1, 1]


def test_readings_of_other_things_are_kept_apart(counting):
    assert [remembered("sum", one, read=counting) for one in (1, 2, 1, 2)] == [1, 2, 1, 2]


def test_the_next_write_makes_it_be_read_again(counting):
    before = remembered("sum", read=counting)
    write()
    assert (before, remembered("sum", read=counting), remembered("sum", read=counting)) == (1, 2, 2)


def test_a_write_that_is_taken_back_changes_nothing(counting):
    first = remembered("sum", read=counting)
    with pytest.raises(ZeroDivisionError):
        taken_back()
    assert (first, remembered("sum", read=counting)) == (1, 1)


def test_inside_a_transaction_nothing_is_remembered(counting):
    with transaction.atomic():
        assert [remembered("sum", read=counting) for _ in range(2)] == [1, 2]
    assert remembered("sum", read=counting) == 3


def test_what_passes_by_itself_is_read_again_after_the_bound(counting, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(memory.time, "monotonic", lambda: now[0])
    assert remembered("sum", read=counting) == 1
    now[0] += 59
    assert remembered("sum", read=counting) == 1
    now[0] += 1
    assert remembered("sum", read=counting) == 2


def test_a_bound_of_nothing_remembers_nothing(counting, settings):
    settings.REMEMBERED_SECONDS = 0
    assert [remembered("sum", read=counting) for _ in range(2)] == [1, 2]


def test_what_was_not_found_is_looked_for_again():
    def fail() -> int:
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            remembered("sum", read=fail)


def test_the_memory_lets_the_longest_unasked_go(counting, monkeypatch):
    monkeypatch.setattr(memory, "MOST", 2)
    for one in ("a", "b", "a", "c"):
        remembered(one, read=counting)
    assert [remembered(one, read=counting) for one in ("a", "c", "b")] == [1, 3, 4]


def test_a_remembered_reading_costs_one_query(counting):
    remembered("sum", read=counting)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        remembered("sum", read=counting)
    assert len(asked) == 1
