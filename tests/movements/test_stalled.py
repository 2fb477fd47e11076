"""Movements that were launched and do not move."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import draft_movement, drafted_registration, running_movement
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.movements.actions import launch_movement, review_movement, send_registration
from thidua.movements.models import Event, Milestone, RoleModel
from thidua.movements.queries.stalled import stalled

LAUNCH = datetime(2019, 8, 19, 8, tzinfo=VIETNAM_TIME)
DAY = date(2019, 8, 19)


@pytest.fixture
def movement(place):
    return launch_movement(movement=draft_movement(place), by=place.chairman, at=LAUNCH)


def found(on: date, days: int = 30, **more):
    return [
        (row.movement, row.since, row.days, row.ever_moved) for row in stalled(today=on, days=days, **more)
    ]


def test_a_movement_without_any_sign_is_stalled_after_so_many_days(place, movement):
    assert found(DAY + timedelta(days=29)) == []
    assert found(DAY + timedelta(days=30)) == [(movement, DAY, 30, False)]


def test_a_registration_is_a_sign_of_life_until_it_grows_old(place, movement):
    row = drafted_registration(movement, place.de_tham, place.clerk)
    send_registration(registration=row, by=place.clerk, at=LAUNCH + timedelta(days=20))
    assert found(DAY + timedelta(days=40)) == []
    assert found(DAY + timedelta(days=50)) == [(movement, DAY + timedelta(days=20), 30, True)]


@pytest.mark.parametrize("story", ["role_model", "event", "milestone"])
def test_a_story_recorded_is_a_sign_of_life(place, movement, story):
    made = {
        "role_model": lambda: RoleModel.objects.create(
            subject_kind="collective",
            unit=place.de_tham,
            deed="Làm đường",
            field="economy",
            year=2019,
            found_by=place.de_tham,
        ),
        "event": lambda: Event.objects.create(name="Hội nghị", scale="local", year=2019, host=place.province),
        "milestone": lambda: Milestone.objects.create(
            field="economy",
            kind="completed",
            project="Cao tốc",
            reached="thông xe",
            year=2019,
            unit=place.province,
        ),
    }[story]()
    made.movements.add(movement)
    today = timezone.localdate()
    assert found(today) == []
    assert found(today + timedelta(days=30)) == [(movement, today, 30, True)]


def test_rooms_above_contribute_their_signs(place, movement):
    asked = []

    def figures(ids):
        asked.append(ids)
        return {movement.pk: DAY + timedelta(days=35)}

    assert found(DAY + timedelta(days=60), signs=[figures]) == []
    assert asked == [frozenset({movement.pk})]


def test_drafts_and_closed_movements_and_those_still_to_start_are_not_stalled(place, movement):
    draft_movement(place)
    review_movement(movement=movement, kind="final", held_on=date(2019, 10, 31), by=place.officer)
    later = draft_movement(place, starts_on=date(2019, 12, 1), planned_end=None)
    launch_movement(movement=later, by=place.chairman, at=LAUNCH)
    assert found(date(2019, 11, 30)) == []
    assert found(date(2019, 12, 31)) == [(later, date(2019, 12, 1), 30, False)]


@pytest.mark.parametrize("count", [1, 3])
def test_six_queries_whatever_the_movements(place, django_assert_num_queries, count):
    for _number in range(count):
        launch_movement(movement=draft_movement(place), by=place.chairman, at=LAUNCH)
    with django_assert_num_queries(6):
        assert len(stalled(today=date(2019, 12, 31), days=30)) == count


def test_the_longest_silence_comes_first(place, movement):
    second = running_movement(place)
    rows = stalled(today=timezone.localdate(), days=0)
    assert [row.movement for row in rows] == [movement, second]
