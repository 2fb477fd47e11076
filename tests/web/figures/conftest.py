"""The small province, and its people at their screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """Give a function that returns a browser in which somebody is signed in."""

    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def officer(place: SmallProvince, as_user: Callable[[User], Client]) -> Client:
    return as_user(place.officer)


@pytest.fixture
def clerk(place: SmallProvince, as_user: Callable[[User], Client]) -> Client:
    return as_user(place.clerk)
