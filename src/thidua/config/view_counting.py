"""Counting views while the site is served: each process brings its journal to the disk, and one of them counts."""

from __future__ import annotations

import logging
import threading
import time
from typing import Final

from django.db import connection

from thidua.portal.actions.count_views import Memory, count_views
from thidua.portal.counting.journal import JOURNAL
from thidua.portal.counting.turn import Turn

_LOG: Final = logging.getLogger(__name__)
_TO_DISK: Final = 1  # seconds
_COUNT: Final = 5  # seconds


def start() -> threading.Thread:
    """Start the thread of this process; it ends with the process, and what it has not counted the next one counts."""
    thread = threading.Thread(target=_run, name="count-views", daemon=True)
    thread.start()
    return thread


def _run() -> None:
    due, turn, memory = 0.0, Turn(), Memory()
    while True:
        try:
            JOURNAL.to_disk()
            if time.monotonic() >= due:
                due = time.monotonic() + _COUNT
                if turn.take():
                    count_views(memory=memory)
        except Exception:  # a full disk or a database that restarts must not end the counting
            _LOG.exception("Views could not be counted; the journal keeps them.")
        finally:
            connection.close()
        time.sleep(_TO_DISK)
