"""An uploaded file between its preview and its confirmation.

It lies in a folder of the installation, under a name that only the session knows; its hash stands in the session,
so that what is confirmed is what was looked at. Files that nobody confirmed are swept away after a day.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

KEPT_FOR: Final = 24 * 60 * 60  # seconds
MOST_KEPT: Final = 5  # files of one session
_SESSION: Final = "imports-waiting"


@dataclass(frozen=True)
class Waiting:
    """A file that waits: its token, its name as uploaded, what it is taken for, and its bytes."""

    token: str
    name: str
    content: str
    data: bytes


def keep(request: HttpRequest, *, data: bytes, name: str, content: str) -> str:
    """Keep the file for this session and return its token."""
    _sweep()
    token = secrets.token_urlsafe(16)
    descriptor = os.open(_path(token), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    known: dict[str, Any] = request.session.get(_SESSION, {})
    known[token] = {"name": name[:200], "content": content, "sha256": hashlib.sha256(data).hexdigest()}
    for former in list(known)[:-MOST_KEPT]:
        _path(former).unlink(missing_ok=True)
        del known[former]
    request.session[_SESSION] = known
    return token


def waiting(request: HttpRequest, token: str) -> Waiting | None:
    """Return the file of this session, or None when it is gone, somebody else's, or not what it was."""
    known = request.session.get(_SESSION, {}).get(token)
    if known is None:
        return None
    try:
        data = _path(token).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest() != known["sha256"]:
        return None
    return Waiting(token, known["name"], known["content"], data)


def forget(request: HttpRequest, token: str) -> None:
    """Throw the file away."""
    known: dict[str, Any] = request.session.get(_SESSION, {})
    if known.pop(token, None) is not None:
        request.session[_SESSION] = known
        _path(token).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.MEDIA_ROOT).parent / "imports-waiting"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _path(token: str) -> Path:
    return _folder() / hashlib.sha256(token.encode()).hexdigest()


def _sweep() -> None:
    oldest = time.time() - KEPT_FOR
    for path in _folder().iterdir():
        try:
            if path.stat().st_mtime < oldest:
                path.unlink()
        except FileNotFoundError:
            continue  # another process swept it away
