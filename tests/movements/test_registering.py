"""Registering for a movement, and deciding about registrations."""

from datetime import datetime
from decimal import Decimal

import pytest

from tests.factories.movements import (
    accepted_registration,
    answer,
    draft_movement,
    drafted_registration,
    running_movement,
    sent_registration,
)
from thidua.core.vietnamese.dates import VIETNAM_TIME, local_date
from thidua.movements.actions import (
    PledgeContent,
    RegistrationContent,
    accept_registration,
    accept_registrations,
    content_of,
    recall_registration,
    register,
    return_registration,
    review_movement,
    send_registration,
)
from thidua.movements.models import Registration
from thidua.orgs.actions import create_person
from thidua.support.audit.models import AuditEntry
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture
def movement(place):
    return running_movement(place, groups=2)


def rewritten(registration, by, content):
    registration.refresh_from_db()
    return register(
        movement=registration.movement,
        unit=registration.unit,
        content=RegistrationContent(content=content),
        version=registration.version,
        by=by,
    )


def state_of(registration):
    return Registration.objects.get(pk=registration.pk).state


def test_a_unit_writes_what_it_promises(place, movement):
    group = movement.content_groups.last()
    said = RegistrationContent(
        content="Làm đường thôn",
        fields=("culture_society", "economy"),
        groups=(group,),
        pledges=(PledgeContent("Làm 2 km đường", "rural-roads", Decimal(2)), PledgeContent("  ")),
    )
    row = register(movement=movement, unit=place.de_tham, content=said, by=place.clerk)
    assert (row.state, row.version) == ("draft", 1)
    assert content_of(row) == RegistrationContent(
        content="Làm đường thôn",
        fields=("economy", "culture_society"),
        groups=(group,),
        pledges=(PledgeContent("Làm 2 km đường", "rural-roads", Decimal(2)),),
    )


def test_a_unit_registers_once_and_changes_what_it_wrote(place, movement):
    first = drafted_registration(movement, place.de_tham, place.clerk)
    with pytest.raises(Refused):
        drafted_registration(movement, place.de_tham, place.clerk, content="Bắt đầu lại")
    second = rewritten(first, place.clerk, "Nội dung khác")
    assert (second.pk, second.content, second.version) == (first.pk, "Nội dung khác", 2)


def test_a_person_registers_beside_their_unit(place, movement):
    person = create_person(full_name="Lương Thị Bình", by=place.clerk)
    drafted_registration(movement, place.de_tham, place.clerk)
    row = register(
        movement=movement,
        unit=place.de_tham,
        person=person,
        content=RegistrationContent(content="Vận động ba hộ hiến đất"),
        by=place.clerk,
    )
    assert Registration.objects.count() == 2
    assert row.person == person


def test_a_clerk_registers_only_their_own_unit(place, movement):
    with pytest.raises(NotAllowed):
        drafted_registration(movement, place.hung_son, place.clerk)
    assert not Registration.objects.exists()


def test_a_draft_and_a_closed_movement_take_no_registrations(place, movement):
    with pytest.raises(Refused):
        drafted_registration(draft_movement(place), place.de_tham, place.clerk)
    started = drafted_registration(movement, place.de_tham, place.clerk)
    review_movement(movement=movement, kind="final", held_on=movement.starts_on, by=place.officer)
    movement.refresh_from_db()
    with pytest.raises(Refused):
        drafted_registration(movement, place.hung_son, place.other_clerk)
    with pytest.raises(Refused):
        send_registration(registration=started, by=place.clerk)


def test_groups_of_another_movement_are_refused(place, movement):
    stranger = running_movement(place, groups=1).content_groups.get()
    with pytest.raises(Refused) as refused:
        drafted_registration(movement, place.de_tham, place.clerk, groups=(stranger,))
    assert list(refused.value.faults) == ["groups"]


def test_an_empty_registration_is_not_sent(place, movement):
    row = drafted_registration(movement, place.de_tham, place.clerk, content="")
    with pytest.raises(Refused) as refused:
        send_registration(registration=row, by=place.clerk)
    assert list(refused.value.faults) == ["content"]
    assert state_of(row) == "draft"


