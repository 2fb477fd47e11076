"""Nothing names a person who did not agree, at any moment."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.records import household, person, role_model, role_model_content
from tests.factories.role_models import published, said, shown, story_content, verified, written
from thidua.movements.actions.publish_story import confirm_story, publish_story
from thidua.movements.actions.record_role_model import edit_role_model
from thidua.movements.actions.withdraw_role_model import withdraw_role_model
from thidua.movements.actions.write_story import write_story
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.models import ConsentRecord, ProposedPhoto, RoleModel, RoleModelStory
from thidua.movements.role_model_access import is_public, public_stories
from thidua.support.photos.models import Photo
from thidua.support.refusals import NotAllowed, Refused

AGREES = "Record first that the one it names agreed. Without that nothing is published."
HOW = "Record how and when the one it names agreed. Without that nothing is published."


def now(row: RoleModelStory) -> RoleModelStory:
    """Return the story as it is stored, and check the twins of access against each other."""
    stored = RoleModelStory.objects.select_related("role_model").get(pk=row.pk)
    assert is_public(stored) == public_stories().filter(pk=stored.pk).exists()
    return stored


@pytest.mark.parametrize("consent", ["unknown", "refused", "given"])
def test_no_story_is_public_without_consent_on_record(place: SmallProvince, consent: str) -> None:
    row = written(place, role_model(place, consent=consent))
    with pytest.raises(Refused) as caught:
        publish_story(story=row, by=place.officer)
    assert caught.value.faults[""] == [HOW if consent == "given" else AGREES]
    assert not is_public(now(row))


def test_who_stands_in_a_publication_already_and_a_collective_are_not_asked(place: SmallProvince) -> None:
    known = role_model(place, consent="published", source="Báo cáo tổng kết 2019")
    collective = role_model(place, unit=place.village)
    for subject in (known, collective):
        row = publish_story(story=written(place, subject), by=place.officer)
        assert is_public(now(row))
    with pytest.raises(Refused) as caught:
        said(place, collective, given=True, by=place.officer)
    assert caught.value.faults[""] == [
        "A collective is not asked. Take its story down if it does not wish to be shown."
    ]


def test_consent_that_is_taken_back_counts_at_once_and_deletes_the_photos(place: SmallProvince) -> None:
    subject = verified(place, photos=[shown()])
    sent = subject.proposal.photos.get()
    row = published(place, subject, photos=[shown(place.officer), shown_again(sent)])
    assert is_public(now(row))
    assert Photo.objects.count() == 2
    said(place, subject, given=False, way="by_telephone", said_on=date(2019, 11, 3))
    row = now(row)
    assert not is_public(row)
    assert row.taken_down_because == "The one it names does not wish to be named."
    assert not Photo.objects.exists()
    assert not row.photos.exists()
    subject.proposal.refresh_from_db()
    assert subject.proposal.state == "consent_refused"
    assert [record.given for record in ConsentRecord.objects.all()] == [True, False]


def shown_again(sent: ProposedPhoto) -> ShownPhoto:
    return ShownPhoto(sent.photo, sent.alternative, sent.caption)


def test_who_changes_their_mind_is_published_again_only_by_the_office(place: SmallProvince) -> None:
    row = published(place)
    said(place, row.role_model, given=False)
    said(place, row.role_model, given=True, way="in_writing")
    assert not is_public(now(row))
    publish_story(story=row, by=place.officer)
    row = now(row)
    assert (is_public(row), row.taken_down_at, row.taken_down_because) == (True, None, "")


@pytest.mark.parametrize(("consent", "photos"), [("refused", 0), ("unknown", 1)])
def test_the_form_of_records_takes_a_story_down_too(place: SmallProvince, consent: str, photos: int) -> None:
    row = published(place, photos=[shown(place.officer)])
    subject = RoleModel.objects.get()
    edit_role_model(
        role_model=subject,
        content=role_model_content(person=subject.person, deed=subject.deed, consent=consent),
        version=subject.version,
        by=place.clerk,
    )
    assert not is_public(now(row))
    assert Photo.objects.count() == photos
    with pytest.raises(Refused):
        confirm_story(story=row, by=place.officer)


def test_a_story_is_not_left_to_somebody_else(place: SmallProvince) -> None:
    row = published(place)
    subject = RoleModel.objects.get()
    edit_role_model(
        role_model=subject,
        content=role_model_content(
            person=person(place, "Hà Thị Lư"), deed=subject.deed, consent=subject.consent
        ),
        version=subject.version,
        by=place.clerk,
    )
    assert now(row).taken_down_because == "The role model was corrected: it is about somebody else."


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"given": None}, {"given": ["Say whether they agreed to be named."]}),
        ({"way": "by_pigeon"}, {"way": ["Say how they were asked."]}),
        ({"said_on": None}, {"said_on": ["Write the day on which it was said."]}),
        (
            {"said_on": date(2019, 11, 5)},
            {"said_on": ["This day is still to come. Write when it was said."]},
        ),
    ],
)
def test_what_is_missing_of_a_consent_is_said(
    place: SmallProvince, changes: dict[str, Any], faults: dict[str, list[str]]
) -> None:
    subject = verified(place)
    with pytest.raises(Refused) as caught:
        said(place, subject, **{"given": True, **changes})
    assert caught.value.faults == faults
    assert not ConsentRecord.objects.exists()


def test_a_household_is_asked_as_a_person_is_and_strangers_record_nothing(place: SmallProvince) -> None:
    subject = role_model(place, found_by=place.de_tham, household=household(place))
    with pytest.raises(NotAllowed):
        said(place, subject, given=True, by=place.other_clerk)
    said(place, subject, given=True)
    assert is_public(now(publish_story(story=written(place, subject), by=place.officer)))


def test_a_role_model_with_a_proposal_is_not_removed_and_others_take_their_story_along(
    place: SmallProvince,
) -> None:
    with pytest.raises(Refused):
        withdraw_role_model(role_model=verified(place), reason="Nhầm", by=place.officer)
    subject = role_model(place, consent="published", source="Báo cáo")
    row = publish_story(story=written(place, subject), by=place.officer)
    withdraw_role_model(role_model=subject, reason="Nhầm", by=place.officer)
    assert not RoleModelStory.objects.filter(pk=row.pk).exists()


def test_a_story_shows_no_photo_of_another_proposal(place: SmallProvince) -> None:
    strange = verified(place, photos=[shown()]).proposal.photos.get()
    subject = role_model(place)
    with pytest.raises(Refused) as caught:
        write_story(
            role_model=subject, content=story_content(photos=[shown_again(strange)]), by=place.officer
        )
    assert caught.value.faults == {"photos": ["Choose photos of this proposal, or send new ones."]}
