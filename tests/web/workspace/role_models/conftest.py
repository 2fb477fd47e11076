"""A small province, and people who sign in at its desks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from tests.factories.movements import SmallProvince, small_province
from thidua.accounts.models import User


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2019-11-04T02:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def enter() -> Callable[[User], Client]:
    """Give a function that returns a browser in which an account has signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="thidua.web.shell.backends.AccountBackend")
        return client

    return sign_in
