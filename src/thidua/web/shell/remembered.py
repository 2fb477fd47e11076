"""What was read, remembered until somebody writes.

Every write enters the audit log in its own transaction, so the hash at the end of the log names the state of all that
the log speaks of. What is read alike for everybody is kept in the memory of this process as long as the log ends in
the same hash; where many processes serve, each sees the end of the one log. A second bound, in seconds, is for what
passes by itself (an hour that came) and for the little that is not logged (drafts, counts of views).
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from django.conf import settings
from django.db import connection

from thidua.support.audit.queries import end_of_log

Value = TypeVar("Value")

MOST: Final = 500  # readings in one process; the one not asked for the longest goes first


@dataclass(frozen=True)
class _Reading:
    log_end: str
    at: float
    value: object


_readings: OrderedDict[tuple[Hashable, ...], _Reading] = OrderedDict()
_lock: Final = threading.Lock()


def remembered(*of: Hashable, read: Callable[[], Value]) -> Value:
    """Return what `read` returns, without asking again while nothing was written; one query.

    `of` names the reading: what it is, and all that its answer depends on besides the data (language, day, …). The
    value is shared by all who ask for it, so nobody may change it. Inside a transaction nothing is remembered: what
    it reads may never come to be.
    """
    if not settings.REMEMBERED_SECONDS or connection.in_atomic_block:
        return read()
    log_end, now = end_of_log(), time.monotonic()
    with _lock:
        kept = _readings.get(of)
        if kept is not None and kept.log_end == log_end and now - kept.at < settings.REMEMBERED_SECONDS:
            _readings.move_to_end(of)
            return cast("Value", kept.value)
    value = read()
    with _lock:
        _readings[of] = _Reading(log_end, now, value)
        _readings.move_to_end(of)
        while len(_readings) > MOST:
            _readings.popitem(last=False)
    return value


def forget() -> None:
    """Forget everything, as a process does that begins."""
    with _lock:
        _readings.clear()
