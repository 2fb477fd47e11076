"""Milestones, events and role models: what is checked, who keeps them, who sees them."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince, answer, draft_movement, running_movement
from tests.factories.records import (
    event,
    event_content,
    household,
    milestone,
    milestone_content,
    person,
    role_model,
    role_model_content,
)
from thidua.movements.actions.record_event import edit_event, record_event
from thidua.movements.actions.record_milestone import edit_milestone, record_milestone
from thidua.movements.actions.record_role_model import edit_role_model, record_role_model
from thidua.movements.models import Event, Milestone, RoleModel
from thidua.movements.record_access import events_seen_by, milestones_seen_by, role_models_seen_by
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


YEAR = "Write the year in four digits, for example 2019."


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"project": " "}, {"project": ["Write the name of the project or plan."]}),
        ({"reached": ""}, {"reached": ["Write what was reached, for example “thông xe kỹ thuật”."]}),
        ({"kind": "submitted"}, {"receiver": ["Write to whom it was submitted."]}),
        ({"kind": "begun"}, {"kind": ["Choose what kind of milestone this is."]}),
        ({"field": "sport"}, {"field": ["Choose the field this belongs to."]}),
        ({"count": 0}, {"count": ["Write 1 or more, or leave it empty if the number is not known."]}),
        ({"year": 219}, {"year": [YEAR]}),
        (
            {"reached_on": date(2018, 5, 1)},
            {"reached_on": ["The date does not lie in the year 2019. Change one of them."]},
        ),
        ({"segment": "x" * 201}, {"segment": ["This has 201 characters; at most 200 fit. Make it shorter."]}),
    ],
)
def test_what_is_wrong_with_a_milestone_is_said(
    place: SmallProvince, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        milestone(place, **changes)
    assert caught.value.faults == faults
    assert not Milestone.objects.exists()


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"name": "\u00a0"}, {"name": ["Write the name of the event."]}),
        ({"scale": "world"}, {"scale": ["Choose the scale: national, provincial or local."]}),
        ({"year": 19}, {"year": [YEAR]}),
        ({"incidents": -1}, {"incidents": ["Write a number from 0 to 2.147.483.647."]}),
        (
            {"ends_on": date(2019, 2, 1)},
            {"starts_on": ["Write the first day as well, or leave both days empty."]},
        ),
        (
            {"starts_on": date(2019, 2, 2), "ends_on": date(2019, 2, 1)},
            {"ends_on": ["The event ends before it begins. Check both dates."]},
        ),
        (
            {"partners": ("Cao Bằng", "", "x" * 201)},
            {"partners": ["Line 2: This has 201 characters; at most 200 fit. Make it shorter."]},
        ),
    ],
)
def test_what_is_wrong_with_an_event_is_said(
    place: SmallProvince, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        event(place, **changes)
    assert caught.value.faults == faults
    assert not Event.objects.exists()


def test_no_incident_is_not_the_same_as_none_reported(place: SmallProvince) -> None:
    counts = [event(place, incidents=incidents).incidents for incidents in (0, None)]
    assert counts == [0, None]


def test_a_role_model_is_exactly_one_subject(place: SmallProvince) -> None:
    one = "Choose exactly one: a person, a collective or a household."
    for subjects in ({}, {"person": person(place), "household": household(place)}):
        with pytest.raises(Refused) as caught:
            record_role_model(
                found_by=place.province, content=role_model_content(**subjects), by=place.officer
            )
        assert caught.value.faults == {"person": [one]}
    assert not RoleModel.objects.exists()


def test_a_household_consents_like_a_person_and_a_publication_must_be_named(place: SmallProvince) -> None:
    family = household(place)
    with pytest.raises(Refused) as caught:
        role_model(place, household=family, consent="published")
    assert caught.value.faults == {"source": ["Write which publication has already named them."]}
    row = role_model(place, household=family, consent="published", source="Báo cáo tổng kết 2019")
    assert (row.subject, row.subject_kind, str(row)) == (family, "household", "household of Mr Vi Thanh Liêm")


def test_all_faults_of_a_role_model_are_said_at_once(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        role_model(place, person=None, deed="", field="", year=0, consent="maybe")
    assert caught.value.faults == {
        "person": ["Choose exactly one: a person, a collective or a household."],
        "deed": ["Write what they did, in one or two sentences."],
        "field": ["Choose the field this belongs to."],
        "year": [YEAR],
        "consent": ["Say whether they agreed to be named."],
    }


def test_a_milestone_is_corrected_with_its_movements_as_one_save(place: SmallProvince) -> None:
    first, second = running_movement(place), running_movement(place, short_name="Đợt đặc biệt")
    row = milestone(place, movements=[first])
    edited = edit_milestone(
        milestone=row,
        content=milestone_content(reached="khánh thành"),
        movements=[second],
        version=1,
        by=place.officer,
    )
    assert (edited.reached, [*edited.movements.all()], edited.version) == ("khánh thành", [second], 2)
    assert history_of(row)[0].details == (
        f'{{"movements":[["{first.short_name} [{first.slug}]"],["Đợt đặc biệt [{second.slug}]"]],'
        '"reached":["thông xe kỹ thuật","khánh thành"]}'
    )


def test_a_change_of_movements_alone_is_told_of_and_not_overwritten_unseen(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = milestone(place)
    edit_milestone(
        milestone=row, content=milestone_content(), movements=[movement], version=1, by=place.officer
    )
    with pytest.raises(EditedMeanwhile) as caught:
        edit_milestone(milestone=row, content=milestone_content(), movements=[], version=1, by=place.officer)
    assert set(caught.value.faults) == {"movements"}
    assert [*row.movements.all()] == [movement]


def test_movements_left_unsaid_stay(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = event(place, movements=[movement])
    edit_event(event=row, content=event_content(outcome="thành công tốt đẹp"), version=1, by=place.officer)
    assert [*row.movements.all()] == [movement]


def test_nobody_links_to_a_movement_they_cannot_see(place: SmallProvince) -> None:
    draft = draft_movement(place)
    with pytest.raises(Refused) as caught:
        record_milestone(unit=place.de_tham, content=milestone_content(), movements=[draft], by=place.clerk)
    assert caught.value.faults == {"movements": ["Choose movements from the list."]}
    assert milestone(place, unit=place.de_tham, movements=[draft]).movements.get() == draft


def test_an_edit_keeps_the_links_that_its_author_cannot_see(place: SmallProvince) -> None:
    hidden, open_to_all = draft_movement(place), running_movement(place, short_name="Đợt đặc biệt")
    row = milestone(place, unit=place.de_tham, movements=[hidden])
    edit_milestone(
        milestone=row, content=milestone_content(), movements=[open_to_all], version=1, by=place.clerk
    )
    assert set(row.movements.all()) == {hidden, open_to_all}


def test_partners_keep_their_order_and_a_new_order_is_a_change(place: SmallProvince) -> None:
    row = event(place)
    edit_event(
        event=row, content=event_content(partners=("Hà Giang", "Cao Bằng")), version=1, by=place.officer
    )
    assert [*row.partners.values_list("order", "name")] == [(1, "Hà Giang"), (2, "Cao Bằng")]
    assert history_of(row)[0].details == (
        '{"partners":[["Cao Bằng","Hà Giang","Quảng Ninh"],["Hà Giang","Cao Bằng"]]}'
    )


def test_a_role_model_is_corrected(place: SmallProvince) -> None:
    subject = person(place)
    row = role_model(place, person=subject)
    content = role_model_content(person=subject, consent="given")
    assert edit_role_model(role_model=row, content=content, version=1, by=place.officer).consent == "given"
    with pytest.raises(EditedMeanwhile):
        edit_role_model(
            role_model=row,
            content=role_model_content(person=subject, consent="refused"),
            version=1,
            by=place.officer,
        )


def test_a_unit_keeps_its_own_records_and_no_others(place: SmallProvince) -> None:
    own = record_milestone(unit=place.de_tham, content=milestone_content(), by=place.clerk)
    of_province, of_event, of_model = milestone(place), event(place), role_model(place)
    for attempt in (
        lambda by: record_milestone(unit=place.hung_son, content=milestone_content(), by=by),
        lambda by: record_event(host=place.province, content=event_content(), by=by),
        lambda by: record_role_model(
            found_by=place.hung_son, content=role_model_content(unit=place.hung_son), by=by
        ),
        lambda by: edit_milestone(
            milestone=of_province, content=milestone_content(reached="x"), version=1, by=by
        ),
        lambda by: edit_event(event=of_event, content=event_content(name="x"), version=1, by=by),
        lambda by: edit_role_model(
            role_model=of_model,
            content=role_model_content(person=of_model.person, deed="x"),
            version=1,
            by=by,
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt(place.clerk)
    assert set(Milestone.objects.values_list("pk", "reached")) == {
        (own.pk, "thông xe kỹ thuật"),
        (of_province.pk, "thông xe kỹ thuật"),
    }


def test_records_are_seen_by_who_sees_their_unit(place: SmallProvince) -> None:
    rows = {
        unit.pk: (milestone(place, unit=unit), event(place, host=unit), role_model(place, found_by=unit))
        for unit in (place.province, place.de_tham)
    }
    for index, seen_by in enumerate((milestones_seen_by, events_seen_by, role_models_seen_by)):
        assert set(seen_by(place.officer)) == {kept[index] for kept in rows.values()}
        assert set(seen_by(place.clerk)) == {rows[place.de_tham.pk][index]}
        assert set(seen_by(place.other_clerk)) == set()


def test_an_answer_may_be_linked_by_the_unit_that_gave_it(place: SmallProvince) -> None:
    parent = running_movement(place)
    own = answer(parent, place.de_tham, place.clerk, date(2019, 9, 1))
    row = record_milestone(unit=place.de_tham, content=milestone_content(), movements=[own], by=place.clerk)
    assert [*row.movements.all()] == [own]
