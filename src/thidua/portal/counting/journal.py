"""The journal of pages shown: one line each, appended before the browser is answered.

Each process writes files of its own, a new one every ten minutes. A line is one call of the system, so that a process
that is killed loses nothing it has answered for; files are brought to the disk every second, so that a power cut loses
a second at most. Lines: «V 1572501600 17 89ab… 0123…» – kind, second, page, mark of the browser, of the address.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from django.conf import settings

SLOT: Final = 600  # seconds
_MARK_LENGTH: Final = 16
_COLUMNS: Final = 5


class Kind(StrEnum):
    """Who was shown the page."""

    VISITOR = "V"
    ROBOT = "R"
    STAFF = "S"


@dataclass(frozen=True)
class Shown:
    """One page shown to one browser."""

    kind: Kind
    second: int
    page: int
    browser: str
    address: str


def folder() -> Path:
    """Return THIDUA_VAR/views, which only its owner may enter."""
    place = Path(settings.VAR) / "views"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


class Journal:
    """The writing end, one for each process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slot = -1
        self._descriptor = -1
        self._owner = 0
        self._unsafe = False

    def append(self, shown: Shown) -> None:
        """Write a line; when this returns, it stands whatever happens to the process. Raises OSError."""
        line = f"{shown.kind} {shown.second} {shown.page} {shown.browser} {shown.address}\n".encode()
        with self._lock:
            if shown.second // SLOT != self._slot or self._owner != os.getpid():
                self._begin(shown.second // SLOT)
            os.write(self._descriptor, line)
            self._unsafe = True

    def to_disk(self) -> None:
        """Bring what was written to the disk itself."""
        with self._lock:
            if self._unsafe and self._owner == os.getpid():
                os.fsync(self._descriptor)
                self._unsafe = False

    def _begin(self, slot: int) -> None:
        if self._descriptor >= 0 and self._owner == os.getpid():
            os.fsync(self._descriptor)
            os.close(self._descriptor)
        name = f"{slot * SLOT}-{os.getpid()}-{secrets.token_hex(4)}.journal"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
        self._descriptor = os.open(folder() / name, flags, 0o600)
        self._slot, self._owner = slot, os.getpid()


JOURNAL: Final = Journal()
_KINDS: Final = frozenset(kind.value for kind in Kind)


def files() -> list[Path]:
    """Return the files that there are, oldest first."""
    return sorted(folder().glob("*.journal"))


def began(path: Path) -> int:
    """Return the second at which the ten minutes of a file began."""
    return int(path.name.partition("-")[0])


def read(path: Path, position: int, end: int | None = None) -> tuple[list[Shown], int]:
    """Return the whole lines from `position` on up to `end`, and where they end; a cut one is left out."""
    with path.open("rb") as file:
        file.seek(position)
        content = file.read(-1 if end is None else end - position)
    whole = content.rpartition(b"\n")[0]
    reached = position + (len(whole) + 1 if whole or content.startswith(b"\n") else 0)
    return list(_lines(whole)), reached


def _lines(content: bytes) -> Iterator[Shown]:
    for line in content.split(b"\n"):
        parts = line.decode("ascii", "replace").split(" ")
        if len(parts) != _COLUMNS or not (parts[1].isdigit() and parts[2].isdigit()):
            continue
        if parts[0] in _KINDS and len(parts[3]) == len(parts[4]) == _MARK_LENGTH:
            yield Shown(Kind(parts[0]), int(parts[1]), int(parts[2]), parts[3], parts[4])
