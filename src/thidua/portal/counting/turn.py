"""Whose turn it is to count: one process of a machine, until it ends."""

from __future__ import annotations

import fcntl
from typing import IO

from thidua.portal.counting.journal import folder


class Turn:
    """Taken by the first who asks, and free again when that process ends, however it ends."""

    def __init__(self) -> None:
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Return whether it is this process's turn."""
        if self._file is not None:
            return True
        file = (folder() / ".lock").open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    def leave(self) -> None:
        """Let another process count."""
        if self._file is not None:
            self._file.close()
            self._file = None
