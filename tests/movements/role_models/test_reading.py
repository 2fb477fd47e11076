"""Who reads what of proposals, and what the public finds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import role_model
from tests.factories.role_models import asked, proposal, published, said, shown, verified
from thidua.accounts.models import User
from thidua.movements.actions.decline_role_model import decline_role_model
from thidua.movements.actions.forget_proposals import forget_proposals, to_forget
from thidua.movements.models import RoleModelProposal
from thidua.movements.queries.role_models import (
    StoryChoices,
    StoryFilter,
    choices_of_stories,
    counts_by_state,
    proposal_of_code,
    stories,
    waiting,
)
from thidua.movements.role_model_access import may_see_proposal, proposals_visible_to, to_verify
from thidua.registry.extract import gathered
from thidua.support.audit.models import AuditEntry
from thidua.support.photos.models import Photo
from thidua.support.refusals import NotAllowed, Refused


def seen(user: User) -> list[RoleModelProposal]:
    """Return what `user` reads, and check the twins against each other."""
    rows = [*proposals_visible_to(user)]
    assert rows == [row for row in RoleModelProposal.objects.all() if may_see_proposal(user, row)]
    return rows


def test_the_office_reads_all_and_a_unit_what_it_was_asked(place: SmallProvince) -> None:
    new, theirs = proposal(), asked(place)
    assert seen(place.officer) == [new, theirs]
    assert seen(place.clerk) == [theirs]
    assert [*to_verify(place.clerk)] == [theirs]
    assert seen(place.district_clerk) == [theirs]
    assert seen(place.other_clerk) == seen(place.chairman) == []
    assert [*to_verify(place.other_clerk)] == []
    assert counts_by_state(place.officer) == {"new": 1, "with_unit": 1}
    assert [*waiting(place.officer)] == [new, theirs]


def test_the_public_list_is_narrowed_by_year_field_place_and_movement(place: SmallProvince) -> None:
    movement = running_movement(place)
    first = published(place, at=place.de_tham)
    second = published(
        place,
        role_model(place, unit=place.village, year=2018, field="economy", movements=[movement]),
        at=place.hung_son,
    )
    hidden = published(place)
    said(place, hidden.role_model, given=False)
    assert [*stories(StoryFilter())] == [second, first]
    assert [*stories(StoryFilter(year=2018))] == [second]
    assert [*stories(StoryFilter(field="culture_society"))] == [first]
    assert [*stories(StoryFilter(place=place.de_tham.pk))] == [first]
    assert [*stories(StoryFilter(movement=movement.pk))] == [second]
    assert [*stories(StoryFilter(words="hien DAT"))] == [second, first]
    assert [*stories(StoryFilter(words="hồ sơ"))] == []
    assert choices_of_stories() == StoryChoices(
        years=(2019, 2018),
        fields=frozenset({"culture_society", "economy"}),
        places=((str(place.de_tham.pk), "Xã Đề Thám"), (str(place.hung_son.pk), "Xã Hùng Sơn")),
        movements=((str(movement.pk), movement.short_name),),
    )


def test_a_code_finds_its_proposal(db: None) -> None:
    row = proposal()
    assert proposal_of_code(row.follow_up_code) == row
    assert proposal_of_code("GU-00000-00000") is None


def test_what_hangs_on_a_person_is_told_to_them_without_who_proposed_it(place: SmallProvince) -> None:
    row = published(place)
    person = row.role_model.person
    assert person is not None
    sections = {section.key: section.rows for section in gathered(person, place.officer)}
    assert sections["movements.rolemodelstory"][0]["Title"] == "Người hiến đất mở đường"
    assert sections["movements.consentrecord"][0]["How it was said"] == "face to face"
    assert sections["movements.rolemodelproposal"][0]["Name"] == "Lương Thị Bình"
    assert "Vi Văn Kín" not in str(sections)
    assert "0912 345 678" not in str(sections)


def test_a_year_after_it_was_settled_photos_and_proposer_are_forgotten(place: SmallProvince, clock) -> None:
    gone = decline_role_model(
        proposal=proposal(photos=[shown()]), reason="Đã nêu năm 2018.", by=place.officer
    )
    kept = published(place, verified(place, photos=[shown()]))
    story_photo = kept.role_model.proposal.photos.get().photo
    kept.photos.create(photo=story_photo, alternative="Con đường")
    waits = proposal(photos=[shown()])
    clock.move_to("2020-11-03T02:00:00Z")
    assert not to_forget(date(2020, 11, 3)).exists()
    clock.move_to("2020-11-04T20:00:00Z")
    with pytest.raises(NotAllowed):
        forget_proposals(reason="Hết hạn", by=place.clerk)
    with pytest.raises(Refused):
        forget_proposals(reason="", by=None)
    assert forget_proposals(reason="Hết thời hạn lưu", by=None) == 2
    gone.refresh_from_db()
    assert (gone.proposer_name, gone.proposer_contact, gone.photos.count(), gone.reason) == (
        "",
        "",
        0,
        "Đã nêu năm 2018.",
    )
    assert {*Photo.objects.all()} == {story_photo, waits.photos.get().photo}
    waits.refresh_from_db()
    assert waits.proposer_name == "Vi Văn Kín"
    told = AuditEntry.objects.filter(action="movements.proposal_forgotten").order_by("sequence").first()
    assert told is not None
    assert told.details == '{"photos":1,"reason":"Hết thời hạn lưu"}'
    assert forget_proposals(reason="Hết thời hạn lưu", by=None) == 0
