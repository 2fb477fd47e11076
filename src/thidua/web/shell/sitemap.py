"""Which pages search engines are told of, collected from areas that do not know each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

MOST: Final = 50_000  # of one file, by the protocol of sitemaps.org


@dataclass(frozen=True)
class Place:
    """One public page: its path, and when it last changed where that is known."""

    path: str
    changed: date | datetime | None = None


_registered: Final[dict[str, Callable[[], Iterable[Place]]]] = {}


def register(name: str, places: Callable[[], Iterable[Place]]) -> None:
    """Add the pages of an area; the same name takes the place of the former."""
    _registered[name] = places


def places() -> list[Place]:
    """Return every page once, in the order of the areas' names, at most as many as one file may hold."""
    found: dict[str, Place] = {}
    for name in sorted(_registered):
        for place in _registered[name]():
            found.setdefault(place.path, place)
    return list(found.values())[:MOST]
