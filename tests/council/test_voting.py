"""Casting ballots: once, in time, by members only, and never told before the end."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from tests.factories.council import SmallCouncil, opened, planned
from tests.factories.movements import account
from thidua.accounts.roles import AUDITOR, COUNCIL_MEMBER
from thidua.core.vietnamese.dates import format_date_time
from thidua.council.actions import cast_ballot, close_session
from thidua.council.models import ItemResult, NamedVote, SealedBallot, Session, Voted
from thidua.council.queries import NotClosedYet, is_counted, open_votes, published_receipts, results
from thidua.council.refused import VotedAlready, VotingOver
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def refusals() -> list[tuple[str, str]]:
    entries = AuditEntry.objects.filter(action="council.refused").order_by("sequence")
    return [(entry.actor_name, entry.details) for entry in entries]


def counts(session: Session) -> list[tuple[int, int, int, bool]]:
    return [(row.yes, row.no, row.abstained, row.passed) for row in results(session)]


def test_every_vote_is_counted_under_the_share_over_all_members(council: SmallCouncil) -> None:
    session, (first, second) = opened(council, "secret", "ballot")
    for number in range(5):
        said = {first.pk: "yes", second.pk: "yes" if number < 3 else "no"}
        cast_ballot(session=session.pk, choices=said, by=council.user(number))

    closed = close_session(session=session, by=council.secretary)

    assert counts(closed) == [(5, 0, 0, True), (3, 2, 0, False)]
    row = ItemResult.objects.get(item=first)
    assert (row.members, row.needed, row.issued, row.received, row.valid) == (5, 5, 5, 5, 5)


def test_members_who_stay_away_count_as_members_all_the_same(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    for number in range(4):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))

    closed = close_session(session=session, by=council.secretary)

    # 4 of 4 who voted, but 4 of 5 members: 80 %, and 90 % are needed.
    assert counts(closed) == [(4, 0, 0, False)]


def test_a_second_ballot_of_the_same_member_changes_nothing_and_tells_when_the_first_came(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council)
    receipt = cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))

    with pytest.raises(VotedAlready) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "no"}, by=council.user(0))

    assert str(refusal.value) == (
        f"The vote of Lý Văn An was taken at {format_date_time(receipt.at)}; it counts once and does not change."
    )
    assert (SealedBallot.objects.count(), Voted.objects.count()) == (1, 1)


def test_a_late_ballot_is_refused_with_the_time_and_logged(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    late = session.closes_at + timedelta(minutes=1)

    with time_machine.travel(late, tick=False), pytest.raises(VotingOver) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))

    assert str(refusal.value) == (
        f"The session was closed at {format_date_time(session.closes_at)}; no vote is taken any more."
    )
    assert refusals() == [
        (
            "Lý Văn An",
            f'{{"attempt":"cast_ballot","refusal":"VotingOver","session":{session.pk}}}',
        )
    ]
    assert SealedBallot.objects.count() == 0


def test_a_closed_ballot_takes_no_more_votes(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    closed = close_session(session=session, by=council.secretary)
    assert closed.closed_at is not None

    with pytest.raises(VotingOver) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(1))

    assert format_date_time(closed.closed_at) in str(refusal.value)
    assert counts(closed) == [(1, 0, 0, False)]


def test_whoever_has_no_seat_gets_the_same_answer_whether_or_not_the_session_exists(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council)
    strangers = (
        account(COUNCIL_MEMBER.code, council.unit, "Không có ghế"),
        account(AUDITOR.code, council.unit, "Thanh tra"),
        council.secretary,
        council.place.clerk,
    )
    answers = set()
    for stranger in strangers:
        for pk in (session.pk, session.pk + 1000):
            with pytest.raises(NotAllowed) as refusal:
                cast_ballot(session=pk, choices={item.pk: "yes"}, by=stranger)
            answers.add((type(refusal.value), str(refusal.value)))

    assert len(answers) == 1
    assert len(refusals()) == 8
    assert Voted.objects.count() == 0
    # There was something to keep them from:
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    assert Voted.objects.count() == 1


def test_an_unopened_session_takes_no_votes_and_says_when_it_opens(council: SmallCouncil) -> None:
    session = planned(council)
    with pytest.raises(VotingOver) as refusal:
        cast_ballot(session=session.pk, choices={}, by=council.user(0))
    assert str(refusal.value) == (
        f"Session {session} is not open yet. It opens at {format_date_time(session.opens_at)}."
    )


def test_nothing_is_preselected_and_every_item_wants_an_answer(council: SmallCouncil) -> None:
    session, (first, second) = opened(council, "secret", "ballot")

    with pytest.raises(Refused) as refusal:
        cast_ballot(session=session.pk, choices={first.pk: "yes", second.pk: ""}, by=council.user(0))

    assert {
        field: [str(said) for said in sentences] for field, sentences in refusal.value.faults.items()
    } == {f"item_{second.pk}": [f"Choose an answer for “{second.nomination}”."]}
    assert (SealedBallot.objects.count(), NamedVote.objects.count(), Voted.objects.count()) == (0, 0, 0)


def test_no_vote_is_told_while_votes_are_taken(council: SmallCouncil) -> None:
    session, (item,) = opened(council, "ballot")
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    session.refresh_from_db()
    for asked in (results, open_votes):
        with pytest.raises(NotClosedYet):
            asked(session)

    closed = close_session(session=session, by=council.secretary, reason="Mọi người đã về")

    assert [votes.yes for votes in open_votes(closed).values()] == [("Lý Văn An",)]


def test_a_receipt_proves_that_the_ballot_was_counted_and_a_guess_does_not(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    receipts = [
        cast_ballot(session=session.pk, choices={item.pk: "no"}, by=council.user(number)).code
        for number in range(3)
    ]
    assert published_receipts(session) == []

    closed = close_session(session=session, by=council.secretary)

    assert len(published_receipts(closed)) == 3
    assert [is_counted(closed, code) for code in receipts] == [True, True, True]
    assert is_counted(closed, receipts[0].lower().replace("-", " "))
    assert not is_counted(closed, "2222-2222-2222-2222")


def test_a_ballot_on_open_items_alone_gives_no_receipt_and_keeps_names(council: SmallCouncil) -> None:
    session, (item,) = opened(council, "show")
    receipt = cast_ballot(session=session.pk, choices={item.pk: "abstain"}, by=council.user(2))
    assert (receipt.code, SealedBallot.objects.count()) == ("", 0)
    assert [(vote.member, vote.choice) for vote in NamedVote.objects.all()] == [(council.seats[2], "abstain")]
