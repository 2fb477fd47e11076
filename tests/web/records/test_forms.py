"""Forms of records: what is typed is kept, faults stand beside their fields, and two people see each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.factories.movements import SmallProvince, draft_movement, running_movement
from tests.factories.records import (
    drive,
    event,
    milestone,
    milestone_content,
    person,
    role_model,
)
from tests.web.reading import elements, faults, texts
from tests.web.records.conftest import KINDS, MAKERS
from thidua.contests.models import Competition, Edition
from thidua.contributions.models import Drive, Gift
from thidua.movements.actions.record_milestone import edit_milestone
from thidua.movements.models import Event, Milestone, RoleModel
from thidua.orgs.actions import add_position
from thidua.orgs.models import Household, Person
from thidua.registry.models import Conferral

MILESTONE = {
    "project": "Dự án cao tốc",
    "kind": "completed",
    "reached": "thông xe kỹ thuật",
    "year": "2019",
    "unit": "Tỉnh Lạng Sơn",
    "field": "economy",
    "provenance": "recorded",
}
GIFT = {
    "kind": "money",
    "amount": "20.000.000.000",
    "donor_kind": "many",
    "consent": "unknown",
    "as_of": "31/10/2019",
    "provenance": "recorded",
}


def value_of(page: Any, name: str) -> str:
    return elements(page, "input", name=name)[0].attributes.get("value", "")


def beside(page: Any, field: str) -> list[str]:
    return texts(page, "div", id=f"id_{field}_error")


def test_a_milestone_is_recorded_as_typed(place: SmallProvince, enter: Any) -> None:
    movement = running_movement(place)
    sent = MILESTONE | {"reached_on": "31/10/2019", "count": "1.250", "movements": [str(movement.pk)]}
    answer = enter(place.officer).post(KINDS["milestones"].url("new"), sent, follow=True)
    row = Milestone.objects.get()
    assert (row.project, row.reached_on, row.count, row.unit) == (
        "Dự án cao tốc",
        date(2019, 10, 31),
        1250,
        place.province,
    )
    assert [*row.movements.all()] == [movement]
    assert texts(answer, "div", class_="notification") == ["The milestone has been saved."]
    assert answer.redirect_chain[-1][0] == KINDS["milestones"].url("page", row.pk)


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(place: SmallProvince, enter: Any) -> None:
    sent = MILESTONE | {"kind": "submitted", "year": "19", "count": "1,5", "reached": "x" * 301}
    page = enter(place.officer).post(KINDS["milestones"].url("new"), sent)
    assert beside(page, "count") == ["Error: Write a whole number, without decimals."]
    page = enter(place.officer).post(KINDS["milestones"].url("new"), sent | {"count": "3"})
    assert beside(page, "year") == ["Error: Write the year in four digits, for example 2019."]
    assert beside(page, "receiver") == ["Error: Write to whom it was submitted."]
    assert beside(page, "reached") == ["Error: This has 301 characters; at most 300 fit. Make it shorter."]
    assert len(faults(page)) == 3
    assert (value_of(page, "project"), value_of(page, "count")) == ("Dự án cao tốc", "3")
    assert texts(page, "title")[0].startswith("Error: ")
    assert not Milestone.objects.exists()


def test_a_unit_is_looked_up_without_javascript(place: SmallProvince, enter: Any) -> None:
    client, address = enter(place.officer), KINDS["milestones"].url("new")
    page = client.post(address, MILESTONE | {"unit": "xã", "project": "", "tim": "unit"})
    assert faults(page) == []
    assert texts(page, "fieldset", class_="lookup__matches") == [
        "Choose one Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn) Xã Hùng Sơn (huyện Tràng Định, tỉnh Lạng Sơn)"
    ]
    ticked = {"unit": "xã", "unit-da-tim": "xã", "unit-chon": str(place.de_tham.pk)}
    client.post(address, MILESTONE | ticked)
    assert Milestone.objects.get().unit == place.de_tham


def test_an_officer_of_one_unit_starts_with_it_and_is_offered_no_other(
    place: SmallProvince, enter: Any
) -> None:
    client, address = enter(place.clerk), KINDS["milestones"].url("new")
    assert value_of(client.get(address), "unit") == "Xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn"
    page = client.post(address, MILESTONE | {"unit": "xã hùng sơn"})
    assert beside(page, "unit") == [
        "Error: Nothing fits “xã hùng sơn”. Type fewer words, or an older or newer name."
    ]
    assert not Milestone.objects.exists()


def test_only_movements_that_one_may_see_are_offered(place: SmallProvince, enter: Any) -> None:
    running_movement(place)
    draft_movement(place, short_name="Còn là nháp")
    for user, offered in ((place.officer, 2), (place.clerk, 1)):
        page = enter(user).get(KINDS["milestones"].url("new"))
        assert len(elements(page, "input", name="movements")) == offered


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_opens_in_its_form_and_is_saved_unchanged(
    place: SmallProvince, enter: Any, kind: str
) -> None:
    row = MAKERS[kind](place, place.province)
    client, address = enter(place.officer), KINDS[kind].url("edit", row.pk)
    page = client.get(address)
    answer = client.post(address, filled_in(page))
    assert faults(answer) == []
    assert (answer.status_code, answer["Location"]) == (302, KINDS[kind].url("page", row.pk))
    row.refresh_from_db()
    assert row.version == 1


def filled_in(page: Any) -> dict[str, Any]:
    """Return what a browser would send of the form as it is shown."""
    form = page.context["form"]
    sent: dict[str, Any] = {}
    for field in form:
        value = field.value()
        if hasattr(value, "value") and hasattr(value, "text"):
            row = form.fields[field.name].source.get(value.value)
            label = form.fields[field.name].source.label(row)
            sent |= {field.name: label, f"{field.name}-so": value.value, f"{field.name}-nhan": label}
        elif isinstance(value, bool):
            sent |= {field.name: "on"} if value else {}
        elif isinstance(value, str | int):
            sent[field.name] = value
        elif value is not None:
            sent[field.name] = (
                [getattr(each, "pk", each) for each in value] if hasattr(value, "__iter__") else value
            )
    return sent


def test_the_second_of_two_officers_sees_both_values_and_loses_nothing(
    place: SmallProvince, enter: Any
) -> None:
    row = milestone(place)
    client, address = enter(place.officer), KINDS["milestones"].url("edit", row.pk)
    sent = filled_in(client.get(address)) | {"reached": "khánh thành"}
    edit_milestone(
        milestone=row, content=milestone_content(reached="thông xe toàn tuyến"), version=1, by=place.officer
    )
    page = client.post(address, sent)
    assert beside(page, "reached") == [
        "Error: Somebody else has saved this meanwhile. Now stored: “thông xe toàn tuyến”; you have: “khánh thành”. "
        "Save again to keep yours."
    ]
    assert value_of(page, "reached") == "khánh thành"
    row.refresh_from_db()
    assert row.reached == "thông xe toàn tuyến"
    client.post(address, sent | {"seen": value_of(page, "seen")})
    row.refresh_from_db()
    assert (row.reached, row.version) == ("khánh thành", 3)


def test_an_event_takes_its_partners_one_to_a_line(place: SmallProvince, enter: Any) -> None:
    sent = {
        "name": "Hội nghị xúc tiến đầu tư",
        "scale": "provincial",
        "host": "Tỉnh Lạng Sơn",
        "partners": "Cao Bằng\n\n Hà Giang ",
        "year": "2019",
        "incidents": "0",
        "provenance": "recorded",
    }
    enter(place.officer).post(KINDS["events"].url("new"), sent)
    row = Event.objects.get()
    assert ([partner.name for partner in row.partners.all()], row.incidents, row.order) == (
        ["Cao Bằng", "Hà Giang"],
        0,
        100,
    )


def role_model_sent(**said: str) -> dict[str, str]:
    return {
        "deed": "Hiến đất làm đường",
        "field": "economy",
        "year": "2019",
        "consent": "unknown",
        "found_by": "Tỉnh Lạng Sơn",
        "provenance": "recorded",
        **said,
    }


def test_a_new_person_is_entered_together_with_the_role_model(place: SmallProvince, enter: Any) -> None:
    new = {
        "new_name": "Lương Thị Bình",
        "new_honorific": "ba",
        "new_title": "Trưởng thôn",
        "new_unit": "Thôn Nà Ao 2",
    }
    enter(place.officer).post(KINDS["role-models"].url("new"), role_model_sent(**new, source="Báo"))
    row = RoleModel.objects.get()
    assert row.person is not None
    assert (row.person.full_name, row.person.honorific, row.person.source) == ("Lương Thị Bình", "ba", "Báo")
    assert [(held.title, held.unit) for held in row.person.positions.all()] == [
        ("Trưởng thôn", place.village)
    ]


def test_a_new_household_is_entered_with_the_address_of_its_day(place: SmallProvince, enter: Any) -> None:
    new = {"new_head": "Vi Thanh Liêm", "new_head_honorific": "ong", "new_address_unit": "Thôn Nà Ao 2"}
    new |= {"new_address_on": "31/10/2019"}
    enter(place.officer).post(KINDS["role-models"].url("new"), role_model_sent(**new))
    family = RoleModel.objects.get().household
    assert family is not None
    assert (family.head.full_name, family.address_on) == ("Vi Thanh Liêm", date(2019, 10, 31))
    assert family.address_text == "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn"


def test_when_the_record_is_refused_nobody_is_entered(place: SmallProvince, enter: Any) -> None:
    people = Person.objects.count()
    sent = role_model_sent(new_name="Lương Thị Bình", consent="published")
    page = enter(place.officer).post(KINDS["role-models"].url("new"), sent)
    assert beside(page, "source") == ["Error: Write which publication has already named them."]
    assert (Person.objects.count(), RoleModel.objects.count()) == (people, 0)
    assert value_of(page, "new_name") == "Lương Thị Bình"


@pytest.mark.parametrize(
    ("new", "field", "sentence"),
    [
        ({"new_name": "Bình 2"}, "new_name", "A name has no digits. Write the name alone."),
        (
            {"new_title": "Trưởng thôn"},
            "new_name",
            "Write the name of the new person, or empty these fields.",
        ),
        (
            {"new_name": "Bình", "new_title": "Trưởng thôn"},
            "new_title",
            "Give both the post and its unit, or neither.",
        ),
        ({"new_address": "thôn Nà Ao 2"}, "new_head", "Write the name of the head, or empty these fields."),
        (
            {"person": "Nông Văn Có", "new_name": "Bình"},
            "new_name",
            "Choose a person or enter a new one, not both.",
        ),
        ({}, "person", "Choose exactly one: a person, a collective or a household."),
    ],
)
def test_what_is_wrong_with_the_subject_is_said(
    place: SmallProvince, enter: Any, new: dict[str, str], field: str, sentence: str
) -> None:
    person(place, "Nông Văn Có")
    page = enter(place.officer).post(KINDS["role-models"].url("new"), role_model_sent(**new))
    assert beside(page, field) == [f"Error: {sentence}"]
    assert (Household.objects.count(), RoleModel.objects.count()) == (0, 0)


def test_a_gift_is_recorded_and_corrected(place: SmallProvince, enter: Any) -> None:
    to = drive(place)
    client = enter(place.officer)
    client.post(KINDS["gifts"].url("new"), GIFT | {"drive": to.pk, "is_lower_bound": "on"})
    row = Gift.objects.get()
    assert (row.amount, row.is_lower_bound, row.drive) == (Decimal("20000000000"), True, to)
    page = client.get(KINDS["gifts"].url("edit", row.pk))
    assert value_of(page, "amount") == "20.000.000.000"
    client.post(KINDS["gifts"].url("edit", row.pk), filled_in(page) | {"amount": "21.000.000.000"})
    row.refresh_from_db()
    assert (row.amount, row.is_lower_bound) == (Decimal("21000000000"), True)


def test_a_gift_is_begun_from_its_drive(place: SmallProvince, enter: Any) -> None:
    to = drive(place)
    page = enter(place.officer).get(KINDS["drives"].url("page", to.pk))
    (link,) = [link for link in elements(page, "a") if link.text == "Record a gift"]
    form = enter(place.officer).get(link.attributes["href"]).context["form"]
    assert form["drive"].value() == str(to.pk)


def test_drives_prizes_editions_and_awards_are_recorded(place: SmallProvince, enter: Any) -> None:
    client = enter(place.officer)
    client.post(
        KINDS["drives"].url("new"),
        {"name": "Làm đường", "purpose": "đường", "unit": "Tỉnh Lạng Sơn", "provenance": "recorded"},
    )
    client.post(
        KINDS["competitions"].url("new"),
        {"kind": "prize", "name": "Giải thưởng", "organiser": "Tỉnh Lạng Sơn"},
    )
    prize = Competition.objects.get()
    edition = {"competition": prize.pk, "number": "5", "year": "2019", "provenance": "recorded"}
    client.post(KINDS["editions"].url("new"), edition)
    award = {"award_form": "Bằng khen", "deciding_unit": "Tỉnh Lạng Sơn", "presented_on": "31/10/2019"}
    client.post(KINDS["awards"].url("new"), award | {"provenance": "recorded"})
    assert Drive.objects.get().slug == "lam-duong"
    assert (Edition.objects.get().number, Edition.objects.get().competition) == (5, prize)
    assert (Conferral.objects.get().award_form, Conferral.objects.get().decision_date) == ("Bằng khen", None)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_without_the_right_sees_or_sends_a_form(place: SmallProvince, enter: Any, kind: str) -> None:
    row = MAKERS[kind](place, place.province)
    client = enter(place.chairman)
    assert client.get(KINDS[kind].url("page", row.pk)).status_code == 200
    for address in (KINDS[kind].url("new"), KINDS[kind].url("edit", row.pk)):
        for answer in (client.get(address), client.post(address, {})):
            assert answer.status_code == 403
            assert "form" not in (answer.context or {})
    page = client.get(KINDS[kind].url("page", row.pk))
    assert [link.text for link in elements(page, "a") if link.text in {"Correct", "Remove…"}] == []


def test_a_record_of_another_unit_is_not_there_for_its_neighbour(place: SmallProvince, enter: Any) -> None:
    row = milestone(place, unit=place.de_tham)
    assert enter(place.clerk).get(KINDS["milestones"].url("edit", row.pk)).status_code == 200
    for page in ("page", "edit", "remove"):
        assert enter(place.other_clerk).get(KINDS["milestones"].url(page, row.pk)).status_code == 404


def test_invented_records_keep_their_origin_when_corrected(place: SmallProvince, enter: Any) -> None:
    row = event(place, provenance="illustrative")
    client, address = enter(place.officer), KINDS["events"].url("edit", row.pk)
    page = client.get(address)
    origins = [element.attributes["value"] for element in elements(page, "input", name="provenance")]
    assert origins == ["recorded", "reported", "illustrative"]
    client.post(address, filled_in(page) | {"outcome": "tốt đẹp"})
    row.refresh_from_db()
    assert (row.provenance, row.outcome) == ("illustrative", "tốt đẹp")
    new = client.get(KINDS["events"].url("new"))
    assert [element.attributes["value"] for element in elements(new, "input", name="provenance")] == origins[
        :2
    ]


def test_a_person_whom_the_keeper_may_not_look_up_stays_in_the_record(
    place: SmallProvince, enter: Any
) -> None:
    elsewhere = person(place, "Nông Văn Xa")
    add_position(person=elsewhere, unit=place.hung_son, title="Trưởng thôn", by=place.officer)
    row = role_model(place, found_by=place.de_tham, person=elsewhere)
    client, address = enter(place.clerk), KINDS["role-models"].url("edit", row.pk)
    sent = filled_in(client.get(address)) | {"deed": "Việc làm khác"}
    client.post(address, sent)
    row.refresh_from_db()
    assert (row.deed, row.person) == ("Việc làm khác", elsewhere)
    page = client.post(KINDS["role-models"].url("new"), role_model_sent(person="Nông Văn Xa"))
    assert beside(page, "person")[0].startswith("Error: Nothing fits “Nông Văn Xa”.")
