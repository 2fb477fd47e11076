"""Reviewing, closing and reopening a movement."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import content, draft_movement, running_movement
from thidua.movements.actions import edit_movement, reopen_movement, review_movement
from thidua.movements.models import Movement, Review
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def review(movement, by, **changes):
    said = {"kind": "final", "held_on": date(2019, 10, 31)} | changes
    return review_movement(movement=movement, by=by, **said)


def test_a_preliminary_review_keeps_the_movement_running(place):
    movement = running_movement(place)
    review(movement, place.officer, kind="preliminary", held_on=date(2019, 9, 20), findings="Đạt tiến độ")
    movement.refresh_from_db()
    assert (movement.state, movement.ended_on) == ("reviewed", None)
    assert Review.objects.get().findings == "Đạt tiến độ"


def test_the_final_review_closes_the_movement_on_its_real_end(place):
    movement = running_movement(place)
    review(movement, place.officer, ended_on=date(2019, 10, 17))
    movement.refresh_from_db()
    assert (movement.state, movement.ended_on) == ("closed", date(2019, 10, 17))


def test_without_another_day_the_movement_ends_with_its_final_review(place):
    movement = running_movement(place)
    review(movement, place.officer)
    assert Movement.objects.get().ended_on == date(2019, 10, 31)


def test_the_real_end_may_lie_after_the_slogans_days(place):
    movement = running_movement(place)
    review(movement, place.officer)
    movement.refresh_from_db()
    assert (movement.slogan_days, movement.planned_end, movement.ended_on) == (
        *(60, date(2019, 10, 17), date(2019, 10, 31)),
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "other"}, "kind"),
        ({"held_on": date(2018, 10, 31)}, "held_on"),
        ({"held_on": timezone.localdate() + timedelta(days=1)}, "held_on"),
        ({"ended_on": date(2019, 8, 1)}, "ended_on"),
        ({"ended_on": date(2019, 11, 4)}, "ended_on"),
    ],
)
def test_a_review_that_cannot_be_is_refused(place, changes, field):
    movement = running_movement(place)
    with pytest.raises(Refused) as refused:
        review(movement, place.officer, **changes)
    assert list(refused.value.faults) == [field]
    assert not Review.objects.exists()


def test_a_draft_is_not_reviewed_and_a_closed_movement_not_again(place):
    with pytest.raises(Refused):
        review(draft_movement(place), place.officer)
    movement = running_movement(place)
    review(movement, place.officer)
    with pytest.raises(Refused):
        review(movement, place.officer)


def test_a_clerk_does_not_close_a_movement_of_the_province(place):
    with pytest.raises(NotAllowed):
        review(running_movement(place), place.clerk)
    assert Movement.objects.get().state == "launched"


def test_a_closed_movement_is_reopened_before_it_is_edited(place):
    movement = running_movement(place)
    review(movement, place.officer, kind="preliminary", held_on=date(2019, 9, 20))
    review(movement, place.officer, findings="Ghi nhầm")
    version = Movement.objects.get().version
    with pytest.raises(Refused):
        edit_movement(movement=movement, content=content(slogan_days=61), version=version, by=place.officer)
    reopened = reopen_movement(movement=movement, reason="Ghi nhầm phong trào", by=place.officer)
    assert (reopened.state, reopened.ended_on) == ("reviewed", None)
    assert list(Review.objects.values_list("kind", flat=True)) == ["preliminary"]
    edited = edit_movement(
        movement=movement, content=content(slogan_days=61), version=reopened.version, by=place.officer
    )
    assert edited.slogan_days == 61


def test_what_the_taken_back_review_said_stays_in_the_log(place):
    movement = running_movement(place)
    review(movement, place.officer, findings="Ghi nhầm")
    reopen_movement(movement=movement, reason="Nhầm phong trào", by=place.officer)
    details = AuditEntry.objects.get(action="movements.reopened").details
    assert details == (
        '{"ended_on":"2019-10-31","findings":"Ghi nhầm","held_on":"2019-10-31","reason":"Nhầm phong trào"}'
    )


def test_a_movement_is_reopened_with_a_reason_only(place):
    movement = running_movement(place)
    review(movement, place.officer)
    with pytest.raises(Refused) as refused:
        reopen_movement(movement=movement, reason=" ", by=place.officer)
    assert list(refused.value.faults) == ["reason"]
    with pytest.raises(NotAllowed):
        reopen_movement(movement=movement, reason="Tôi muốn", by=place.clerk)
    assert Movement.objects.get().state == "closed"
