"""From a story to a nomination in one step."""

from __future__ import annotations

import pytest

from tests.factories.nominations import CERTIFICATE, Desk
from tests.factories.records import household, role_model
from tests.factories.role_models import DEED, published, verified
from thidua.movements.models import RoleModel
from thidua.nominations.actions import discard_dossier, nominate_role_model
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.actions import add_position
from thidua.support.refusals import NotAllowed, Refused


def nominated(at: Desk, about: RoleModel, **changes: object) -> Nomination:
    values = {
        "unit": at.place.de_tham,
        "award_code": CERTIFICATE,
        "commendation_type": "merit",
        "level": "province",
        "by": at.clerk,
        **changes,
    }
    return nominate_role_model(role_model=about, **values)  # type: ignore[arg-type]


def test_the_story_becomes_the_report_of_a_draft(at: Desk) -> None:
    story = published(at.place)
    person = story.role_model.person
    assert person is not None
    add_position(person=person, title="Trưởng thôn", unit=at.place.village, by=None)
    row = nominated(at, story.role_model)
    assert (row.dossier.state, row.dossier.unit, row.dossier.counting_year) == (
        "draft",
        at.place.de_tham,
        2019,
    )
    assert row.dossier.title == "Commendation proposal of 2019: Lương Thị Bình"
    assert (row.recipient_kind, row.recipient_name, row.person) == ("individual", "Lương Thị Bình", person)
    assert (row.post_then, row.unit_then) == ("Trưởng thôn", "Thôn Nà Ao 2")
    assert (row.achievement, row.report) == (story.summary, story.text)
    assert row.role_model == story.role_model


def test_without_a_story_the_deed_is_the_report(at: Desk) -> None:
    row = nominated(at, verified(at.place))
    assert (row.achievement, row.report, row.unit_then) == (DEED, DEED, "Xã Đề Thám")


def test_a_household_and_a_collective_keep_their_kind(at: Desk) -> None:
    family = role_model(at.place, household=household(at.place))
    village = role_model(at.place, unit=at.place.village)
    assert [nominated(at, about).recipient_kind for about in (family, village)] == [
        "household",
        "collective",
    ]


def test_commended_in_a_movement_it_takes_the_movement_along(at: Desk) -> None:
    about = role_model(at.place, movements=[at.movement])
    assert nominated(at, about, commendation_type="movement").dossier.movement == at.movement
    with pytest.raises(Refused) as caught:
        nominated(at, role_model(at.place), commendation_type="movement")
    assert caught.value.faults == {
        "commendation_type": [
            "This role model belongs to no movement yet. Link it to one, or choose another type."
        ]
    }


def test_nobody_is_nominated_twice_for_the_same_award_unless_the_first_was_given_up(at: Desk) -> None:
    about = verified(at.place)
    first = nominated(at, about)
    with pytest.raises(Refused) as caught:
        nominated(at, about)
    assert caught.value.faults == {
        "award_code": [f"Dossier {first.dossier.code} nominates this role model for the same award already."]
    }
    discard_dossier(dossier=first.dossier, by=at.clerk)
    assert nominated(at, about).pk != first.pk


def test_whoever_may_not_write_for_the_unit_begins_nothing(at: Desk) -> None:
    about = verified(at.place)
    for by in (at.officer, at.place.other_clerk):
        with pytest.raises(NotAllowed):
            nominated(at, about, by=by)
    with pytest.raises(Refused) as caught:
        nominated(at, about, award_code="", commendation_type="merit")
    assert set(caught.value.faults) == {"award_code"}
    assert not Dossier.objects.exists()
