"""An office for the tests of this room."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.factories.decisions import Office, office


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def of(db: None) -> Office:
    return office()
