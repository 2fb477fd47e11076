"""Proposing a role model without an account, and what the office and the unit make of it."""

from __future__ import annotations

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.records import person, role_model_content
from tests.factories.role_models import DEED, asked, proposal, proposed_content, said, shown, verified
from thidua.movements.actions.ask_unit_about_role_model import ask_unit_about_role_model
from thidua.movements.actions.decline_role_model import decline_role_model
from thidua.movements.actions.propose_role_model import propose_role_model
from thidua.movements.actions.verify_role_model import doubt_role_model, verify_role_model
from thidua.movements.content.shown_photo import ShownPhoto
from thidua.movements.models import RoleModel, RoleModelProposal
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import history_of
from thidua.support.refusals import NotAllowed, Refused


def test_a_visitor_proposes_and_the_log_does_not_say_who(db: None) -> None:
    row = proposal(photos=[shown(), shown(alternative="Con đường mới")])
    assert (row.state, row.subject_name, row.proposer_name) == ("new", "Lương Thị Bình", "Vi Văn Kín")
    assert [one.alternative for one in row.photos.all()] == [
        "Bà Bình đứng bên con đường mới",
        "Con đường mới",
    ]
    assert row.follow_up_code[:3] == "GU-"
    (entry,) = AuditEntry.objects.filter(action="movements.role_model_proposed")
    assert entry.details == '{"photos":2,"subject_kind":"person"}'


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        (
            {"subject_kind": ""},
            {"subject_kind": ["Choose whether this is a person, a collective or a household."]},
        ),
        ({"subject_name": " \u00a0"}, {"subject_name": ["Write the name of the good example."]}),
        (
            {"place": ""},
            {"place": ["Write where they live or work, for example thôn Nà Ao, xã Đề Thám."]},
        ),
        ({"deed": "\n"}, {"deed": ["Write what they did."]}),
        ({"deed": "x" * 5001}, {"deed": ["Write what they did in at most 5.000 characters."]}),
        ({"field": "sport"}, {"field": ["Choose the field this belongs to."]}),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    db: None, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        proposal(**changes)
    assert caught.value.faults == faults
    assert not RoleModelProposal.objects.exists()


def test_a_photo_needs_words_and_four_are_too_many(db: None) -> None:
    photos = [shown() for _number in range(3)] + [ShownPhoto(shown().photo, " ")]
    with pytest.raises(Refused) as caught:
        propose_role_model(content=proposed_content(photos=photos))
    assert caught.value.faults == {
        "photos": ["Take at most 3 photos."],
        "alternative_4": ["Write in a few words what the photo shows, for those who cannot see it."],
    }


def test_the_unit_that_is_asked_says_how_it_knows(place: SmallProvince) -> None:
    row = asked(place)
    assert (row.state, row.asked_unit, row.question) == ("with_unit", place.de_tham, "Có đúng như vậy không?")
    role_model = verify_role_model(
        proposal=row,
        found="Đã đến xem.",
        content=role_model_content(person=person(place), deed=DEED),
        by=place.clerk,
    )
    row.refresh_from_db()
    assert (row.state, row.unit_said, row.role_model) == ("verified", "Đã đến xem.", role_model)
    assert (role_model.found_by, role_model.deed, role_model.consent) == (place.de_tham, DEED, "unknown")
    assert [entry.action for entry in history_of(row)][::-1] == [
        "movements.role_model_proposed",
        "movements.proposal_asked",
        "movements.proposal_verified",
    ]


def test_another_unit_is_asked_where_the_first_was_the_wrong_one(place: SmallProvince) -> None:
    row = ask_unit_about_role_model(proposal=asked(place), unit=place.hung_son, by=place.officer)
    assert (row.asked_unit, row.question) == (place.hung_son, "")
    with pytest.raises(NotAllowed):
        doubt_role_model(proposal=row, found="Không có.", by=place.clerk)
    assert doubt_role_model(proposal=row, found="Không có.", by=place.other_clerk).state == "doubted"


def test_nobody_but_the_office_asks_or_declines(place: SmallProvince) -> None:
    row = proposal()
    for by in (place.clerk, place.chairman):
        with pytest.raises(NotAllowed):
            ask_unit_about_role_model(proposal=row, unit=place.de_tham, by=by)
        with pytest.raises(NotAllowed):
            decline_role_model(proposal=row, reason="Không rõ", by=by)
    row.refresh_from_db()
    assert row.state == "new"


def test_a_unit_that_was_not_asked_does_not_answer(place: SmallProvince) -> None:
    row = asked(place)
    with pytest.raises(NotAllowed):
        verify_role_model(
            proposal=row,
            found="Đúng.",
            content=role_model_content(person=person(place)),
            by=place.other_clerk,
        )
    assert not RoleModel.objects.exists()


def test_a_second_answer_is_refused_and_leaves_no_second_role_model(place: SmallProvince) -> None:
    first = verified(place)
    row = first.proposal
    with pytest.raises(Refused) as caught:
        verify_role_model(
            proposal=row, found="Đúng.", content=role_model_content(person=person(place)), by=place.clerk
        )
    assert caught.value.faults[""] == [
        "This is not possible any more: the proposal is now “verified”. Load the page again."
    ]
    assert [*RoleModel.objects.all()] == [first]


def test_declining_needs_a_reason_and_ends_it(place: SmallProvince) -> None:
    row = asked(place)
    with pytest.raises(Refused) as caught:
        decline_role_model(proposal=row, reason=" ", by=place.officer)
    assert caught.value.faults == {"reason": ["Write why; whoever proposed this reads these words."]}
    row = decline_role_model(proposal=row, reason="Việc này đã được nêu năm 2018.", by=place.officer)
    assert (row.state, row.reason) == ("not_taken_up", "Việc này đã được nêu năm 2018.")


def test_who_said_no_is_no_longer_declined(place: SmallProvince) -> None:
    role_model = verified(place)
    said(place, role_model, given=False)
    with pytest.raises(Refused):
        decline_role_model(proposal=role_model.proposal, reason="Không", by=place.officer)
    assert RoleModelProposal.objects.get().state == "consent_refused"
