"""What is public, and what is due: the screens of the Board."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.web.reading import main_text, rows
from thidua.core.law.reading import load_law
from thidua.orgs.models import Person, PersonalData
from thidua.registry.models import PublicFields


def test_the_board_chooses_what_of_an_award_is_public(place: SmallProvince, enter: Any) -> None:
    client = enter(place.officer)
    page = client.get(reverse("public-fields"))
    assert len(rows(page)) == len(load_law().awards) + 1
    address = reverse("choose-public-fields", args=["provincial_certificate_of_merit"])
    assert client.get(address).content.decode().count("checked") == 7
    assert client.post(address, {"seen": "0", "names": ["name", "year"]}).status_code == 302
    assert PublicFields.objects.get().names == ["name", "year"]
    [row] = [cells for cells in rows(client.get(reverse("public-fields"))) if cells[2] == "the Board"]
    assert row[1] == "Name of the recipient; year"


def test_whoever_keeps_no_awards_of_the_province_changes_nothing(place: SmallProvince, enter: Any) -> None:
    client = enter(place.clerk)
    assert client.get(reverse("public-fields")).status_code == 403
    address = reverse("choose-public-fields", args=["khac"])
    assert client.post(address, {"seen": "0", "names": []}).status_code == 403
    assert not PublicFields.objects.exists()


def test_what_is_due_is_listed_with_its_period(place: SmallProvince, enter: Any, person: Person) -> None:
    client = enter(place.officer)
    assert "None of the persons whom you keep." in main_text(client.get(reverse("retention")))
    PersonalData.objects.update(changed_on=date(2001, 1, 1))
    page = client.get(reverse("retention"))
    assert [row[2] for row in rows(page)] == ["1", "0", "0", "0"]
    assert [(row[1], row[2]) for row in rows(page, 1)] == [
        ("365 days after the proposal was settled", "0"),
        ("365 days after the promise was settled", "0"),
        ("365 days after the results were published", "0"),
        ("365 days after the consultation was closed", "0"),
        ("for good no contact is asked for; they go with the article", "0"),
        ("2 days after they were chosen", "0"),
        ("2 days after they arrived", "0"),
    ]
    assert reverse("personal-data", args=[person.pk]) in page.content.decode()
    assert "not checked against the text in force" in main_text(page)


def test_an_extract_is_given_as_a_file_after_a_reason(
    place: SmallProvince, enter: Any, person: Person
) -> None:
    client = enter(place.officer)
    address = reverse("extract-person", args=[person.pk])
    assert "Fill in" in client.post(address, {"reason": ""}).content.decode()
    file = client.post(address, {"reason": "Đơn đề nghị của bà Bình"})
    assert (file["Content-Type"], "no-store" in file["Cache-Control"]) == ("application/zip", True)
    assert zipfile.is_zipfile(io.BytesIO(file.content))
