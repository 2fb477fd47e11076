"""A small council, and a browser for each of its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.council import SmallCouncil, small_council
from thidua.accounts.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def council(db) -> SmallCouncil:
    return small_council(3)


@pytest.fixture
def as_() -> Callable[[User], Client]:
    """Give a function that returns a test client signed in as somebody; each has their own."""

    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user, backend=BACKEND)
        return client

    return enter
