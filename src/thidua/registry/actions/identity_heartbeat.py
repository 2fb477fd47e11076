"""A run that takes minutes says every few seconds that it works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import OperationalError, connection

from thidua.registry.actions.start_identity_search import tell_identity_search
from thidua.registry.models import IdentitySearch

BEAT: Final = 5.0  # seconds


@contextmanager
def beating(search: IdentitySearch) -> Iterator[None]:
    """Tell that the run works, from a thread with a connection of its own, as long as the block lasts."""
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=(search, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(search: IdentitySearch, over: threading.Event) -> None:
    try:
        while not over.wait(BEAT):
            try:
                tell_identity_search(search=search)
            except OperationalError:
                continue  # somebody else writes for long: the next beat tells it
    finally:
        connection.close()
