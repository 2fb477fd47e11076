"""The page of one award."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded
from tests.web.reading import main_text, texts
from thidua.registry.enums import AwardStatus, BookState, RowVerdict
from thidua.registry.models import Award, BookImport, BookRow


def from_book(place: SmallProvince, award: Award, rows: int = 1) -> None:
    for number in range(rows):
        book = BookImport.objects.create(
            title=f"Sổ {number}", sha256="0" * 64, kept_by=place.province, state=BookState.STORED
        )
        BookRow.objects.create(
            book=book, ordinal=1, sheet="2019", row=7, verdict=RowVerdict.NEW, award=award,
            cells={"name": ["B7", "BÀ BÌNH"], "award": ["", "BK CT tỉnh"], "born": ["F7", "1961"]},
        )  # fmt: skip


def test_each_value_tells_the_cell_it_stood_in(place: SmallProvince, enter: Any) -> None:
    award = awarded(place.province, "Lương Thị Bình")[0]
    from_book(place, award)
    page = enter(place.officer).get(reverse("register-award", args=[award.pk]))
    assert "Book “Sổ 0”, sheet “2019”, row 7" in texts(page, "h3")
    assert texts(page, "th", scope="row") == ["Name", "Award"]
    assert texts(page, "td", data_label="Cell") == ["B7", "title or default"]
    assert "1961" not in main_text(page)


def test_an_award_that_is_not_held_says_why(place: SmallProvince, enter: Any) -> None:
    award = awarded(
        place.province, "Lương Thị Bình", status=AwardStatus.CANCELLED, status_reason="Kê khai sai"
    )[0]
    page = enter(place.officer).get(reverse("register-award", args=[award.pk]))
    assert "Kê khai sai" in main_text(page)
    assert enter(place.other_clerk).get(reverse("register-award", args=[award.pk])).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_whatever_it_tells(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    award = awarded(place.province, "Lương Thị Bình", place=place.de_tham)[0]
    from_book(place, award, rows)
    client = enter(place.officer)
    client.get(reverse("register-award", args=[award.pk]))
    with django_assert_num_queries(20):
        page = client.get(reverse("register-award", args=[award.pk]))
    assert len(page.context["sources"]) == rows
