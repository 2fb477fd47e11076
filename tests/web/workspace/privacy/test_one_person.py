"""Personal data on the screen: masked, shown on a press with a reason, in no address, list or log."""

from __future__ import annotations

import json
from typing import Any

from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.web.reading import faults, main_text, texts
from thidua.orgs.models import Person, PersonalData
from thidua.orgs.personal.opening import citizen_id_of
from thidua.support.audit.models import AuditEntry

NUMBER = "020168000012"


def address(person: Person, name: str = "personal-data") -> str:
    return reverse(name, args=[person.pk])


def test_they_are_masked_until_somebody_presses_with_a_reason(
    place: SmallProvince, enter: Any, person: Person
) -> None:
    client = enter(place.officer)
    page = client.get(address(person))
    assert texts(page, "dd")[:2] == ["0201••••••12", "••/••/1968"]
    assert NUMBER not in page.content.decode()
    shown = client.post(address(person), {"field": "citizen_id", "reason": "Đối chiếu hồ sơ"})
    assert texts(shown, "dd")[:2] == [NUMBER, "••/••/1968"]
    assert "no-store" in shown["Cache-Control"]
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert json.loads(entry.details) == {"personal_data": "citizen_id", "reason": "Đối chiếu hồ sơ"}
    assert "Đối chiếu hồ sơ" in main_text(shown)
    assert NUMBER not in client.get(address(person)).content.decode()


def test_without_a_reason_the_mask_stays_and_nothing_is_logged(
    place: SmallProvince, enter: Any, person: Person
) -> None:
    before = AuditEntry.objects.count()
    page = enter(place.officer).post(address(person), {"field": "citizen_id", "reason": ""})
    assert faults(page) == ["Fill in “What you need it for”."]
    assert NUMBER not in page.content.decode()
    assert AuditEntry.objects.count() == before


def test_who_has_no_right_gets_no_page_and_no_link(place: SmallProvince, enter: Any, person: Person) -> None:
    link = address(person)
    assert link in enter(place.officer).get(reverse("person", args=[person.pk])).content.decode()
    client = enter(place.clerk)
    assert link not in client.get(reverse("person", args=[person.pk])).content.decode()
    for name in ("personal-data", "enter-personal-data", "erase-personal-data"):
        assert client.get(address(person, name)).status_code == 403


def test_the_number_stands_in_no_other_page_list_or_export(
    place: SmallProvince, enter: Any, person: Person
) -> None:
    client = enter(place.officer)
    for where in (
        reverse("person", args=[person.pk]),
        reverse("people"),
        reverse("people") + "?dinh-dang=csv",
        reverse("person-history", args=[person.pk]),
        reverse("enter-personal-data", args=[person.pk]),
    ):
        page = client.get(where)
        told = (b"".join(page) if page.streaming else page.content).decode()
        assert page.status_code == 200
        assert "Lương Thị Bình" in told
        assert NUMBER not in told
        assert "15/08/1968" not in told


def test_a_correction_leaves_what_is_empty_as_it_is(place: SmallProvince, enter: Any, person: Person) -> None:
    client = enter(place.officer)
    page = client.get(address(person, "enter-personal-data"))
    assert 'value="1"' in page.content.decode()
    answer = client.post(
        address(person, "enter-personal-data"),
        {"seen": "1", "citizen_id": "", "birth_date": "16/08/1968", "source": "Sơ yếu lý lịch"},
    )
    assert answer.status_code == 302
    row = PersonalData.objects.get()
    number = citizen_id_of(row)
    assert number is not None
    assert (number.digits, row.source, row.version) == (NUMBER, "Sơ yếu lý lịch", 2)


def test_what_does_not_fit_is_told_after_saving(place: SmallProvince, enter: Any, person: Person) -> None:
    page = enter(place.officer).post(
        address(person, "enter-personal-data"),
        {"seen": "1", "citizen_id": "003168000012", "birth_date": "", "source": ""},
        follow=True,
    )
    assert "The first three digits are the code of no province." in main_text(page)


def test_faults_and_another_officer_are_told_beside_the_field(
    place: SmallProvince, enter: Any, person: Person
) -> None:
    client = enter(place.officer)
    said = {"seen": "1", "citizen_id": "123", "birth_date": "", "source": ""}
    page = client.post(address(person, "enter-personal-data"), said)
    assert faults(page) == ["Write the number with 12 digits, or the 9 digits of the older card."]
    page = client.post(
        address(person, "enter-personal-data"), said | {"seen": "0", "citizen_id": "020168000099"}
    )
    assert faults(page) == [
        "Somebody else has saved this meanwhile. Save again to keep what you have written."
    ]
    assert NUMBER not in page.content.decode()


def test_erasing_is_asked_first_and_keeps_the_log(place: SmallProvince, enter: Any, person: Person) -> None:
    client = enter(place.officer)
    assert client.get(address(person, "erase-personal-data")).status_code == 200
    assert PersonalData.objects.get().citizen_id_sealed != ""
    page = client.post(address(person, "erase-personal-data"), {"reason": "Hết hạn lưu"}, follow=True)
    assert PersonalData.objects.get().citizen_id_sealed == ""
    assert "The personal data were erased on" in main_text(page)
    assert "Hết hạn lưu" in main_text(page)
