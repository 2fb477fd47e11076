"""Conflicts of interest: found in the records, declared, dismissed with a reason; recused members do not vote."""

from __future__ import annotations

import json

import pytest

from tests.factories.council import (
    GROUND,
    SmallCouncil,
    agenda,
    dossier,
    nomination,
    opened,
    opening,
    planned,
    seat,
    worker,
)
from thidua.council.actions import (
    cast_ballot,
    close_session,
    declare_conflict,
    declare_interest,
    dismiss_recusal,
    find_recusals,
    open_session,
    withdraw_interest,
)
from thidua.council.enums import RecusalGround, RecusalState
from thidua.council.models import CouncilMember, ItemResult, Recusal, Session
from thidua.council.queries import found_conflicts
from thidua.orgs.actions import create_household
from thidua.registry.enums import RecipientKind
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def told(session: Session) -> set[tuple[str, str, str, str]]:
    return {
        (str(found.member), str(found.item.nomination), str(found.ground), found.explanation)
        for found in found_conflicts(session)
    }


@pytest.fixture
def colleague(council: SmallCouncil) -> CouncilMember:
    """A member who works in the department."""
    return seat(council.place, "Chu Văn Sở", works_at=council.place.department)


def test_the_records_show_every_kind_of_conflict(council: SmallCouncil, colleague: CouncilMember) -> None:
    place = council.place
    of = dossier(place)
    signed = dossier(place, declared_by=council.user(0))
    kin = worker(place, "Lường Thị Thân", place.hung_son)
    household = create_household(head=colleague.person, address_unit=place.village, by=place.officer)
    session = planned(council)
    declare_interest(member=council.seats[2], relation="vợ", person=kin, by=council.user(2))
    agenda(
        council,
        session,
        *["secret"] * 6,
        nominations=(
            nomination(of, "Chính mình", person=colleague.person),
            nomination(of, "Gia đình mình", kind=RecipientKind.HOUSEHOLD, household=household),
            nomination(of, "Đồng nghiệp", person=worker(place, "Đàm Văn Nghiệp", place.department)),
            nomination(of, "Sở Nội vụ", kind=RecipientKind.COLLECTIVE, unit=place.department),
            nomination(of, "Người thân", person=kin),
            nomination(signed, "Người được trình"),
        ),
    )

    assert told(session) == {
        ("Chu Văn Sở", "Chính mình", "nominee", "Chính mình"),
        ("Chu Văn Sở", "Gia đình mình", "nominee", "Gia đình mình"),
        ("Chu Văn Sở", "Đồng nghiệp", "same_unit", "Sở Nội vụ"),
        ("Chu Văn Sở", "Sở Nội vụ", "same_unit", "Sở Nội vụ"),
        ("Nông Văn Cao", "Người thân", "declared_tie", "vợ"),
        ("Lý Văn An", "Người được trình", "signed", signed.code),
    }


@pytest.mark.parametrize("number", [1, 3])
def test_conflicts_are_found_in_four_queries_however_many_nominees(
    council: SmallCouncil, colleague: CouncilMember, number: int, django_assert_num_queries
) -> None:
    of = dossier(council.place)
    session = planned(council)
    people = [
        worker(council.place, name, council.place.department)
        for name in ("Một Văn A", "Hai Văn B", "Ba Văn C")
    ]
    given = tuple(nomination(of, person=person) for person in people[:number])
    agenda(council, session, *["secret"] * number, nominations=given)
    with django_assert_num_queries(4):
        found = found_conflicts(session)
    assert [str(conflict.member) for conflict in found] == ["Chu Văn Sở"] * number


def test_a_tie_that_was_taken_back_no_longer_counts(council: SmallCouncil) -> None:
    kin = worker(council.place, "Lường Thị Thân", council.place.hung_son)
    session = planned(council)
    agenda(council, session, "secret", nominations=(nomination(dossier(council.place), "Thân", person=kin),))
    tie = declare_interest(member=council.seats[0], relation="chị gái", person=kin, by=council.secretary)
    assert told(session) == {("Lý Văn An", "Thân", "declared_tie", "chị gái")}
    withdraw_interest(declaration=tie, reason="Khai nhầm", by=council.user(0))
    assert told(session) == set()


def test_a_tie_is_withdrawn_with_a_reason_and_takes_its_unconfirmed_recusals_along(
    council: SmallCouncil,
) -> None:
    kin = worker(council.place, "Lường Thị Thân", council.place.hung_son)
    session = planned(council)
    agenda(council, session, "secret", nominations=(nomination(dossier(council.place), "Thân", person=kin),))
    tie = declare_interest(member=council.seats[0], relation="chị gái", person=kin, by=council.secretary)
    find_recusals(session=session, by=council.secretary)

    with pytest.raises(Refused) as refusal:
        withdraw_interest(declaration=tie, reason=" ", by=council.user(0))
    with pytest.raises(NotAllowed):
        withdraw_interest(declaration=tie, reason="Khai hộ", by=council.user(1))
    assert list(refusal.value.faults) == ["withdrawn_reason"]
    assert Recusal.objects.count() == 1

    withdraw_interest(declaration=tie, reason="Khai nhầm người", by=council.user(0))

    opening(council, session)
    assert Recusal.objects.count() == 0
    entry = AuditEntry.objects.get(action="council.interest_withdrawn")
    assert json.loads(entry.details) == {"reason": "Khai nhầm người", "unconfirmed_recusals": 1}
    with pytest.raises(Refused):
        withdraw_interest(declaration=tie, reason="Lần nữa", by=council.user(0))


