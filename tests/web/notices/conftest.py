"""A desk of the Board, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.nominations import Desk, desk
from thidua.accounts.models import User

BACKEND = "thidua.web.shell.backends.AccountBackend"


@pytest.fixture
def at(db: None) -> Desk:
    return desk()


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter
