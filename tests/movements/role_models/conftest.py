"""A small province, in English, on a day of November 2019."""

from __future__ import annotations

import pytest
import time_machine
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2019-11-04T02:00:00Z", tick=False) as traveller:
        yield traveller
