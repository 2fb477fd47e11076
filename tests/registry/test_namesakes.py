"""Whether a name was commended before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.records import conferral
from thidua.registry.access import awards_seen_by
from thidua.registry.queries import same_names, search_awards


@pytest.mark.parametrize("names", [1, 3])
def test_a_list_of_names_is_looked_up_at_once(
    place: SmallProvince, names: int, django_assert_num_queries
) -> None:
    conferral(place)
    newer = conferral(place, decision_number="9/QĐ", decision_date=date(2025, 9, 2), presented_on=None)
    asked = ["LUONG THI BINH", "Nguyễn  Văn Đức", "Không Ai"][:names]
    with django_assert_num_queries(1):
        found = same_names(asked)
    assert {name: [(hit.name, hit.kind) for hit in hits] for name, hits in found.items()} == {
        name: [(stored, "individual")] * 2 if stored else []
        for name, stored in zip(asked, ("Lương Thị Bình", "Nguyễn Văn Đức", ""), strict=False)
    }
    first = found["LUONG THI BINH"][0]
    assert (first.conferral_id, first.decision_number, first.post_then) == (newer.pk, "9/QĐ", "Trưởng thôn")


def test_a_search_finds_parts_of_names_without_marks_among_what_may_be_seen(place: SmallProvince) -> None:
    conferral(place)
    conferral(place, unit=place.de_tham)
    assert [hit.name for hit in search_awards("thi binh")] == ["Lương Thị Bình"] * 2
    assert [hit.name for hit in search_awards("vi thanh", awards_seen_by(place.clerk))] == [
        "Hộ ông Vi Thanh Liêm"
    ]
    assert search_awards("  ") == []
