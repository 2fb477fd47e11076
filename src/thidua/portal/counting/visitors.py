"""A mark for a visitor, good for one day: it tells whether the same browser came again, and nothing else.

The mark is a keyed hash of network address and browser name. The key is made anew each day and deleted the next, so
that afterwards nobody can tell from which address a mark came, and no mark of a day meets one of another.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from thidua.portal.counting.journal import folder

_BYTES: Final = 8


def marks(day: date, address: str, user_agent: str) -> tuple[str, str]:
    """Return the mark of the browser and that of its network address, 16 hexadecimal digits each."""
    key = _key_of(folder(), day)
    return _mark(key, f"{address}\n{user_agent}"), _mark(key, address)


def forget_keys(before: date) -> None:
    """Delete the keys of the days before `before`."""
    for path in folder().glob("key-*"):
        if path.name < f"key-{before:%Y-%m-%d}":
            path.unlink(missing_ok=True)


def _mark(key: bytes, said: str) -> str:
    return hashlib.blake2b(said.encode("utf-8", "replace"), key=key, digest_size=_BYTES).hexdigest()


@lru_cache(maxsize=1)
def _key_of(place: Path, day: date) -> bytes:
    path = place / f"key-{day:%Y-%m-%d}"
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
    try:
        os.link(draft, path)  # of several processes the first one's key is everybody's
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_bytes()
