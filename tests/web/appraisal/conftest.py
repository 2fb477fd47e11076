"""A Board with a running movement on a Monday in March 2026, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from tests.factories.nominations import Desk, desk
from thidua.accounts.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-16T02:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def at(db: None, clock) -> Desk:
    return desk()


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter
