"""The pages that stand at the foot of the public site, known to every process without a question for each page.

Whoever publishes or takes away a page touches a file; a process looks at its time and reads again when it changed.
Machines that share a database but no folder read again after a minute.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError

from thidua.portal.models import InformationPage

MOST: Final = 8
RECHECK: Final = 60.0  # seconds


@dataclass(frozen=True)
class FootPage:
    """A page by its address and its titles; `title_en` is empty where it was not written in English."""

    slug: str
    title: str
    title_en: str


@dataclass(frozen=True)
class _Held:
    mark: int
    read_at: float
    pages: tuple[FootPage, ...]


_held: _Held | None = None


def foot_pages() -> tuple[FootPage, ...]:
    """Return the published pages that shall stand in menus, in the order of the desk; the first few."""
    held = _held
    if held is not None and held.mark == _mark() and time.monotonic() - held.read_at < RECHECK:
        return held.pages
    try:
        hold(_read())
    except (
        DatabaseError
    ):  # before the first migration, or the database is away: pages that say so have a foot, too
        return held.pages if held is not None else ()
    assert _held is not None
    return _held.pages


def hold(pages: tuple[FootPage, ...]) -> None:
    """Take `pages` as those of this process."""
    global _held
    _held = _Held(_mark(), time.monotonic(), pages)


def tell_all() -> None:
    """Let every process of this machine read again before its next page."""
    _file().touch()
    hold(_read())


def _read() -> tuple[FootPage, ...]:
    rows = InformationPage.objects.live().filter(show_in_menus=True).order_by("path")
    return tuple(FootPage(*row) for row in rows.values_list("slug", "title", "title_en")[:MOST])


def _file() -> Path:
    return Path(settings.VAR) / "foot-pages"


def _mark() -> int:
    try:
        return _file().stat().st_mtime_ns
    except FileNotFoundError:
        return 0
