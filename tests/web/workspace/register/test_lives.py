"""The page of a person, unit or household: years, places then and now, sources, what could come next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tests.factories import histories
from tests.factories.movements import SmallProvince
from tests.factories.records import person
from tests.web.reading import texts
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