def test_a_recusal_in_force_outlives_the_tie_it_rests_on(council: SmallCouncil) -> None:
    kin = worker(council.place, "Lường Thị Thân", council.place.hung_son)
    session = planned(council)
    agenda(council, session, "secret", nominations=(nomination(dossier(council.place), "Thân", person=kin),))
    tie = declare_interest(member=council.seats[0], relation="chị gái", person=kin, by=council.secretary)
    opening(council, session)

    withdraw_interest(declaration=tie, reason="Khai nhầm người", by=council.secretary)

    assert [row.state for row in Recusal.objects.all()] == ["in_force"]


def test_a_stranger_declares_nothing_for_a_member(council: SmallCouncil) -> None:
    kin = worker(council.place, "Lường Thị Thân", council.place.hung_son)
    with pytest.raises(NotAllowed):
        declare_interest(member=council.seats[0], relation="bạn", person=kin, by=council.user(1))


def test_what_the_records_show_holds_from_the_opening_and_keeps_the_member_from_voting(
    council: SmallCouncil, colleague: CouncilMember
) -> None:
    session = planned(council)
    mine = nomination(dossier(council.place), "Đồng nghiệp", person=colleague.person)
    (item,) = agenda(council, session, "secret", nominations=(mine,))
    assert [row.state for row in find_recusals(session=session, by=council.secretary)] == ["proposed"]
    session = opening(council, session)

    recusal = Recusal.objects.get()
    assert (recusal.member, recusal.ground, recusal.state) == (
        colleague,
        RecusalGround.NOMINEE,
        RecusalState.IN_FORCE,
    )
    with pytest.raises(Refused) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=colleague.user)
    assert str(refusal.value) == "You do not vote on this item: is the nominee."


def test_a_recused_member_still_counts_among_all_members(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    declare_conflict(item=item, explanation="Em ruột", by=council.user(4))
    for number in range(4):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    close_session(session=session, by=council.secretary)

    row = ItemResult.objects.get()
    assert (row.members, row.recused, row.issued, row.yes, row.needed, row.passed) == (5, 1, 4, 4, 5, False)


def test_a_council_whose_regulation_leaves_recused_members_out_counts_without_them(
    council: SmallCouncil,
) -> None:
    session = planned(council)
    (item,) = agenda(council, session, "secret")
    with pytest.raises(Refused) as refusal:
        open_session(
            session=session,
            by=council.secretary,
            quorum_share="2/3",
            quorum_ground=GROUND,
            recused_counted=False,
        )
    assert list(refusal.value.faults) == ["recused_ground"]
    session = open_session(
        session=session,
        by=council.secretary,
        quorum_share="2/3",
        quorum_ground=GROUND,
        recused_counted=False,
        recused_ground=GROUND,
    )
    declare_conflict(item=item, explanation="Em ruột", by=council.user(4))
    for number in range(4):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    close_session(session=session, by=council.secretary)
    row = ItemResult.objects.get()
    assert (row.members, row.needed, row.passed) == (4, 4, True)


def test_a_conflict_is_dismissed_with_a_reason_but_never_the_nominees_own(
    council: SmallCouncil, colleague: CouncilMember
) -> None:
    of = dossier(council.place)
    session = planned(council)
    other = worker(council.place, "Đàm Văn Nghiệp", council.place.department)
    items = agenda(
        council,
        session,
        "secret",
        "secret",
        nominations=(nomination(of, person=colleague.person), nomination(of, person=other)),
    )
    find_recusals(session=session, by=council.secretary)
    own, same_unit = (Recusal.objects.get(item=item) for item in items)

    with pytest.raises(Refused):
        dismiss_recusal(recusal=same_unit, reason=" ", by=council.secretary)
    with pytest.raises(Refused) as refusal:
        dismiss_recusal(recusal=own, reason="Không sao", by=council.secretary)
    assert str(refusal.value) == "Nobody votes on their own award; this recusal always holds."
    dismiss_recusal(recusal=same_unit, reason="Đã chuyển công tác", by=council.secretary)
    session = opening(council, session)

    cast_ballot(session=session.pk, choices={items[1].pk: "no"}, by=colleague.user)
    assert Recusal.objects.get(pk=same_unit.pk).state == RecusalState.DISMISSED


def test_a_member_who_voted_no_longer_declares_a_conflict(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    with pytest.raises(Refused) as refusal:
        declare_conflict(item=item, explanation="Nhớ ra muộn", by=council.user(0))
    assert str(refusal.value) == "“Lý Văn An” has voted; recusals no longer change."


def test_one_member_does_not_recuse_another(council: SmallCouncil) -> None:
    _session, (item,) = opened(council)
    with pytest.raises(NotAllowed):
        declare_conflict(item=item, explanation="Nghi ngờ", member=council.seats[1], by=council.user(0))
    row = declare_conflict(item=item, explanation="Anh em", member=council.seats[1], by=council.secretary)
    assert (row.member, row.state) == (council.seats[1], RecusalState.IN_FORCE)
