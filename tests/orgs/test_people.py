"""Persons, households and positions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.orgs.conftest import IN_2019, TODAY
from thidua.orgs.actions import (
    add_position,
    create_household,
    create_person,
    edit_person,
    end_position,
    merge_units,
)
from thidua.orgs.models import Household, Person, Position
from thidua.orgs.queries import positions_of, positions_on, search_persons
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import Refused

REPORT_ORDER = [
    "Trần Văn Ba",
    "Lương Thị Bình",
    "Lương Hồng Chắn",
    "Hoàng Mạnh Cương",
    "Vi Thanh Liêm",
    "Hà Thị Lư",
    "Nguyễn Khắc Phương",
    "Phạm Ngọc Thưởng",
]


def test_persons_are_listed_by_given_name(superuser):
    for name in sorted(REPORT_ORDER):
        create_person(full_name=name, by=superuser)
    assert [person.full_name for person in Person.objects.all()] == REPORT_ORDER


def test_the_order_of_a_name_can_be_said(superuser):
    for name, order in (("Maria An", "given_first"), ("H'Hen Niê", "whole"), ("Lò Văn Kế", "given_last")):
        create_person(full_name=name, name_order=order, by=superuser)
    assert [person.full_name for person in Person.objects.all()] == ["H'Hen Niê", "Lò Văn Kế", "Maria An"]


def test_a_name_is_cleaned_and_faults_are_told_by_field(superuser):
    person = create_person(full_name=" Lương\u00a0Thi\u0323  Bình\u200b", honorific="ba", by=superuser)
    assert (person.full_name, person.folded_name) == ("Lương Thị Bình", "luong thi binh")
    assert person.addressed_name == "bà Lương Thị Bình"
    with pytest.raises(Refused) as refusal:
        create_person(full_name="", honorific="mr", name_order="odd", birth_year=19, by=superuser)
    assert sorted(refusal.value.faults) == ["birth_year", "full_name", "honorific", "name_order"]
    with pytest.raises(Refused):
        create_person(full_name="Lương Thị Bình 2", by=superuser)
    assert Person.objects.count() == 1


def edited(person, by, name="Lương Thanh Bình", seen=1):
    return edit_person(
        person=person,
        full_name=name,
        honorific="ba",
        name_order="given_last",
        birth_year=1970,
        seen=seen,
        by=by,
    )


def test_an_edit_keeps_the_keys_in_step_and_tells_what_changed(superuser):
    person = create_person(full_name="Lương Thị Bình", honorific="ba", by=superuser)
    row = edited(person, superuser)
    assert (row.full_name, row.folded_name, row.birth_year, row.version) == (
        "Lương Thanh Bình",
        "luong thanh binh",
        1970,
        2,
    )
    assert (
        history_of(person)[0].details
        == '{"birth_year":[null,1970],"full_name":["Lương Thị Bình","Lương Thanh Bình"]}'
    )


def test_the_second_of_two_editors_is_told(superuser):
    person = create_person(full_name="Lương Thị Bình", by=superuser)
    edited(person, superuser)
    with pytest.raises(EditedMeanwhile):
        edited(person, superuser, name="Lương Thị Bích", seen=1)
    assert Person.objects.get().full_name == "Lương Thanh Bình"


def test_one_person_holds_several_positions_at_once_in_printed_order(tree, superuser):
    person = create_person(full_name="Lương Thị Bình", by=superuser)
    for order, title in enumerate(["Bí thư Chi bộ", "Trưởng Ban công tác mặt trận", "Trưởng thôn Đông"]):
        add_position(person=person, unit=tree.village, title=title, order=order, by=superuser)
    other = create_person(full_name="Hoàng Mạnh Cương", by=superuser)
    add_position(person=other, unit=tree.party, title="Trưởng phòng", by=superuser)
    assert positions_of([person.pk, other.pk], IN_2019) == {
        person.pk: ("Bí thư Chi bộ", "Trưởng Ban công tác mặt trận", "Trưởng thôn Đông"),
        other.pk: ("Trưởng phòng, Tỉnh ủy Thử",),
    }


def test_a_position_ends_on_its_last_day(tree, superuser):
    person = create_person(full_name="Lương Thị Bình", by=superuser)
    position = add_position(
        person=person, unit=tree.village, title="Trưởng thôn", valid_from=date(2018, 1, 1), by=superuser
    )
    with pytest.raises(Refused, match="01/01/2018"):
        end_position(position=position, last_day=date(2017, 12, 31), by=superuser)
    end_position(position=position, last_day=date(2019, 12, 31), by=superuser)
    assert positions_of([person.pk], date(2019, 12, 31)) == {person.pk: ("Trưởng thôn, thôn Đông",)}
    assert positions_of([person.pk], date(2020, 1, 1)) == {}
    with pytest.raises(Refused, match="31/12/2019"):
        end_position(position=position, last_day=TODAY, by=superuser)


def test_a_position_held_already_or_without_title_or_backwards_is_refused(tree, superuser):
    person = create_person(full_name="Lương Thị Bình", by=superuser)
    add_position(person=person, unit=tree.village, title="Trưởng thôn", by=superuser)
    with pytest.raises(Refused):
        add_position(person=person, unit=tree.village, title="trưởng  thôn", by=superuser)
    with pytest.raises(Refused) as refusal:
        add_position(
            person=person, unit=tree.one, title=" ", valid_from=TODAY, valid_to=IN_2019, by=superuser
        )
    assert sorted(refusal.value.faults) == ["title", "valid_to"]
    assert Position.objects.count() == 1


def test_a_household_keeps_the_address_as_it_was_printed(tree, superuser):
    head = create_person(full_name="Vi Thanh Liêm", honorific="ong", by=superuser)
    household = create_household(head=head, address_unit=tree.village, address_on=IN_2019, by=superuser)
    assert household.address_text == "thôn Đông, xã Một, huyện A, tỉnh Thử"
    merge_units(units=[tree.one], into=tree.two, on=date(2020, 1, 1), by=superuser)
    assert Household.objects.get().address_text == "thôn Đông, xã Một, huyện A, tỉnh Thử"
    printed = create_household(
        head=head, address_unit=tree.village, address_text="thôn Đông,  xã Một", by=superuser
    )
    assert printed.address_text == "thôn Đông, xã Một"
    assert str(printed) == "gia đình ông Vi Thanh Liêm"


def test_persons_are_found_without_marks_and_told_apart_by_position(tree, superuser):
    first = create_person(full_name="Lương Thị Bình", by=superuser)
    second = create_person(full_name="Lương Thị Bình", by=superuser)
    create_person(full_name="Lường Văn Bính", by=superuser)
    add_position(person=first, unit=tree.village, title="Trưởng thôn", by=superuser)
    hits = search_persons("binh thi", on=TODAY)
    assert [(hit.person_id, hit.label) for hit in hits] == [
        (first.pk, "Lương Thị Bình (Trưởng thôn, thôn Đông)"),
        (second.pk, "Lương Thị Bình"),
    ]
    assert len(search_persons("LUONG", on=TODAY)) == 3
    assert search_persons("  ", on=TODAY) == []


def test_positions_of_persons_each_on_a_day_of_their_own_cost_two_queries(
    tree, superuser, django_assert_num_queries
):
    person = create_person(full_name="Lương Thị Bình", by=superuser)
    last_day = date(2019, 12, 31)
    add_position(person=person, unit=tree.village, title="Trưởng thôn", valid_to=last_day, by=superuser)
    with django_assert_num_queries(2):
        held = positions_on([(person.pk, last_day), (person.pk, date(2020, 1, 1)), (0, IN_2019)])
    assert held == {
        (person.pk, last_day): ("Trưởng thôn, thôn Đông",),
        (person.pk, date(2020, 1, 1)): (),
        (0, IN_2019): (),
    }
