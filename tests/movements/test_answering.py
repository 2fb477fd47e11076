"""Answering a movement from above."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import answer, content, draft_movement, running_movement
from thidua.movements.actions import answer_movement, edit_movement, launch_movement
from thidua.movements.models import Movement
from thidua.support.refusals import NotAllowed, Refused

TODAY = timezone.localdate()


def test_a_commune_answers_with_its_own_name_and_content(place):
    parent = running_movement(place)
    own = content(short_name="Đề Thám 60 ngày làm đường", theme="Mỗi thôn một đoạn đường")
    drafted = answer_movement(parent=parent, unit=place.de_tham, content=own, by=place.clerk, on=TODAY)
    assert (drafted.parent, drafted.launched_by, drafted.state) == (parent, place.de_tham, "draft")
    assert drafted.short_name == "Đề Thám 60 ngày làm đường"


def test_the_unit_launches_and_edits_its_own_answer(place):
    parent = running_movement(place)
    own = answer(parent, place.de_tham, place.clerk, TODAY)
    assert own.state == "launched"
    edited = edit_movement(
        movement=own, content=content(theme="Mỗi thôn hai đoạn đường"), version=own.version, by=place.clerk
    )
    assert edited.theme == "Mỗi thôn hai đoạn đường"


def test_a_clerk_answers_only_for_their_own_unit(place):
    parent = running_movement(place)
    with pytest.raises(NotAllowed):
        answer_movement(parent=parent, unit=place.hung_son, content=content(), by=place.clerk, on=TODAY)
    drafted = answer_movement(
        parent=parent, unit=place.hung_son, content=content(), by=place.other_clerk, on=TODAY
    )
    with pytest.raises(NotAllowed):
        launch_movement(movement=drafted, by=place.clerk)
    assert Movement.objects.get(pk=drafted.pk).state == "draft"


def test_a_draft_is_not_answered(place):
    parent = draft_movement(place)
    with pytest.raises(Refused):
        answer_movement(parent=parent, unit=place.de_tham, content=content(), by=place.clerk, on=TODAY)


def test_a_unit_that_does_not_stand_below_the_launcher_does_not_answer(place):
    of_the_district = answer(running_movement(place), place.district, place.district_clerk, TODAY)
    with pytest.raises(Refused):
        answer_movement(
            parent=of_the_district, unit=place.department, content=content(), by=place.officer, on=TODAY
        )
    with pytest.raises(Refused):
        answer_movement(
            parent=of_the_district, unit=place.district, content=content(), by=place.district_clerk, on=TODAY
        )


def test_a_unit_that_does_not_exist_yet_does_not_answer(place):
    parent = running_movement(place)
    place.de_tham.exists_from = TODAY + timedelta(days=1)
    place.de_tham.save()
    with pytest.raises(Refused):
        answer_movement(
            parent=parent, unit=place.de_tham, content=content(), by=place.clerk, on=date(2019, 9, 1)
        )
