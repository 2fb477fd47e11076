"""The desk of one drive, with the Board's officer at it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.gifts import running_drive
from tests.factories.movements import SmallProvince, small_province
from thidua.contributions.models import Drive


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def row(place: SmallProvince) -> Drive:
    return running_drive(place)


@pytest.fixture
def desk(client: Client, place: SmallProvince) -> Client:
    client.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client
