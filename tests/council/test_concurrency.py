"""Two devices, a vote during the closing, a process killed in the middle: one effect, or none."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from importlib import import_module
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.utils import translation

from tests.factories.council import SmallCouncil, opened, small_council
from thidua.council.actions import cast_ballot, close_session
from thidua.council.enums import SessionState
from thidua.council.models import BallotPaper, CountedReceipt, ItemResult, SealedBallot, Session, Voted
from thidua.council.queries import results
from thidua.council.refused import VotedAlready, VotingOver
from thidua.council.sealing import has_key

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run the calls in threads of their own that start together; return results and refusals in their order."""
    barrier, outcomes = Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable[[], object]) -> None:
        try:
            with translation.override("en"):
                barrier.wait(timeout=20)
                outcomes[place] = call()
        except (VotedAlready, VotingOver) as refusal:
            outcomes[place] = refusal
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place, call)) for place, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def rows() -> tuple[int, int, int, int, int]:
    counted = (SealedBallot, Voted, BallotPaper, CountedReceipt, ItemResult)
    return tuple(model.objects.count() for model in counted)


def test_two_ballots_of_one_member_at_once_are_one_ballot() -> None:
    council = small_council()
    session, (item,) = opened(council)
    devices = [
        lambda choice=choice: cast_ballot(session=session.pk, choices={item.pk: choice}, by=council.user(0))
        for choice in ("yes", "no", "yes", "no")
    ]

    outcomes = at_once(*devices)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Receipt", *["VotedAlready"] * 3]
    assert rows()[:2] == (1, 1)


def test_a_vote_during_the_closing_is_counted_or_refused_never_lost() -> None:
    council = small_council()
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    votes = [
        lambda number=number: cast_ballot(
            session=session.pk, choices={item.pk: "yes"}, by=council.user(number)
        )
        for number in (1, 2, 3)
    ]

    *voters, closed = at_once(
        *votes, lambda: close_session(session=session, by=council.secretary, reason="Hết giờ")
    )

    taken = [outcome for outcome in voters if type(outcome).__name__ == "Receipt"]
    assert len(taken) + sum(isinstance(outcome, VotingOver) for outcome in voters) == 3
    assert isinstance(closed, Session)
    assert results(closed).get().yes == 1 + len(taken)
    assert rows() == (0, 1 + len(taken), 1 + len(taken), 1 + len(taken), 1)


def test_two_closings_at_once_count_once() -> None:
    council = small_council()
    session, (item,) = opened(council)
    for number in range(5):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))

    outcomes = at_once(*[lambda: close_session(session=session, by=council.secretary)] * 2)

    assert [type(outcome) for outcome in outcomes] == [Session, Session]
    assert rows() == (0, 5, 5, 5, 1)


def test_two_members_who_vote_at_once_are_both_counted() -> None:
    council = small_council()
    session, (item,) = opened(council)

    outcomes = at_once(
        *[
            lambda number=number: cast_ballot(
                session=session.pk, choices={item.pk: "yes"}, by=council.user(number)
            )
            for number in (0, 1)
        ]
    )

    assert [type(outcome).__name__ for outcome in outcomes] == ["Receipt"] * 2
    assert len({outcome.code for outcome in outcomes}) == 2  # type: ignore[attr-defined]
    assert rows()[:2] == (2, 2)
    closed = close_session(session=session, by=council.secretary, reason="Đủ")
    assert results(closed).get().yes == 2


class Killed(BaseException):
    """What ends a process: nothing may catch it and carry on."""


@pytest.fixture
def full_box() -> tuple[SmallCouncil, Session]:
    council = small_council()
    session, (item,) = opened(council)
    for number in range(5):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    return council, session


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "council_countedreceipt"',
        'DELETE FROM "council_sealedballot"',
        'INSERT INTO "council_itemresult"',
        'UPDATE "council_session"',
        'INSERT INTO "audit_auditentry"',
    ],
)
def test_a_closing_killed_at_any_step_leaves_the_box_full_and_can_be_done_again(
    full_box: tuple[SmallCouncil, Session], statement: str
) -> None:
    council, session = full_box

    def kill(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith(statement):
            raise Killed
        return done

    with connection.execute_wrapper(kill), pytest.raises(Killed):
        close_session(session=session, by=council.secretary)

    assert rows() == (5, 5, 0, 0, 0)
    session.refresh_from_db()
    assert session.state == SessionState.OPEN
    assert session.box is not None
    assert has_key(session.box)

    close_session(session=session, by=council.secretary)
    close_session(session=session, by=council.secretary)

    assert rows() == (0, 5, 5, 5, 1)
    assert not has_key(session.box)


def ended_by(act: Callable[[], object]) -> int:
    """Carry `act` out in a process of its own and return the signal that ended it, or 0."""
    connections.close_all()  # no process may use the connection of another
    child = os.fork()
    if child == 0:  # pragma: no cover
        try:
            act()
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.mark.parametrize(
    "statement", ['DELETE FROM "council_sealedballot"', 'INSERT INTO "audit_auditentry"']
)
def test_a_closing_process_that_is_killed_leaves_everything_as_it_was(
    full_box: tuple[SmallCouncil, Session], statement: str
) -> None:
    """A real process and a real SIGKILL: nothing of Python runs any more, only the database tidies up."""
    council, session = full_box

    def kill(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    def close() -> None:
        with connection.execute_wrapper(kill):
            close_session(session=session, by=council.secretary)

    assert ended_by(close) == signal.SIGKILL

    assert rows() == (5, 5, 0, 0, 0)
    assert session.box is not None
    assert has_key(session.box)

    closed = close_session(session=session, by=council.secretary)

    assert rows() == (0, 5, 5, 5, 1)
    assert (results(closed).get().yes, has_key(session.box)) == (5, False)


def test_a_process_killed_between_the_closing_and_the_end_of_the_key_ends_it_the_next_time(
    full_box: tuple[SmallCouncil, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    council, session = full_box

    def kill(box: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        closing = import_module("thidua.council.actions.close_session")
        patched.setattr(closing, "destroy_key", kill)
        with pytest.raises(Killed):
            close_session(session=session, by=council.secretary)
    assert session.box is not None
    assert (rows(), has_key(session.box)) == ((0, 5, 5, 5, 1), True)

    close_session(session=session, by=council.secretary)

    assert (rows(), has_key(session.box)) == ((0, 5, 5, 5, 1), False)


def test_a_vote_killed_halfway_leaves_neither_ballot_nor_voter() -> None:
    council = small_council()
    session, (item,) = opened(council)

    def kill(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith('INSERT INTO "council_sealedballot"'):
            raise Killed
        return done

    with connection.execute_wrapper(kill), pytest.raises(Killed):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))

    assert rows() == (0, 0, 0, 0, 0)
    assert cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0)).code != ""
