"""The ministry's forms on screen: every figure leads to its rows, and what is missing can be filled in."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from tests.factories.movements import SmallProvince
from tests.factories.records import conferral
from tests.reports import statistics_records as made
from tests.support.documents.samples import needs_pdftotext, words_of_pdf
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.registry.models import Award
from thidua.reports.models import EmulationOfficer
from thidua.reports.statistics import layout
from thidua.support.audit.queries import history_of

HOME = "/en/lam-viec/thong-ke"


@pytest.fixture
def full(place: SmallProvince) -> SmallProvince:
    made.awards(place)
    made.movements(place)
    made.officers(place)
    return place


def test_the_menu_leads_officers_of_the_board_to_statistics(place: SmallProvince, enter) -> None:
    page = enter(place.officer).get(HOME)
    links = [one.attributes["href"] for one in elements(page, "a") if one.text == "Statistics"]
    assert links[0] == HOME
    assert [one[0].split(" ")[0] for one in rows(page)] == ["0601.N", "0602.N", "0603.N", "0604.N", "0605.N"]
    assert [one[3] for one in rows(page)] == ["not verified"] * 5


@pytest.mark.parametrize("slug", ["0601", "0603", "0604", "0605"])
def test_every_figure_of_a_form_leads_to_as_many_rows(full: SmallProvince, enter, slug: str) -> None:
    client = enter(full.officer)
    page = client.get(f"{HOME}/bieu/{slug}?nam=2025")
    cells = [one for one in elements(page, "a") if f"/bieu/{slug}/" in one.attributes["href"]]
    assert cells
    for cell in cells[::3]:
        count = int(re.match(r"\d+", cell.text)[0])
        behind = client.get(cell.attributes["href"])
        assert re.match(r"(\d+) results?", texts(behind, "p", **{"class": "list__count"})[0])[1] == str(count)


def test_the_awards_of_a_cell_are_named(full: SmallProvince, enter) -> None:
    page = enter(full.officer).get(f"{HOME}/bieu/0603/01/flag?nam=2025")
    wanted = Award.objects.filter(conferral__award_code="provincial_emulation_flag").values_list(
        "recipient_name", flat=True
    )
    assert sorted(row[0].split(" illus")[0] for row in rows(page)) == sorted(wanted)
    assert len(wanted) == 6


def test_a_row_that_the_form_does_not_have_is_not_found(full: SmallProvince, enter) -> None:
    client = enter(full.officer)
    assert client.get(f"{HOME}/bieu/0603/99/flag").status_code == 404
    assert client.get(f"{HOME}/bieu/0699").status_code == 404


def test_a_period_turned_round_shows_its_fault_and_the_year(full: SmallProvince, enter) -> None:
    page = enter(full.officer).get(f"{HOME}/bieu/0603?nam=2025&phan=khac&tu=30/09/2025&den=01/01/2025")
    assert texts(page, "p", **{"class": "field__error"}) == [
        "The last day is before the first. Correct one of the two dates."
    ]


def test_a_clerk_sees_only_what_the_own_unit_decided(full: SmallProvince, enter) -> None:
    page = enter(full.clerk).get(f"{HOME}/bieu/0603?nam=2025")
    assert "Nothing is on record for this period" in main_text(page)
    own = enter(full.officer).get(f"{HOME}/bieu/0603?nam=2025")
    assert "Nothing is on record for this period" not in main_text(own)


def test_the_form_comes_as_a_workbook_and_as_pdf(full: SmallProvince, enter) -> None:
    client = enter(full.officer)
    sheet = openpyxl.load_workbook(
        BytesIO(client.get(f"{HOME}/bieu/0603?nam=2025&dinh-dang=xlsx").content)
    ).active
    first = next(row for row in sheet.iter_rows(min_row=10) if row[1].value == "01")
    assert [cell.value for cell in first][2:] == [24, 6, 6, 6, "no figure yet", 6]
    answer = client.get(f"{HOME}/bieu/0603?nam=2025&dinh-dang=pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "bieu-0603-2025.pdf" in answer["Content-Disposition"]


@needs_pdftotext
def test_the_pdf_is_vietnamese_whatever_the_page_speaks(full: SmallProvince, enter) -> None:
    answer = enter(full.officer).get(f"{HOME}/bieu/0603?nam=2025&dinh-dang=pdf")
    said = " ".join(words_of_pdf(answer.content))
    assert "chưa có số" in said
    assert layout("0603").name.vi.upper() in said


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_takes_the_same_queries_whatever_its_rows(
    place: SmallProvince, enter, count: int, django_assert_num_queries
) -> None:
    made.awards(place, each=count)
    client = enter(place.officer)
    client.get(f"{HOME}/bieu/0603?nam=2025")
    with django_assert_num_queries(11):
        client.get(f"{HOME}/bieu/0603?nam=2025")


def test_what_is_missing_of_recipients_is_listed_and_filled_in_with_a_reason(
    place: SmallProvince, enter
) -> None:
    row = conferral(place, decision_number="5/QĐ-UBND", decision_date=date(2019, 10, 1))
    client = enter(place.officer)
    listed = client.get(f"{HOME}/doi-tuong?nam=2019")
    assert rows(listed)[0][-1] == "4"
    people = list(row.awards.order_by("ordinal"))
    typed = {
        f"enterprise-{people[0].pk}": "no",
        f"class-{people[1].pk}": "direct_worker",
        f"woman-{people[1].pk}": "no",
        f"minority-{people[1].pk}": "yes",
        f"born-{people[1].pk}": "1980",
        f"type-{people[1].pk}": "merit",
    }
    refused = client.post(f"{HOME}/doi-tuong/{row.pk}", typed)
    assert faults(refused) == ["Fill in “Basis or reason”."]
    client.post(f"{HOME}/doi-tuong/{row.pk}", typed | {"reason": "theo hồ sơ lưu"})
    first, second = row.awards.order_by("ordinal")[:2]
    assert first.enterprise is False
    assert (second.recipient_class, second.woman, second.ethnic_minority, second.birth_year) == (
        "direct_worker", False, True, 1980,
    )  # fmt: skip
    entry = history_of(row)[0]
    assert (entry.action, json.loads(entry.details)["reason"]) == (
        "registry.recipients_described",
        "theo hồ sơ lưu",
    )


def test_a_birth_year_that_cannot_be_is_refused_beside_its_line(place: SmallProvince, enter) -> None:
    row = conferral(place, decision_number="5/QĐ-UBND", decision_date=date(2019, 10, 1))
    person = row.awards.get(recipient_name="Lương Thị Bình")
    page = enter(place.officer).post(
        f"{HOME}/doi-tuong/{row.pk}", {f"born-{person.pk}": "2030", "reason": "sổ cũ"}
    )
    assert faults(page) == ["The year of birth lies between 1899 and 2019."]
    person.refresh_from_db()
    assert person.birth_year is None


def test_only_who_keeps_awards_describes_recipients(place: SmallProvince, enter) -> None:
    row = conferral(place, decision_number="5/QĐ-UBND", decision_date=date(2019, 10, 1))
    client = enter(place.chairman)
    award = row.awards.get(ordinal=1)
    answer = client.post(f"{HOME}/doi-tuong/{row.pk}", {f"enterprise-{award.pk}": "yes", "reason": "thử"})
    award.refresh_from_db()
    assert (answer.status_code, award.enterprise) == (403, None)


def test_an_officer_is_recorded_changed_and_taken_away(place: SmallProvince, enter) -> None:
    client = enter(place.officer)
    typed = {
        "unit": place.department.name, "full_name": "Lành Thị Hằng", "birth_year": "1990", "woman": "yes",
        "education": "master", "first_year": "2012", "here_from": "01/01/2020", "source": "Danh sách 2025",
    }  # fmt: skip
    assert faults(client.post(f"{HOME}/nguoi-lam/them", typed | {"source": ""})) == ["Fill in “Basis”."]
    client.post(f"{HOME}/nguoi-lam/them", typed)
    row = EmulationOfficer.objects.get()
    assert (row.unit, row.full_name, row.woman, row.education) == (
        place.department, "Lành Thị Hằng", True, "master",
    )  # fmt: skip
    client.post(f"{HOME}/nguoi-lam/{row.pk}", typed | {"seen": "1", "here_to": "30/06/2025"})
    row.refresh_from_db()
    assert (row.here_to, row.version) == (date(2025, 6, 30), 2)
    client.post(f"{HOME}/nguoi-lam/{row.pk}/go")
    assert not EmulationOfficer.objects.exists()
