"""The page of a person, unit or household: years, places then and now, sources, what could come next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import histories
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from tests.factories.register import awarded
from tests.web.reading import main_text, texts
from tests.web.workspace.register.test_award_page import from_book
from thidua.registry.models import Conferral, DisciplineRecord, PendingMatter

SINCE = date(2024, 3, 1)


def test_the_page_of_a_person_tells_every_year_and_its_gaps(place: SmallProvince, enter: Any) -> None:
    known = person(place)
    histories.grade(place, known, 2021)
    histories.grade(place, known, 2023)
    histories.initiative(place, known, 2023)
    histories.award(place, known, "grassroots_emulation_fighter", 2023, date(2024, 1, 5))
    old = histories.award(place, known, "advanced_worker", 2020, date(2021, 1, 5))
    Conferral.objects.filter(pk=old.conferral_id).update(award_code="")
    client = enter(place.officer)
    page = client.get(reverse("person-history", args=[known.pk]))
    life = page.context["life"]
    years = {year.year: year for year in life.years}
    assert list(years)[-1] == 2020
    assert (life.counted, life.uncounted) == (1, 1)
    assert [years[2023].awards[0].tag.text, years[2020].awards[0].why] == [
        "counts",
        "It is not matched to an award of the law book yet.",
    ]
    assert {2020, 2022, 2024} <= set(life.missing)
    assert not {2021, 2023} & set(life.missing)
    cells = texts(page, "td", data_label="Grade")
    assert cells[list(years).index(2022)] == "no data yet"


def test_the_page_keeps_personal_matters_from_who_does_not_appraise(place: SmallProvince, enter: Any) -> None:
    unit = place.de_tham
    histories.discipline(place, unit, SINCE)
    histories.matter(place, unit, SINCE)
    address = reverse("unit-history", args=[unit.pk])
    seen = enter(place.officer).get(address)
    assert "Discipline and pending matters" in texts(seen, "h2")
    closed = enter(place.clerk).get(address)
    assert closed.status_code == 200
    assert (closed.context["life"].matters, closed.context["life"].measures) == ([], [])
    assert closed.context["life"].facts.suspended is False
    assert [word for word in ("Warning", "Investigation", "pending") if word in closed.content.decode()] == []
    assert enter(place.other_clerk).get(address).status_code == 404
    assert (DisciplineRecord.objects.count(), PendingMatter.objects.count()) == (1, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_person_costs_the_same_whatever_it_tells(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    known = person(place)
    for number in range(rows):
        histories.grade(place, known, 2021 + number)
        histories.award(place, known, "advanced_worker", 2021 + number, date(2022 + number, 1, 5))
    client = enter(place.officer)
    address = reverse("person-history", args=[known.pk])
    with django_assert_num_queries(27):
        client.get(address)


def test_an_old_address_leads_to_the_page(place: SmallProvince, enter: Any) -> None:
    known = person(place)
    old = reverse("person-history", args=[known.pk]).replace("so-khen-thuong", "qua-trinh")
    answer = enter(place.officer).get(old)
    assert (answer.status_code, answer["Location"]) == (301, reverse("person-history", args=[known.pk]))


def test_the_page_tells_name_and_place_of_the_day_and_the_source(place: SmallProvince, enter: Any) -> None:
    known = person(place)
    award = awarded(
        place.province, "Bà Lương Thị Bình", person=known, post_then="Trưởng thôn", unit_then="xã Đề Thám",
        place=place.de_tham,
    )[0]  # fmt: skip
    from_book(place, award)
    page = enter(place.officer).get(reverse("person-history", args=[known.pk]))
    shown = page.context["life"].years[-1].awards or next(
        year.awards for year in page.context["life"].years if year.year == 2019
    )
    assert shown[0].written == "Bà Lương Thị Bình, Trưởng thôn, xã Đề Thám"
    assert "Source: book “Sổ 0”, sheet “2019”, row 7" in main_text(page)


def test_what_somebody_could_be_proposed_for_stands_with_what_is_missing(
    place: SmallProvince, enter: Any
) -> None:
    known = person(place)
    year = timezone.localdate().year - 1
    for number in range(3):
        histories.grade(place, known, year - number, "excellently_completed")
        histories.initiative(place, known, year - number)
        histories.award(place, known, "advanced_worker", year - number, date(year - number, 12, 20))
    page = enter(place.officer).get(reverse("person-history", args=[known.pk]))
    groups = {group.key: {one.code for one in group.rows} for group in page.context["prospects"].groups}
    every = [code for codes in groups.values() for code in codes]
    assert len(every) == len(set(every))
    assert "provincial_certificate_of_merit" in every
    assert all(
        one.told for group in page.context["prospects"].groups for one in group.rows if group.key == "one"
    )
