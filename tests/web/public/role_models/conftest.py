"""A visitor who reads the form before sending it, and the photos that a telephone makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.web.reading import elements

ADDRESS = "/guong-dien-hinh/gioi-thieu"
ANSWERS = {
    "subject_kind": "person",
    "subject_name": "Lương Thị Bình",
    "place": "thôn Nà Ao 2, xã Đề Thám",
    "deed": "Bà Bình hiến 500 m² đất để thôn làm đường.",
}


@pytest.fixture(autouse=True)
def clock():
    cache.clear()
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False) as traveller:
        yield traveller
    cache.clear()


@pytest.fixture
def propose(client: Client, clock: Any, db: None) -> Callable[..., Any]:
    """Give a function that opens the form, waits as a reader does, and posts the answers."""

    def sent(prefix: str = "", **changes: Any) -> Any:
        form = client.get(f"{prefix}{ADDRESS}")
        stamp = elements(form, "input", name_="stamp")[0].attributes["value"]
        clock.shift(5)
        return client.post(f"{prefix}{ADDRESS}", {**ANSWERS, "stamp": stamp, **changes})

    return sent
