"""Sixteen readers who ask for one page again and again, each over a connection of its own."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

CONNECTIONS: Final = 16
TIMEOUT: Final = 30
# What a reader's browser sends; without gzip the server would be spared work that it has in earnest.
HEADERS: Final = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": "vi"}


class Refused(Exception):
    """A page answered something else than 200: its speed says nothing."""


@dataclass(frozen=True)
class Outcome:
    """What `CONNECTIONS` readers got in `seconds`; `processor` is what the server used, in seconds."""

    answers: int
    seconds: float
    processor: float
    p95: float  # milliseconds

    @property
    def per_core(self) -> float:
        """Answers a second of one busy core."""
        return round(self.answers / self.processor, 1) if self.processor else 0.0


@dataclass
class _Tally:
    milliseconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def drive(site: str, path: str, seconds: float, processor: Callable[[], float]) -> Outcome:
    """Ask for `path` for `seconds` and return the outcome; raises Refused when an answer is not a page."""
    tally = _Tally()
    until = time.monotonic() + seconds
    readers = [
        threading.Thread(target=_read, args=(site, path, until, tally), daemon=True)
        for _one in range(CONNECTIONS)
    ]
    used, started = processor(), time.monotonic()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    took = time.monotonic() - started
    if tally.faults or len(tally.milliseconds) < 2:
        raise Refused(f"{path}: {tally.faults[0] if tally.faults else 'no answers'}")
    p95 = statistics.quantiles(tally.milliseconds, n=20)[-1]
    return Outcome(len(tally.milliseconds), took, processor() - used, round(p95, 1))


def _read(site: str, path: str, until: float, tally: _Tally) -> None:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=TIMEOUT)
    while time.monotonic() < until and not tally.faults:
        started = time.perf_counter()
        try:
            connection.request("GET", path, headers=HEADERS)
            answer = connection.getresponse()
            answer.read()
        except OSError as fault:
            tally.faults.append(str(fault))
            return
        if answer.status != 200:
            tally.faults.append(f"answered {answer.status}")
            return
        tally.milliseconds.append((time.perf_counter() - started) * 1000)
    connection.close()
