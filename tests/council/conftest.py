"""A small council for the tests of this room."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.factories.council import SmallCouncil, small_council


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def council(db: None) -> SmallCouncil:
    return small_council()
