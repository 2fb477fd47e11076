"""A small province for the tests of the interface for programs."""

import pytest

from tests.factories.movements import SmallProvince, small_province


@pytest.fixture
def place(db) -> SmallProvince:
    return small_province()
