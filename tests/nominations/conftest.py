"""A small province with a Board for the tests of the nominations room, on a Monday in March 2026."""

from __future__ import annotations

import pytest
import time_machine
from django.utils import translation

from tests.factories.nominations import Desk, desk

MONDAY = "2026-03-16T02:00:00Z"  # nine o'clock in the office


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MONDAY) as traveller:
        yield traveller


@pytest.fixture
def at(db: None, clock) -> Desk:
    return desk()
