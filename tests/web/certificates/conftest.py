"""An office with signed decisions, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.decisions import Office, office
from thidua.accounts.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def of(db: None) -> Office:
    return office()


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Give a function that signs the test client in as somebody."""

    def enter(user: User) -> Client:
        client.force_login(user, backend=BACKEND)
        return client

    return enter
