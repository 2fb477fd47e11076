"""Grades, initiatives, discipline and pending matters on screen: lists, pages, corrections, cancellations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.factories import histories
from tests.factories.movements import SmallProvince
from tests.factories.records import household, person
from tests.web.reading import main_text, texts
from thidua.registry.models import HistoryRecord, YearlyGrade
from thidua.support.spreadsheets.reading import read_table
from thidua.web.workspace.records.kinds.history import HISTORY
from thidua.web.workspace.records.record_kind import RecordKind

KINDS: dict[str, RecordKind] = {kind.key: kind for kind in HISTORY}
SINCE = date(2024, 3, 1)
MAKERS: dict[str, Callable[..., HistoryRecord]] = {
    "grades": lambda place, of: histories.grade(place, of, 2024),
    "initiatives": lambda place, of: histories.initiative(place, of, 2024),
    "discipline": lambda place, of: histories.discipline(place, of, SINCE),
    "matters": lambda place, of: histories.matter(place, of, SINCE),
}
NAMES = ("Lương Thị Bình", "Vi Văn An", "Hoàng Thị Cúc")
RESTRICTED = ("discipline", "matters")


def names(response: Any) -> list[str]:
    return texts(response, "th", scope="row")


@pytest.mark.parametrize("key", KINDS)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_the_same_whatever_its_rows(
    place: SmallProvince, enter: Any, key: str, rows: int, django_assert_num_queries: Any
) -> None:
    for name in NAMES[:rows]:
        MAKERS[key](place, person(place, name))
    client = enter(place.officer)
    with django_assert_num_queries(6):
        page = client.get(KINDS[key].url("list"))
    assert len(names(page)) == rows


@pytest.mark.parametrize("key", KINDS)
def test_a_record_is_found_by_folded_name_and_downloaded_as_a_workbook(
    place: SmallProvince, enter: Any, key: str
) -> None:
    for name in NAMES:
        MAKERS[key](place, person(place, name))
    client, address = enter(place.officer), KINDS[key].url("list")
    assert names(client.get(f"{address}?q=luong+thi+binh")) == ["Lương Thị Bình"]
    assert names(client.get(f"{address}?nam=2023")) == []
    assert len(names(client.get(f"{address}?nam=2024&don_vi=lang+son"))) == 3
    book = client.get(f"{address}?dinh-dang=xlsx")
    table = read_table(book.content, "x.xlsx")
    assert sorted(str(row.values[0]) for row in table.rows) == sorted(NAMES)


@pytest.mark.parametrize("key", RESTRICTED)
def test_personal_matters_are_closed_to_who_does_not_appraise(
    place: SmallProvince, enter: Any, key: str
) -> None:
    row, kind = MAKERS[key](place, person(place)), KINDS[key]
    pages = [kind.url("page", row.pk), kind.url("edit", row.pk), kind.url("remove", row.pk)]
    assert [enter(place.officer).get(page).status_code for page in pages] == [200, 200, 200]
    clerk = enter(place.clerk)
    assert clerk.get(kind.url("list")).status_code == 403
    for page in pages:
        absent = page.replace(f"/{row.pk}", "/987654")
        there, nowhere = clerk.get(page), clerk.get(absent)
        assert (there.status_code, nowhere.status_code) == (404, 404)
        assert main_text(there) == main_text(nowhere)
        assert [word for word in ("Lương Thị Bình", str(row)) if word in there.content.decode()] == []
    menu = clerk.get(KINDS["grades"].url("list")).content.decode()
    assert kind.url("list") not in menu


def test_a_grade_is_entered_corrected_and_cancelled_and_stays_readable(
    place: SmallProvince, enter: Any
) -> None:
    known, kind = person(place), KINDS["grades"]
    client = enter(place.officer)
    assert client.get(f"{kind.url('new')}?person={known.pk}").status_code == 200
    sent = {
        "person": "Lương Thị Bình",
        "kept_by": "Tỉnh Lạng Sơn",
        "counting_year": "2024",
        "grade": "completed",
        "provenance": "recorded",
    }
    client.post(kind.url("new"), sent)
    row = YearlyGrade.objects.get()
    assert (row.person, row.kept_by, row.counting_year, row.grade) == (
        known,
        place.province,
        2024,
        "completed",
    )
    form = client.get(kind.url("edit", row.pk)).context["form"]
    assert (form["counting_year"].value(), form["grade"].value()) == ("2024", "completed")
    correction = {"counting_year": "2024", "grade": "failed", "provenance": "recorded"}
    refused = client.post(kind.url("edit", row.pk), correction)
    assert refused.context["form"].errors == {"reason": ["Fill in “Reason of the correction”."]}
    answer = client.post(kind.url("edit", row.pk), correction | {"reason": "Nhập nhầm"}, follow=True)
    new = YearlyGrade.objects.get(replaces=row)
    assert answer.redirect_chain == [(kind.url("page", new.pk), 302)]
    inset = texts(client.get(kind.url("page", row.pk)), "div", class_="inset")
    assert inset == [
        "This record has been corrected and no longer counts. Open the one that counts Reason: Nhập nhầm"
    ]
    client.post(kind.url("remove", new.pk), {"reason": "Nhầm người"})
    new.refresh_from_db()
    assert (new.is_standing, new.ended_reason, YearlyGrade.objects.count()) == (False, "Nhầm người", 2)
    address = kind.url("list")
    assert [
        len(names(client.get(f"{address}?hieu_luc={state}"))) for state in ("", "thay-the", "huy", "tat-ca")
    ] == [*(0, 1, 1, 2)]
    again = client.post(kind.url("edit", new.pk), correction | {"reason": "Lần nữa"}, follow=True)
    assert texts(again, "div", class_="notification") == [
        "This record has been superseded or withdrawn. Open the one that counts now."
    ]


def test_a_record_is_about_exactly_one(place: SmallProvince, enter: Any) -> None:
    person(place)
    sent = {"kept_by": "Tỉnh Lạng Sơn", "counting_year": "2024", "grade": "failed", "provenance": "recorded"}
    client = enter(place.officer)
    for more in ({}, {"person": "Lương Thị Bình", "unit": "Sở Nội vụ"}):
        form = client.post(KINDS["grades"].url("new"), sent | more).context["form"]
        assert form.errors == {"person": ["Choose whom it is about: exactly one."]}
    assert YearlyGrade.objects.count() == 0


def test_a_pending_matter_of_a_household_is_concluded(place: SmallProvince, enter: Any) -> None:
    row = histories.matter(place, household(place), SINCE)
    client = enter(place.officer)
    address = KINDS["matters"].url("page", row.pk)
    assert "Conclude…" in texts(client.get(address), "a")
    said = {"concluded_on": "5/4/2024", "conclusion": "Không vi phạm"}
    client.post(f"{address}/ket-luan", said)
    row.refresh_from_db()
    assert (row.concluded_on, row.conclusion) == (date(2024, 4, 5), "Không vi phạm")
    assert "Conclude…" not in texts(client.get(address), "a")


def test_what_the_law_asks_of_a_collective_is_written(place: SmallProvince, enter: Any) -> None:
    address = KINDS["grades"].url("list").replace("xep-loai", f"qua-trinh/don-vi/{place.de_tham.pk}")
    client = enter(place.officer)
    client.post(f"{address}/dac-diem", {"seen": "0", "founded": "1976", "eligible_for_flag": "no"})
    assert (place.de_tham.traits.founded, place.de_tham.traits.eligible_for_flag) == (1976, False)
    assert enter(place.clerk).get(f"{address}/dac-diem").status_code == 403
