"""A list of nominees before the public, on a Monday in March 2026, and a visitor on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.factories import nominations as make
from tests.factories.nominations import Desk, desk
from tests.web.reading import elements
from thidua.nominations import actions
from thidua.nominations.models import PublicConsultation

ORDER = {"award_code": "labor_order_3", "commendation_type": "merit"}
LAST_SECOND = "2026-03-30T16:59:59Z"  # 23:59:59 of the last day, where the office is
TOO_LATE = "2026-03-30T17:00:00Z"


@pytest.fixture(autouse=True)
def nothing_was_sent_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-16T02:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def at(db: None, clock) -> Desk:
    return desk()


@pytest.fixture
def consultation(at) -> PublicConsultation:
    return opened(at)


def opened(at: Desk, *names: str) -> PublicConsultation:
    """Return a consultation about persons, by default one."""
    lines = [make.nominee(name, **ORDER) for name in names or ("Nông Thị Mùi",)]
    dossier = make.appraised(at, *lines, route="merit", level="state", movement=None)
    return actions.open_public_consultation(dossier=dossier, by=at.officer)


@pytest.fixture
def say(client: Client, clock) -> Callable[..., Any]:
    """Give a function that fills in the form of a consultation after ten seconds and sends it."""

    def send(pk: int, **given: Any) -> Any:
        page = client.get(f"/lay-y-kien/{pk}/gop-y")
        stamp = elements(page, "input", name_="stamp")[0].attributes["value"]
        clock.shift(10)
        answers = {"stance": "against", "text": "Tôi có ý kiến.", "stamp": stamp} | given
        return client.post(f"/lay-y-kien/{pk}/gop-y", answers)

    return send
