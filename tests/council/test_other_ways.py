"""Written votes of absent members, paper ballots under two tellers, shows of hands; results handed on."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from tests.factories.council import SmallCouncil, opened, signed_paper
from tests.factories.movements import account
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER
from thidua.council.actions import (
    Counted,
    cast_ballot,
    close_session,
    declare_conflict,
    hand_on_results,
    issue_paper_ballots,
    key_paper_count,
    mark_attendance,
    name_tellers,
    record_show_of_hands,
    record_written_vote,
)
from thidua.council.models import AgendaItem, ItemResult, NamedVote, PaperCount, Session, Voted, WrittenVote
from thidua.council.queries import latest_results, paper_items, turnout
from thidua.council.refused import VotedAlready
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture
def tellers(council: SmallCouncil) -> tuple[User, User]:
    return (
        account(BOARD_OFFICER.code, council.unit, "Kiểm phiếu Một"),
        account(BOARD_OFFICER.code, council.unit, "Kiểm phiếu Hai"),
    )


@pytest.fixture
def in_the_hall(council: SmallCouncil, tellers: tuple[User, User]) -> tuple[Session, AgendaItem]:
    """Four members vote on paper."""
    session, (item,) = opened(council)
    name_tellers(session=session, first=tellers[0], second=tellers[1], by=council.secretary)
    issue_paper_ballots(session=session, members=council.seats[:4], by=council.secretary)
    return session, item


def result() -> tuple[int, ...]:
    row = ItemResult.objects.get()
    return (row.issued, row.received, row.valid, row.invalid, row.yes, row.no, row.abstained, row.written)


def test_an_absent_members_written_vote_counts_with_the_signed_paper(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    said = {item.pk: "yes"}
    today = timezone.localdate()
    with pytest.raises(Refused) as refusal:
        record_written_vote(
            session=session,
            member=council.seats[4],
            choices=said,
            paper=None,
            signed_on=today,
            by=council.secretary,
        )
    assert list(refusal.value.faults) == ["paper"]
    record_written_vote(
        session=session,
        member=council.seats[4],
        choices=said,
        paper=signed_paper(council.secretary),
        signed_on=today,
        by=council.secretary,
    )
    for number in range(4):
        cast_ballot(session=session.pk, choices=said, by=council.user(number))
    assert (turnout(session).present, turnout(session).written) == (4, 1)
    close_session(session=session, by=council.secretary)

    assert result() == (5, 5, 5, 0, 5, 0, 0, 1)
    assert str(WrittenVote.objects.get().paper) == "phieu-y-kien.pdf"


def test_nobody_votes_both_in_writing_and_in_the_session(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    written = {
        "session": session,
        "member": council.seats[0],
        "choices": {item.pk: "no"},
        "paper": signed_paper(council.secretary),
        "signed_on": timezone.localdate(),
        "by": council.secretary,
    }
    mark_attendance(session=session, presence={council.seats[0].pk: "present"}, by=council.secretary)
    with pytest.raises(Refused) as present:
        record_written_vote(**written)
    assert str(present.value) == "This member is present and votes in the session."
    mark_attendance(session=session, presence={council.seats[0].pk: "absent"}, by=council.secretary)
    record_written_vote(**written)
    with pytest.raises(VotedAlready):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    with pytest.raises(VotedAlready):
        record_written_vote(**written)
    assert NamedVote.objects.count() == 1


def test_two_tellers_who_agree_give_the_result(
    council: SmallCouncil, tellers: tuple[User, User], in_the_hall: tuple[Session, AgendaItem]
) -> None:
    session, item = in_the_hall
    counted = Counted(issued=4, received=3, invalid=1, yes=2, no=0)
    assert not key_paper_count(item=item, counted=counted, by=tellers[0]).agreed
    assert key_paper_count(item=item, counted=counted, by=tellers[1]).agreed
    close_session(session=session, by=council.secretary)

    assert result() == (4, 3, 2, 1, 2, 0, 0, 0)


def test_tellers_who_differ_see_where_and_the_session_stays_open(
    council: SmallCouncil, tellers: tuple[User, User], in_the_hall: tuple[Session, AgendaItem]
) -> None:
    session, item = in_the_hall
    key_paper_count(item=item, counted=Counted(4, 4, 0, 3, 1), by=tellers[0])
    (alone,) = paper_items(session, tellers[1])
    assert (alone.counts, alone.own, alone.differences) == (1, None, ())

    standing = key_paper_count(item=item, counted=Counted(4, 4, 0, 4, 0), by=tellers[1])

    assert [(row.field, row.first, row.second) for row in standing.differences] == [
        ("yes", 3, 4),
        ("no", 1, 0),
    ]
    with pytest.raises(Refused) as refusal:
        close_session(session=session, by=council.secretary, reason="Hết giờ")
    assert str(refusal.value) == f"The two tellers have not agreed yet on: {item}."
    assert key_paper_count(item=item, counted=Counted(4, 4, 0, 4, 0), by=tellers[0]).agreed
    with pytest.raises(Refused) as settled:
        key_paper_count(item=item, counted=Counted(4, 4, 0, 2, 2), by=tellers[0])
    assert str(settled.value) == "Both tellers agree on this item; its count no longer changes."
    # The log does not carry the numbers from one teller to the other.
    told = AuditEntry.objects.filter(action="council.paper_counted").values_list("details", flat=True)
    assert [set(json.loads(details)) for details in told] == [{"item"}] * 3


@pytest.mark.parametrize(
    ("counted", "field"),
    [
        (Counted(5, 4, 0, 4, 0), "issued"),
        (Counted(4, 5, 0, 5, 0), "received"),
        (Counted(4, 4, 0, 3, 0), ""),
        (Counted(4, 3, -1, 4, 0), "invalid"),
    ],
)
def test_a_count_that_cannot_be_is_refused(
    tellers: tuple[User, User], in_the_hall: tuple[Session, AgendaItem], counted: Counted, field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        key_paper_count(item=in_the_hall[1], counted=counted, by=tellers[0])
    assert list(refusal.value.faults) == [field]
    assert PaperCount.objects.count() == 0


def test_only_the_two_named_tellers_key_a_count(
    council: SmallCouncil, in_the_hall: tuple[Session, AgendaItem]
) -> None:
    with pytest.raises(NotAllowed):
        key_paper_count(item=in_the_hall[1], counted=Counted(4, 4, 0, 4, 0), by=council.secretary)


def test_one_person_is_not_both_tellers(council: SmallCouncil, tellers: tuple[User, User]) -> None:
    session, _items = opened(council)
    with pytest.raises(Refused):
        name_tellers(session=session, first=tellers[0], second=tellers[0], by=council.secretary)
    with pytest.raises(Refused) as unnamed:
        issue_paper_ballots(session=session, members=council.seats[:1], by=council.secretary)
    assert str(unnamed.value) == "Name the two tellers before the first paper ballot is handed out."


def test_whoever_got_a_paper_ballot_no_longer_votes_in_the_system(
    council: SmallCouncil, in_the_hall: tuple[Session, AgendaItem]
) -> None:
    session, item = in_the_hall
    with pytest.raises(VotedAlready):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))


def test_a_secret_ballot_is_cast_in_one_way_by_all_so_that_no_single_paper_stands_apart(
    council: SmallCouncil, tellers: tuple[User, User], in_the_hall: tuple[Session, AgendaItem]
) -> None:
    session, item = in_the_hall
    with pytest.raises(Refused) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(4))
    assert str(refusal.value) == (
        "In a secret ballot everybody votes in one way, here: paper ballot in the hall. "
        "The secretary can help you."
    )

    other, (second,) = opened(council)
    name_tellers(session=other, first=tellers[0], second=tellers[1], by=council.secretary)
    cast_ballot(session=other.pk, choices={second.pk: "yes"}, by=council.user(0))
    with pytest.raises(Refused):
        issue_paper_ballots(session=other, members=council.seats[1:2], by=council.secretary)
    assert Voted.objects.filter(session=other).count() == 1


def test_an_open_ballot_mixes_paper_and_system(council: SmallCouncil, tellers: tuple[User, User]) -> None:
    session, (item,) = opened(council, "ballot")
    name_tellers(session=session, first=tellers[0], second=tellers[1], by=council.secretary)
    issue_paper_ballots(session=session, members=council.seats[:2], by=council.secretary)
    for teller in tellers:
        key_paper_count(item=item, counted=Counted(2, 2, 0, 1, 1), by=teller)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(4))
    closed = close_session(session=session, by=council.secretary)
    assert result() == (3, 3, 3, 0, 2, 1, 0, 0)
    assert latest_results([item.nomination_id]) == {item.nomination_id: ItemResult.objects.get()}
    assert closed.state == "closed"


def test_a_show_of_hands_is_kept_by_name(council: SmallCouncil) -> None:
    session, (item,) = opened(council, "show")
    hands = {
        seat.pk: choice for seat, choice in zip(council.seats, ("yes", "yes", "yes", "no"), strict=False)
    }
    record_show_of_hands(item=item, hands=hands, by=council.secretary)
    close_session(session=session, by=council.secretary)
    assert result() == (4, 4, 4, 0, 3, 1, 0, 0)
    assert ItemResult.objects.get().passed


def test_a_hand_counts_once_and_a_recused_member_raises_none(council: SmallCouncil) -> None:
    session, (item,) = opened(council, "show")
    declare_conflict(item=item, explanation="Em ruột", by=council.user(0))
    cast_ballot(session=session.pk, choices={item.pk: "no"}, by=council.user(1))
    for number, sentence in ((0, "do not vote on this item"), (1, "are in already")):
        with pytest.raises(Refused) as refusal:
            record_show_of_hands(item=item, hands={council.seats[number].pk: "yes"}, by=council.secretary)
        assert sentence in str(refusal.value)
    assert NamedVote.objects.get().choice == "no"


def test_a_ballot_item_is_not_voted_on_by_hand(council: SmallCouncil) -> None:
    _session, (item,) = opened(council, "secret")
    with pytest.raises(Refused):
        record_show_of_hands(item=item, hands={council.seats[0].pk: "yes"}, by=council.secretary)


def test_results_reach_the_nominations(council: SmallCouncil) -> None:
    session, (first, second) = opened(council, "secret", "secret")
    for number in range(5):
        said = {first.pk: "yes", second.pk: "yes" if number < 4 else "no"}
        cast_ballot(session=session.pk, choices=said, by=council.user(number))
    close_session(session=session, by=council.secretary)

    told = [type(item.nomination).objects.get(pk=item.nomination_id) for item in (first, second)]
    assert [(row.outcome, row.outcome_reason) for row in told] == [
        ("passed", f"Session {session}: 5 of 5 votes for, 5 needed."),
        ("failed", f"Session {session}: 4 of 5 votes for, 5 needed."),
    ]


def test_the_result_of_a_nominee_suspended_meanwhile_is_kept_back_until_it_is_handed_on(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council)
    nominations = type(item.nomination).objects
    for number in range(5):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    nominations.update(suspended=True)
    closed = close_session(session=session, by=council.secretary)
    assert (nominations.get().outcome, ItemResult.objects.get().passed) == ("eligible", True)
    assert len(hand_on_results(session=closed, by=council.secretary)) == 1

    nominations.update(suspended=False)

    assert [hand_on_results(session=closed, by=council.secretary) for _ in range(2)] == [[], []]
    assert nominations.get().outcome == "passed"
