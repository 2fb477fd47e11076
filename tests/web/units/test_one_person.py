"""The page of a person, and what is written about them."""

from __future__ import annotations

from datetime import date

from tests.factories.records import household, person
from tests.web.reading import faults, main_text, rows, texts
from thidua.orgs.actions import add_position, edit_person
from thidua.orgs.models import Household, Person, Position

PEOPLE = "/lam-viec/nguoi"
SAID = {
    "full_name": "Lương Thị Bình",
    "honorific": "ba",
    "name_order": "given_last",
    "birth_year": "1968",
    "source": "",
}


def page_of(row):
    return f"{PEOPLE}/{row.pk}"


def test_a_person_is_entered_with_a_position(place, as_):
    client = as_(place.clerk)
    client.post(f"{PEOPLE}/them", SAID)
    row = Person.objects.get()
    assert (row.full_name, row.honorific, row.birth_year) == ("Lương Thị Bình", "ba", 1968)
    client.post(
        f"{page_of(row)}/chuc-vu",
        {"title": "Trưởng thôn", "unit": "Thôn Nà Ao 2", "valid_from": "01/01/2017"},
    )
    page = client.get(page_of(row))
    assert [cells[:3] for cells in rows(page)] == [["Trưởng thôn", "Thôn Nà Ao 2", "từ 01/01/2017"]]
    assert texts(page, "h1") == ["bà Lương Thị Bình"]


def test_lists_sort_a_name_as_its_order_says(place, as_):
    foreign = person(place, "Maria Schmidt")
    person(place, "Nông Thị Phượng")
    client = as_(place.officer)
    assert [row[0] for row in rows(client.get(PEOPLE))] == ["Nông Thị Phượng", "Maria Schmidt"]
    said = SAID | {
        "full_name": "Maria Schmidt",
        "honorific": "",
        "name_order": "given_first",
        "birth_year": "",
    }
    client.post(f"{page_of(foreign)}/sua", said | {"seen": "1"})
    assert [row[0] for row in rows(client.get(PEOPLE))] == ["Maria Schmidt", "Nông Thị Phượng"]


def test_two_who_correct_one_person_are_told_of_each_other(place, as_):
    row = person(place)
    edit_person(
        person=row, full_name="Lương Thị Bình", honorific="ba", name_order="given_last", birth_year=1970,
        seen=1, by=place.officer,
    )  # fmt: skip
    client = as_(place.officer)
    page = client.post(f"{page_of(row)}/sua", SAID | {"seen": "1"})
    assert ["1970" in fault and "1968" in fault for fault in faults(page)] == [True]
    client.post(f"{page_of(row)}/sua", SAID | {"seen": "2"})
    assert Person.objects.get().birth_year == 1968


def test_a_position_ends_after_a_question(place, as_):
    row = person(place)
    held = add_position(
        person=row, unit=place.village, title="Trưởng thôn", by=None, valid_from=date(2017, 1, 1)
    )
    client = as_(place.clerk)
    address = f"{PEOPLE}/chuc-vu/{held.pk}/thoi-giu"
    assert "Trưởng thôn" in main_text(client.get(address))
    assert len(faults(client.post(address, {"last_day": "01/01/2010"}))) == 1
    client.post(address, {"last_day": "30/06/2025"})
    assert Position.objects.get().valid_to == date(2025, 6, 30)


def test_the_year_of_birth_is_told_only_to_those_who_correct_the_person(place, as_):
    row = person(place, birth_year=1968)
    add_position(person=row, unit=place.village, title="Trưởng thôn", by=None)
    assert "1968" in main_text(as_(place.clerk).get(page_of(row)))
    reader = as_(place.chairman).get(page_of(row))
    assert "Lương Thị Bình" in main_text(reader)
    assert "1968" not in reader.content.decode()


def test_who_manages_no_people_of_the_unit_changes_nothing(place, as_):
    row = person(place)
    held = add_position(person=row, unit=place.village, title="Trưởng thôn", by=None)
    addresses = (f"{page_of(row)}/sua", f"{PEOPLE}/chuc-vu/{held.pk}/thoi-giu")
    assert [as_(place.clerk).get(address).status_code for address in addresses] == [200, 200]
    assert [as_(place.chairman).post(address, SAID).status_code for address in addresses] == [403, 403]
    assert [as_(place.other_clerk).post(address, SAID).status_code for address in addresses] == [404, 403]
    assert Position.objects.get().valid_to is None
    assert Person.objects.get().version == 1


def test_a_household_is_entered_with_its_address_of_the_day(place, as_):
    row = person(place, "Vi Thanh Liêm", honorific="ong")
    client = as_(place.clerk)
    said = {
        "head": "Vi Thanh Liêm",
        "address_unit": "Thôn Nà Ao 2",
        "address_on": "01/10/2019",
        "address_text": "",
    }
    client.post("/lam-viec/ho-gia-dinh/them", said)
    assert Household.objects.get().address_text == (
        "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn"
    )
    assert "thôn Nà Ao 2, xã Đề Thám" in main_text(client.get(page_of(row)))


def test_households_of_a_person_are_told_on_their_page(place, as_):
    row = household(place)
    assert row.address_text in main_text(as_(place.officer).get(page_of(row.head)))


def test_a_household_is_corrected_where_it_lives_and_by_nobody_else(place, as_):
    row = household(place)
    client, address = as_(place.clerk), f"/lam-viec/ho-gia-dinh/{row.pk}/sua"
    form = client.get(address).context["form"]
    assert (form["address_text"].value(), form["seen"].value()) == (row.address_text, 1)
    said = {
        "head": "Vi Thanh Liêm",
        "address_unit": "Thôn Nà Ao 2",
        "address_on": "31/10/2019",
        "address_text": "thôn Nà Ao 2, xã Đề Thám",
        "source": "Sổ hộ khẩu",
    }
    client.post(address, said | {"seen": "1"})
    row.refresh_from_db()
    assert (row.address_text, row.address_on, row.source, row.version) == (
        *("thôn Nà Ao 2, xã Đề Thám", date(2019, 10, 31), "Sổ hộ khẩu"),
        2,
    )
    late = client.post(address, said | {"seen": "1", "source": "Khác"})
    assert list(late.context["form"].errors) == ["source"]
    assert as_(place.other_clerk).get(address).status_code == 404
    page = as_(place.clerk).get(page_of(row.head))
    assert address in page.content.decode()


def test_the_page_of_a_person_leads_to_their_history_for_who_sees_records(place, as_, administrator):
    row = person(place)
    address = f"/lam-viec/so-khen-thuong/nguoi/{row.pk}"
    assert address in as_(place.officer).get(page_of(row)).content.decode()
    assert address not in as_(administrator).get(page_of(row)).content.decode()
    assert as_(administrator).get(address).status_code == 403
