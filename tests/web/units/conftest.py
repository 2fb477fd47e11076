"""A small province, somebody who keeps its units, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import ADMINISTRATOR

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def administrator(place: SmallProvince) -> User:
    return account(ADMINISTRATOR.code, place.province, "Quản Trị Viên")


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter
