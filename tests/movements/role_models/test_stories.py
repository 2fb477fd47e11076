"""Writing, publishing, checking again and taking down a story."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.role_models import published, said, shown, story_content, verified, written
from thidua.movements.actions.publish_story import a_year_after, confirm_story, take_story_down
from thidua.movements.actions.write_story import write_story
from thidua.movements.models import RoleModelStory
from thidua.movements.queries.role_models import due_for_check
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def test_a_story_gets_its_address_once_and_keeps_it(place: SmallProvince) -> None:
    subject = verified(place)
    row = written(place, subject, photos=[shown(place.officer)])
    assert (row.slug, row.version, row.photos.count()) == ("nguoi-hien-dat-mo-duong", 1, 1)
    edited = write_story(
        role_model=subject, content=story_content(title="Mở đường"), version=1, by=place.officer
    )
    assert (edited.slug, edited.title, edited.version) == ("nguoi-hien-dat-mo-duong", "Mở đường", 2)
    assert not edited.photos.exists()
    assert written(place, verified(place)).slug == "nguoi-hien-dat-mo-duong-2"


def test_all_faults_of_a_story_are_said_at_once(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        written(place, verified(place), title="", summary=" ", text="x" * 20_001)
    assert caught.value.faults == {
        "title": ["Write a title."],
        "summary": ["Write a summary in one or two sentences; lists show it."],
        "text": ["Write the story in at most 20.000 characters."],
    }
    assert not RoleModelStory.objects.exists()


def test_nobody_overwrites_a_story_unseen(place: SmallProvince) -> None:
    subject = verified(place)
    written(place, subject)
    write_story(role_model=subject, content=story_content(title="Của tôi"), version=1, by=place.officer)
    with pytest.raises(EditedMeanwhile) as caught:
        write_story(role_model=subject, content=story_content(title="Của bạn"), version=1, by=place.officer)
    assert caught.value.faults == {
        "title": [
            "Somebody else has saved this meanwhile. Now stored: “Của tôi”; you have: “Của bạn”. "
            "Save again to keep yours."
        ]
    }


def test_a_unit_writes_and_publishes_no_story(place: SmallProvince) -> None:
    subject = verified(place)
    with pytest.raises(NotAllowed):
        write_story(role_model=subject, content=story_content(), by=place.clerk)
    assert not RoleModelStory.objects.exists()


def test_a_public_story_is_due_after_a_year_and_again_a_year_after_it_was_confirmed(
    place: SmallProvince, clock
) -> None:
    row = published(place)
    assert row.check_due == date(2020, 11, 4)
    assert [
        [*due_for_check(day)] == [row] for day in (date(2020, 10, 4), date(2020, 10, 5), date(2021, 3, 1))
    ] == [False, True, True]
    clock.move_to("2020-10-20T02:00:00Z")
    assert confirm_story(story=row, by=place.officer).check_due == date(2021, 10, 20)
    assert not due_for_check(date(2020, 11, 4)).exists()


@pytest.mark.parametrize(
    ("day", "next_year"),
    [
        (date(2019, 2, 28), date(2020, 2, 28)),
        (date(2020, 2, 29), date(2021, 3, 1)),
        (date(2019, 12, 31), date(2020, 12, 31)),
    ],
)
def test_a_year_after(day: date, next_year: date) -> None:
    assert a_year_after(day) == next_year


def test_taking_down_needs_a_reason_and_ends_the_checks(place: SmallProvince) -> None:
    row = published(place)
    with pytest.raises(Refused) as caught:
        take_story_down(story=row, reason=" ", by=place.officer)
    assert caught.value.faults == {"reason": ["Write why the story is taken down; it goes into the log."]}
    take_story_down(story=row, reason="Không còn đúng", by=place.officer)
    assert row.role_model.proposal.__class__.objects.get().state == "taken_down"
    assert not due_for_check(date(2030, 1, 1)).exists()
    with pytest.raises(Refused) as caught:
        take_story_down(story=row, reason="Không còn đúng", by=place.officer)
    assert caught.value.faults[""] == ["This story is not public. Load the page again."]


def test_one_who_said_no_is_not_due_for_a_check(place: SmallProvince) -> None:
    row = published(place)
    assert due_for_check(date(2020, 11, 4)).exists()
    said(place, row.role_model, given=False)
    assert not due_for_check(date(2020, 11, 4)).exists()
