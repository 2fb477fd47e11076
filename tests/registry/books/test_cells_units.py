"""Units as old books name them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import small_province
from thidua.orgs.queries.unit_index import UnitIndex
from thidua.registry.books.units import forms, in_full, resolve

DAY = date(2019, 10, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TP. Lạng Sơn", "thành phố Lạng Sơn"),
        ("X. Hiệp Hạ, H. Lộc Bình", "xã Hiệp Hạ, huyện Lộc Bình"),
        ("SYT", "sở y tế"),
        ("Sở GD&ĐT", "Sở giáo dục và đào tạo"),
        ("Phòng Nội vụ", "Phòng Nội vụ"),
    ],
)
def test_shortened_words_of_a_unit_are_put_in_full(text: str, expected: str) -> None:
    assert in_full(text) == expected


def test_a_unit_is_tried_as_written_first() -> None:
    assert forms("Sở Y tế tỉnh Lạng Sơn")[0] == ("Sở Y tế tỉnh Lạng Sơn", 1.0)
    assert ("Sở Y tế", 0.95) in forms("Sở Y tế tỉnh Lạng Sơn")


@pytest.mark.django_db
def test_a_commune_is_found_by_short_words_its_committee_and_its_district() -> None:
    place = small_province()
    index = UnitIndex()
    name = place.de_tham.name.removeprefix("Xã ").removeprefix("xã ")
    district = place.district.name
    for text in (
        place.de_tham.name,
        f"X. {name}",
        f"UBND xã {name}",
        f"xã {name}, {district}",
        f"XÃ {name.upper()} {district}",
    ):
        assert resolve(text, DAY, index).unit == place.de_tham


@pytest.mark.django_db
def test_a_village_address_leads_to_its_commune_only_when_asked() -> None:
    place = small_province()
    index = UnitIndex()
    text = f"thôn Không Có, {place.de_tham.name}, {place.district.name}"
    assert resolve(text, DAY, index).unit is None
    around = resolve(text, DAY, index, within=True)
    assert (around.unit, around.certainty) == (place.de_tham, 0.6)


@pytest.mark.django_db
def test_a_learned_spelling_of_a_unit_wins() -> None:
    place = small_province()
    assert (
        resolve("cơ quan ta", DAY, UnitIndex(), {"co quan ta": place.department.pk}).unit == place.department
    )