def test_what_was_sent_is_recalled_before_it_is_changed(place, movement):
    row = sent_registration(movement, place.de_tham, place.clerk)
    with pytest.raises(Refused):
        rewritten(row, place.clerk, "Nội dung khác")
    recalled = recall_registration(registration=row, by=place.clerk)
    assert (recalled.state, recalled.sent_at) == ("draft", None)
    changed = rewritten(row, place.clerk, "Nội dung khác")
    assert changed.content == "Nội dung khác"


def test_a_decided_registration_is_not_recalled(place, movement):
    row = accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    with pytest.raises(Refused):
        recall_registration(registration=row, by=place.clerk)
    assert state_of(row) == "accepted"


def test_a_return_needs_a_reason_and_the_unit_sends_again(place, movement):
    row = sent_registration(movement, place.de_tham, place.clerk)
    with pytest.raises(Refused) as refused:
        return_registration(registration=row, reason="  ", by=place.officer)
    assert list(refused.value.faults) == ["reason"]
    returned = return_registration(registration=row, reason="Chỉ tiêu chưa có số", by=place.officer)
    assert (returned.state, returned.return_reason) == ("returned", "Chỉ tiêu chưa có số")
    again = send_registration(registration=row, by=place.clerk)
    assert (again.state, again.return_reason, again.decided_by) == ("sent", "", None)


def test_an_acceptance_by_mistake_is_returned_with_a_reason(place, movement):
    row = accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    returned = return_registration(registration=row, reason="Nhầm đơn vị", by=place.officer)
    assert returned.state == "returned"


def test_a_unit_does_not_accept_its_own_registration(place, movement):
    row = sent_registration(movement, place.de_tham, place.clerk)
    for act in (
        lambda: accept_registration(registration=row, by=place.clerk),
        lambda: return_registration(registration=row, reason="Không", by=place.other_clerk),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert state_of(row) == "sent"


def test_the_unit_that_answers_decides_for_its_own_movement(place, movement):
    own = answer(movement, place.district, place.district_clerk, local_date(datetime.now(VIETNAM_TIME)))
    row = sent_registration(own, place.de_tham, place.clerk)
    accepted = accept_registration(registration=row, by=place.district_clerk)
    assert (accepted.state, accepted.decided_by) == ("accepted", place.district_clerk)


def test_many_are_accepted_at_once_or_none(place, movement):
    first = sent_registration(movement, place.de_tham, place.clerk)
    second = sent_registration(movement, place.hung_son, place.other_clerk)
    recall_registration(registration=second, by=place.other_clerk)
    with pytest.raises(Refused):
        accept_registrations(registrations=[first, second], by=place.officer)
    assert [state_of(first), state_of(second)] == ["sent", "draft"]
    send_registration(registration=second, by=place.other_clerk)
    accept_registrations(registrations=[first, second], by=place.officer)
    assert [state_of(first), state_of(second)] == ["accepted", "accepted"]


def test_moments_of_the_past_are_kept(place, movement):
    sent, decided = datetime(2019, 9, 1, 9, tzinfo=VIETNAM_TIME), datetime(2019, 9, 3, 9, tzinfo=VIETNAM_TIME)
    row = drafted_registration(movement, place.de_tham, place.clerk)
    send_registration(registration=row, by=place.clerk, at=sent)
    accepted = accept_registration(registration=row, by=place.officer, at=decided)
    assert (accepted.sent_at, accepted.decided_at) == (sent, decided)


def test_two_clerks_of_one_unit_do_not_overwrite_each_other(place, movement):
    rewritten(drafted_registration(movement, place.de_tham, place.clerk), place.clerk, "Người thứ nhất")
    with pytest.raises(EditedMeanwhile):
        register(
            movement=movement,
            unit=place.de_tham,
            content=RegistrationContent(content="Người thứ hai"),
            version=1,
            by=place.clerk,
        )
    assert Registration.objects.get().content == "Người thứ nhất"


def test_every_move_leaves_an_entry(place, movement):
    row = accepted_registration(movement, place.de_tham, place.clerk, place.officer)
    entries = AuditEntry.objects.filter(subject_type="movements.registration", subject_id=str(row.pk))
    assert list(entries.order_by("sequence").values_list("action", "actor_name", "subject_name")) == [
        (f"movements.registration_{verb}", name, "Xã Đề Thám: Đợt thi đua cao điểm 60 ngày đêm")
        for verb, name in (
            *(("written", "Lương Văn Đề"), ("sent", "Lương Văn Đề")),
            ("accepted", "Hoàng Văn Chuyên"),
        )
    ]
