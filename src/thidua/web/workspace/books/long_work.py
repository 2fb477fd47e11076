"""Reading and saving of long books beside the answer to a browser: started here, done by `work_on_book`.

What is told of it lies in the cache, which all processes of this machine share: a page that is loaded again finds
it there. The work tells every few seconds that it lives; where it fell silent it was killed, and may be begun again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from thidua.accounts.models import User
from thidua.registry.models import BookImport

READ, STORE = "read", "store"
MOST_BYTES_AT_ONCE: Final = 100_000  # a table of this size is read within the answer
MOST_ROWS_AT_ONCE: Final = 2_000
SILENT_AFTER: Final = 20.0  # seconds
_KEPT: Final = 24 * 3600


@dataclass(frozen=True)
class Told:
    """How far a work is. `rate`: rows a second; `left`: seconds, None while unknown; `faults`: why it ended."""

    what: str
    step: str = ""
    done: int = 0
    total: int = 0
    rate: int = 0
    left: int | None = None
    percent: int = 0
    faults: tuple[str, ...] = ()
    is_alive: bool = True


def is_short(book: BookImport, what: str) -> bool:
    """Tell whether the work is done within the answer."""
    if what == STORE:
        return book.row_count <= MOST_ROWS_AT_ONCE
    return book.file is not None and book.file.size <= MOST_BYTES_AT_ONCE


def begin(book: BookImport, what: str, by: User) -> bool:
    """Start the work in a process of its own, and return whether it was started: not when it runs already."""
    now = time.time()
    if (told := told_of(book)) is not None and told.is_alive and not told.faults:
        return False
    cache.set(_key(book), {"what": what, "begun": now, "alive": now}, _KEPT)
    command = [sys.executable, "-m", "django", "work_on_book", str(book.pk), what, "--as", by.username]
    settings_module = os.environ.get("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
    subprocess.Popen(  # noqa: S603 - our own command with a number, a word and an account
        [*command, "--lang", get_language() or "vi"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings_module},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True


def tell(book: BookImport, said: dict[str, Any]) -> None:
    """Note how far the work is; called by the work itself."""
    cache.set(_key(book), said, _KEPT)


def told_of(book: BookImport) -> Told | None:
    """Return what was told last of the work on a book, None when there is none."""
    said = cache.get(_key(book))
    if not said:
        return None
    now = time.time()
    done, total = said.get("done", 0), said.get("total", 0)
    taken = max(now - said.get("step_begun", said["begun"]), 0.001)
    rate = round(done / taken) if done else 0
    return Told(
        what=said["what"],
        step=said.get("step", ""),
        done=done,
        total=total,
        rate=rate,
        left=round((total - done) / rate) if rate and total else None,
        percent=min(100, done * 100 // total) if total else 0,
        faults=tuple(said.get("faults", ())),
        is_alive=now - said["alive"] < SILENT_AFTER,
    )


def forget(book: BookImport) -> None:
    """Forget what was told of a work that is over."""
    cache.delete(_key(book))


def _key(book: BookImport) -> str:
    return f"book-work-{book.pk}-{book.sha256[:16]}"
