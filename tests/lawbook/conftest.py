"""A small province for the tests of this room."""

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def leader(place: SmallProvince) -> User:
    return account(BOARD_LEADER.code, place.province, "Vi Thị Lãnh")
