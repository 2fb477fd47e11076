"""From awards given to what statistics ask of the recipients, and to the imported book they came from."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from tests.factories.books import pasted, row, stored
from tests.factories.movements import SmallProvince
from tests.factories.records import conferral
from tests.web.reading import elements, texts
from thidua.registry.models import Conferral


def test_awards_of_a_book_lead_to_it_and_to_the_grid_of_statistics(place: SmallProvince, enter: Any) -> None:
    book = stored(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer, title="Sổ vàng 2019")
    paper = Conferral.objects.get(book=book)
    page = enter(place.officer).get(reverse("awards-page", args=[paper.pk]))
    assert texts(page, "a", href=reverse("book", args=[book.pk])) == ["Sổ vàng 2019"]
    grid = reverse("describe-recipients", args=[paper.pk])
    assert len(elements(page, "a", href=grid)) == 1
    assert enter(place.officer).get(grid).status_code == 200


def test_awards_entered_by_hand_name_no_book(place: SmallProvince, enter: Any) -> None:
    book = stored(pasted([row(1, "Hoàng Văn Thụ")]), place.province, place.officer)
    page = enter(place.officer).get(reverse("awards-page", args=[conferral(place).pk]))
    assert elements(page, "a", href=reverse("book", args=[book.pk])) == []
