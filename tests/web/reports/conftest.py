"""Lạng Sơn 2019 behind the pages of the reports area."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.reports import Province2019, province_2019

DRAFT = "/lam-viec/bao-cao/lang-son-2019"


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


@pytest.fixture
def as_(place: Province2019) -> Callable[[str], Client]:
    """Give a function that returns a client signed in as somebody of the province: `as_("officer")`."""

    def enter(who: str) -> Client:
        client = Client()
        client.force_login(getattr(place, who), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter
