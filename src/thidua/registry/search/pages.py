"""The places where pages begin, as a part of an address: what a person may change by hand, and what is then ignored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MOST_REMEMBERED: Final = 60  # pages back
_PLACE: Final = re.compile(r"[0-5](?:\.[0-9]{1,18}){2,3}")


@dataclass(frozen=True)
class Cursor:
    """Where a page begins, and where those before it did: «4.2019.1023~3.2011.77».

    Each place: the rank of the group, then year and id of the last award before it (by name: name, year and id).
    """

    trail: tuple[tuple[int, ...], ...] = ()

    @property
    def place(self) -> tuple[int, ...] | None:
        """The place where this page begins, None for the first page."""
        return self.trail[-1] if self.trail else None

    def __str__(self) -> str:
        return "~".join(".".join(map(str, place)) for place in self.trail)

    def onward(self, place: tuple[int, ...]) -> Cursor:
        """Return the cursor of the page that begins behind `place`."""
        return Cursor((*self.trail, place)[-MOST_REMEMBERED:])

    def back(self) -> Cursor:
        """Return the cursor of the page before."""
        return Cursor(self.trail[:-1])


def read_cursor(text: str, parts: int) -> Cursor:
    """Return the cursor that an address gives, that of the first page for anything else; `parts` of each place."""
    places = text.split("~") if text else []
    if len(places) > MOST_REMEMBERED or not all(_PLACE.fullmatch(place) for place in places):
        return Cursor()
    trail = tuple(tuple(map(int, place.split("."))) for place in places)
    return Cursor(trail) if all(len(place) == parts for place in trail) else Cursor()
