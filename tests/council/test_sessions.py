"""Members and terms, agendas under the law's shares, quorum, cancelling and extending."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.council import (
    CERTIFICATE,
    GROUND,
    SmallCouncil,
    agenda,
    dossier,
    nomination,
    opened,
    opening,
    planned,
    seat,
)
from tests.factories.movements import account
from thidua.accounts.roles import UNIT_OFFICER
from thidua.core.law.votes import VoteRule, vote_rule
from thidua.council.access import sessions_seen_by
from thidua.council.actions import (
    add_member,
    add_to_agenda,
    cancel_session,
    cast_ballot,
    close_session,
    end_term,
    extend_session,
    find_session,
    mark_attendance,
    open_session,
    record_show_of_hands,
    remove_from_agenda,
)
from thidua.council.enums import Body, MemberPost, SessionState
from thidua.council.models import AgendaItem, CouncilMember, SealedBallot
from thidua.council.queries import results, seats, threshold_in_words, turnout
from thidua.council.thresholds import Threshold
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import DossierState
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


@pytest.mark.parametrize(
    ("percent", "strictly", "members", "needed"),
    [(90, False, 11, 10), (90, False, 10, 9), (80, False, 11, 9), (50, True, 10, 6), (50, True, 11, 6)],
)
def test_the_share_is_reached_in_whole_votes(percent: int, strictly: bool, members: int, needed: int) -> None:
    threshold = Threshold(percent, strictly, members)
    assert threshold.needed == needed
    assert (threshold.is_reached(needed - 1), threshold.is_reached(needed)) == (False, True)


def test_members_are_listed_chair_first_with_where_they_work_today(council: SmallCouncil) -> None:
    seat(council.place, "Chu Văn Sở", works_at=council.place.department)
    listed = seats(council.unit, timezone.localdate())
    assert [(row.member.post, row.name, row.works_at) for row in listed][::5] == [
        ("chair", "Lý Văn An", ()),
        ("member", "Chu Văn Sở", ("Chuyên viên, Sở Nội vụ",)),
    ]


def test_a_seat_needs_the_role_of_a_member_and_a_free_term(council: SmallCouncil) -> None:
    clerk = account(UNIT_OFFICER.code, council.place.de_tham)
    with pytest.raises(Refused) as without_role:
        add_member(unit=council.unit, user=clerk, since=date(2026, 1, 1), by=council.secretary)
    with pytest.raises(Refused) as twice:
        add_member(unit=council.unit, user=council.user(0), since=date(2026, 1, 1), by=council.secretary)
    with pytest.raises(NotAllowed):
        add_member(unit=council.unit, user=council.user(0), since=date(2026, 1, 1), by=council.user(0))
    assert list(without_role.value.faults) == list(twice.value.faults) == ["user"]

    end_term(member=council.seats[0], until=date(2025, 12, 31), by=council.secretary)
    again = add_member(
        unit=council.unit,
        user=council.user(0),
        since=date(2026, 1, 1),
        post=MemberPost.CHAIR,
        by=council.secretary,
    )
    assert (again.post, CouncilMember.objects.filter(user=council.user(0)).count()) == ("chair", 2)


def test_an_ended_term_is_not_on_the_roll_and_the_standing_body_meets_alone(council: SmallCouncil) -> None:
    seat(council.place, "Chu Văn Thường", standing=True)
    end_term(member=council.seats[4], until=timezone.localdate() - timedelta(days=1), by=council.secretary)

    whole, _items = opened(council)
    standing, _items = opened(council, body=Body.STANDING_BODY)

    assert (whole.members_total, whole.roll.count()) == (5, 5)
    assert [str(entry.member) for entry in standing.roll.all()] == ["Chu Văn Thường"]


def test_sessions_are_numbered_through_the_year(council: SmallCouncil) -> None:
    year = timezone.localdate().year
    assert [str(planned(council)) for _ in range(3)] == [f"1/{year}", f"2/{year}", f"3/{year}"]


def test_share_and_way_of_voting_come_from_the_law_of_the_day(council: SmallCouncil) -> None:
    """Decree 98 asks 90 % on a ballot, surely; its dossiers keep it after 01/07/2025."""
    old = dossier(council.place, received_on=date(2025, 3, 3), reception_year=2025, reception_number=1)
    session = planned(council)
    (item,) = add_to_agenda(session=session, nominations=[nomination(old)], by=council.secretary)
    assert (item.ballot, item.percent, item.strictly, item.ground) == ("ballot", 90, False, "")
    assert item.cites == "khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"


def test_a_rule_that_nobody_checked_needs_a_ground(council: SmallCouncil) -> None:
    session = planned(council)
    with pytest.raises(Refused) as refusal:
        add_to_agenda(session=session, nominations=[nomination(dossier(council.place))], by=council.secretary)
    assert list(refusal.value.faults) == ["ground"]
    (item,) = add_to_agenda(
        session=session,
        nominations=[nomination(dossier(council.place), award=CERTIFICATE)],
        ground=GROUND,
        by=council.secretary,
    )
    assert (item.ballot, item.percent, item.strictly, item.ground) == ("show", 50, True, GROUND)


def test_a_council_votes_more_strictly_than_the_law_never_less(council: SmallCouncil) -> None:
    old = dossier(council.place, received_on=date(2025, 3, 3), reception_year=2025, reception_number=1)
    session = planned(council)
    with pytest.raises(Refused) as refusal:
        add_to_agenda(
            session=session,
            nominations=[nomination(old)],
            ballot="show",
            percent=80,
            ground=GROUND,
            by=council.secretary,
        )
    assert list(refusal.value.faults) == ["percent", "ballot"]
    (item,) = add_to_agenda(
        session=session, nominations=[nomination(old)], ballot="secret", percent=95, by=council.secretary
    )
    assert (item.ballot, item.percent) == ("secret", 95)


def test_only_what_is_before_this_council_and_not_suspended_goes_on_the_agenda(council: SmallCouncil) -> None:
    session = planned(council)
    other_office = dossier(council.place, deciding_unit=council.place.district)
    with pytest.raises(NotAllowed):
        add_to_agenda(
            session=session, nominations=[nomination(other_office)], ground=GROUND, by=council.secretary
        )
    for of, more in (
        (dossier(council.place, state=DossierState.RECEIVED), {}),
        (dossier(council.place, suspended=True), {}),
        (dossier(council.place), {"suspended": True}),
        (dossier(council.place), {"outcome": "failed"}),
    ):
        with pytest.raises(Refused) as refusal:
            add_to_agenda(
                session=session, nominations=[nomination(of, **more)], ground=GROUND, by=council.secretary
            )
        assert list(refusal.value.faults) == ["nominations"]
    assert AgendaItem.objects.count() == 0


def test_a_nomination_waits_on_one_agenda_at_a_time(council: SmallCouncil) -> None:
    first, second = planned(council), planned(council)
    given = (nomination(dossier(council.place)),)
    agenda(council, first, "secret", nominations=given)
    with pytest.raises(Refused):
        agenda(council, second, "secret", nominations=given)
    cancel_session(session=first, reason="Hoãn họp", by=council.secretary)
    assert len(agenda(council, second, "secret", nominations=given)) == 1


def test_an_agenda_does_not_change_after_opening(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    for change in (
        lambda: agenda(council, session, "secret"),
        lambda: remove_from_agenda(item=item, by=council.secretary),
        lambda: opening(council, session),
    ):
        with pytest.raises(Refused) as refusal:
            change()
        assert "no longer change" in str(refusal.value)
    assert session.items.count() == 1


def test_a_nominee_suspended_after_the_agenda_was_made_stops_the_opening(council: SmallCouncil) -> None:
    session = planned(council)
    given = nomination(dossier(council.place), "Người bị tạm dừng")
    agenda(council, session, "secret", nominations=(given,))
    type(given).objects.update(suspended=True)
    with pytest.raises(Refused) as refusal:
        opening(council, session)
    assert str(refusal.value) == "“Người bị tạm dừng” is suspended; lift the suspension first."


def test_the_quorum_of_another_province_holds_only_with_a_ground(council: SmallCouncil) -> None:
    session = planned(council)
    agenda(council, session, "secret")
    with pytest.raises(Refused) as refusal:
        open_session(session=session, by=council.secretary)
    assert list(refusal.value.faults) == ["quorum_ground"]
    row = open_session(session=session, by=council.secretary, quorum_ground=GROUND)
    assert (row.quorum_share, row.quorum_ground, turnout(row).needed) == ("4/5", GROUND, 4)


@pytest.mark.parametrize("share", ["0", "5/4", "nhiều", "1/0"])
def test_a_quorum_is_a_share_of_the_members(council: SmallCouncil, share: str) -> None:
    session = planned(council)
    agenda(council, session, "secret")
    with pytest.raises(Refused) as refusal:
        opening(council, session, share)
    assert list(refusal.value.faults) == ["quorum_share"]


def test_a_session_without_quorum_is_not_closed(council: SmallCouncil) -> None:
    session = planned(council)
    (item,) = agenda(council, session, "secret")
    session = opening(council, session, "4/5")
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    mark_attendance(
        session=session,
        presence={council.seats[1].pk: "present", council.seats[2].pk: "absent"},
        reasons={council.seats[2].pk: "đi công tác"},
        by=council.secretary,
    )
    with pytest.raises(Refused) as refusal:
        close_session(session=session, by=council.secretary, reason="Xong")
    assert str(refusal.value) == ("2 of 5 members take part; 4 are needed. Extend the session or cancel it.")


def test_closing_before_the_time_needs_a_reason_while_somebody_present_has_not_voted(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    mark_attendance(session=session, presence={council.seats[1].pk: "present"}, by=council.secretary)
    with pytest.raises(Refused) as refusal:
        close_session(session=session, by=council.secretary)
    assert str(refusal.value) == "1 members have not voted yet. Wait, or write why the voting ends now."
    assert close_session(session=session, by=council.secretary, reason="Đã về").early_reason == "Đã về"


def test_a_cancelled_session_counts_nothing_and_destroys_its_ballots(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    with pytest.raises(Refused):
        cancel_session(session=session, reason="", by=council.secretary)
    row = cancel_session(session=session, reason="Mất điện", by=council.secretary)
    assert (row.state, SealedBallot.objects.count()) == (SessionState.CANCELLED, 0)


def test_a_session_is_extended_never_shortened(council: SmallCouncil) -> None:
    session, _items = opened(council)
    with pytest.raises(Refused):
        extend_session(
            session=session,
            closes_at=session.closes_at - timedelta(minutes=1),
            reason="Vội",
            by=council.secretary,
        )
    later = session.closes_at + timedelta(hours=1)
    row = extend_session(session=session, closes_at=later, reason="Chờ đủ", by=council.secretary)
    assert row.closes_at == later


def test_only_whoever_keeps_the_council_opens_and_closes_and_every_try_is_logged(
    council: SmallCouncil,
) -> None:
    session, _items = opened(council)
    for outsider in (council.user(0), council.place.clerk, council.place.chairman):
        with pytest.raises(NotAllowed):
            close_session(session=session, by=outsider)
    tries = AuditEntry.objects.filter(action="council.refused")
    assert [entry.actor_name for entry in tries] == ["Lý Văn An", "Lương Văn Đề", "Lý Thị Chủ"]


def test_a_hidden_session_answers_as_one_that_does_not_exist(council: SmallCouncil) -> None:
    session, _items = opened(council)
    assert list(sessions_seen_by(council.user(0))) == list(sessions_seen_by(council.secretary)) == [session]
    assert list(sessions_seen_by(council.place.clerk)) == []
    answers = set()
    for pk in (session.pk, session.pk + 1000):
        with pytest.raises(NotAllowed) as refusal:
            find_session(session=pk, by=council.place.clerk)
        answers.add(str(refusal.value))
    assert len(answers) == 1
    assert AuditEntry.objects.filter(action="council.refused", actor_name="Lương Văn Đề").count() == 2
    assert find_session(session=session.pk, by=council.user(0)) == session


def test_a_planned_session_is_seen_by_the_members_of_its_day(council: SmallCouncil) -> None:
    session = planned(council)
    end_term(member=council.seats[4], until=timezone.localdate() - timedelta(days=1), by=council.secretary)
    assert list(sessions_seen_by(council.user(0))) == [session]
    assert list(sessions_seen_by(council.user(4))) == []


def test_every_share_of_the_law_book_counts_all_members_and_only_agreement(council: SmallCouncil) -> None:
    """Absent, recused and abstaining members stand among all members and are no votes for."""
    book = current_book()
    rules = {code: vote_rule(book, code, date(2026, 6, 1)) for code in book.awards}
    known = {code: rule for code, rule in rules.items() if isinstance(rule, VoteRule)}
    shares = {(rule.percent, rule.strictly) for rule in known.values()}

    assert shares == {(90, False), (80, False), (50, True)}
    for rule in known.values():
        assert rule.source.cites != ()
        for members in range(1, 40):
            needed = Threshold(rule.percent, rule.strictly, members).needed
            assert needed == rule.votes_needed(members)
            assert [rule.is_reached(yes, members) for yes in (needed - 1, min(needed, members))] == [
                False,
                True,
            ]


def test_a_rule_that_nobody_verified_carries_its_mark_until_the_board_checks_it(
    council: SmallCouncil,
) -> None:
    session, (item,) = opened(council, "secret")
    # The quorum is the council's own here, with its ground: no clause that could be unsure.
    assert (item.unverified, session.quorum_unverified) == (True, False)
    assert "[not verified]" in threshold_in_words(item, 5, 5)
    item.unverified = False
    assert "[not verified]" not in threshold_in_words(item, 5, 5)


def test_a_tie_is_no_majority(council: SmallCouncil) -> None:
    session, (item,) = opened(council, "show")
    hands = {
        seat.pk: choice for seat, choice in zip(council.seats[:4], ("yes", "yes", "no", "no"), strict=True)
    }
    record_show_of_hands(item=item, hands=hands, by=council.secretary)

    closed = close_session(session=session, by=council.secretary, reason="Đủ")

    assert [(row.yes, row.no, row.needed, row.passed) for row in results(closed)] == [(2, 2, 3, False)]
