"""A small province, its officers, and a browser for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Addresses made here lead to the English pages, whose sentences stand in the source."""
    with translation.override("en"):
        yield


@pytest.fixture
def enter(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in."""

    def sign_in(user: User) -> Client:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
