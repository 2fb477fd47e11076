"""A small province with a movement that everybody may read of."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache

from tests.factories.movements import SmallProvince, running_movement, small_province
from thidua.movements.actions import keep_anniversary
from thidua.movements.models import Movement


@pytest.fixture
def nobody_has_asked_yet():
    """Let no earlier test's questions count against the limit of tries."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def place(db) -> SmallProvince:
    return small_province()


@pytest.fixture
def movement(place) -> Movement:
    days = [
        keep_anniversary(name="ngày sinh đồng chí Hoàng Văn Thụ", started_year=1909, by=place.officer),
        keep_anniversary(name="ngày thành lập tỉnh", started_year=1831, by=place.officer),
    ]
    return running_movement(
        place,
        slug="cao-diem-2019",
        groups=6,
        anniversaries=days,
        starts_on=date(2018, 12, 31),
        starts_precision="end_of_year",
        planned_end=date(2019, 10, 31),
    )
