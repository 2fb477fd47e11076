"""A small province, a round over nine months of 2019, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince, small_province
from tests.factories.targets import indicator, opened, ratio, sheet_of
from thidua.accounts.models import User
from thidua.targets.models import Indicator, ReportingRound, Sheet

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def place(db) -> SmallProvince:
    return small_province()


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter


@pytest.fixture
def budget(place) -> Indicator:
    return indicator(place)


@pytest.fixture
def on_time(place) -> Indicator:
    return ratio(place)


@pytest.fixture
def round_(place, budget, on_time) -> ReportingRound:
    return opened(place, [budget, on_time], slug="9-thang")


@pytest.fixture
def sheet(place, round_) -> Sheet:
    return sheet_of(round_, place.de_tham)


@pytest.fixture
def address(place, round_) -> str:
    """The address of the sheet of Đề Thám."""
    return f"/lam-viec/bao-cao-cua-toi/{round_.slug}/{place.de_tham.key}"
