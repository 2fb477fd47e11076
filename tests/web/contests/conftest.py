"""A small province, and people who look at its contests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


@pytest.fixture
def enter() -> Callable[[User], Client]:
    def entered(user: User) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return entered
