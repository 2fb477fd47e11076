"""Counting views: beacons answered by one process on one core, and lines of the journal counted.

A beacon goes through the whole stack of middleware, as the server calls it; what the network adds is not in it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from django.test.utils import override_settings

from thidua.config.bench.measurement import Measurement
from thidua.portal.actions.count_views import count_views
from thidua.portal.counting.journal import JOURNAL
from thidua.portal.models import Article, DailyViews, NewsIndex

BEACONS: Final = 5000
READERS: Final = 2500  # each opens the article twice
SENT: Final = BEACONS + 1  # with the one that loads what is loaded once
PROMISED: Final = 500
A_DAY: Final = 1_000_000
_BROWSER: Final = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile"
)


def measure(database: str) -> Iterator[Measurement]:
    """Yield beacons a second of processor time, lines counted a second, and whether each line was counted."""
    page = Article(
        title="Đo", slug="do", lead="Đo.", author="Ban", issued_by="Ban", published_on=date(2019, 10, 31)
    )
    NewsIndex.objects.get().add_child(instance=page)
    with tempfile.TemporaryDirectory() as folder, override_settings(VAR=Path(folder), ALLOWED_HOSTS=["*"]):
        seconds = _told(page.pk)
        size = f"{BEACONS} beacons"
        rate = round(BEACONS / seconds)
        yield Measurement("view beacons per core", rate, "/s", size, database, at_least=PROMISED)
        JOURNAL.to_disk()
        started = time.perf_counter()
        lines = count_views()
        counting = time.perf_counter() - started
        told = DailyViews.objects.get(page=page.pk)
        lost = 2 * SENT - lines - told.counted - told.repeats
        yield Measurement("views lost", lost, "", size, database, limit=0)
        yield Measurement(
            "lines of the journal counted",
            round(lines / counting),
            "/s",
            size,
            database,
            at_least=round(A_DAY / 3600),
        )


def _start(*_said: Any) -> Callable[[bytes], object]:
    return bytes


def _told(page: int) -> float:
    """Send the beacons and return the processor time they took."""
    answer, factory = WSGIHandler(), RequestFactory()
    headers = {"Sec-Fetch-Site": "same-origin", "User-Agent": _BROWSER}
    calls = [
        factory.post(
            f"/luot-xem/{page}",
            headers=headers,
            REMOTE_ADDR=f"10.{reader // 250}.{reader % 250}.1",
        ).environ
        for reader in [*range(READERS), *range(READERS)]
    ]
    answer(calls[0] | {"REMOTE_ADDR": "10.99.0.1"}, _start).close()
    started = time.process_time()
    for call in calls:
        answer(call, _start).close()
    return time.process_time() - started
