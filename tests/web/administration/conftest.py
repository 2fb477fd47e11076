"""A small province, somebody who keeps accounts, somebody who reads the log, and a browser for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince, account, small_province
from thidua.accounts.models import User
from thidua.accounts.roles import ADMINISTRATOR, AUDITOR

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def administrator(place: SmallProvince) -> User:
    return account(ADMINISTRATOR.code, place.province, "Quản Trị Viên")


@pytest.fixture
def auditor(place: SmallProvince) -> User:
    return account(AUDITOR.code, place.province, "Phạm Thị Soát")


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter
