"""One tile a commune: where it stands on the map of the province."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar

import yaml

DATA: Final = Path(__file__).with_name("tiles.yaml")


class Coded(Protocol):
    """What is drawn: a unit with its official code."""

    @property
    def code(self) -> str: ...


One = TypeVar("One", bound=Coded)


@dataclass(frozen=True)
class Placed(Generic[One]):
    """A tile and its place: columns from the west, rows from the north, both from zero.

    `known` False: its place is not on file, and it stands in order below the others.
    """

    one: One
    column: int
    row: int
    known: bool


def tiles(ones: Sequence[One]) -> list[Placed[One]]:
    """Return every one with a place: as on file, else below the map in the order given."""
    places = _places()
    placed = [Placed(one, *places[one.code], True) for one in ones if one.code in places]
    others = [one for one in ones if one.code not in places]
    width = max((tile.column + 1 for tile in placed), default=max(1, math.ceil(math.sqrt(len(others)))))
    first = max((tile.row + 2 for tile in placed), default=0)
    return placed + [
        Placed(one, place % width, first + place // width, False) for place, one in enumerate(others)
    ]


@cache
def _places() -> dict[str, tuple[int, int]]:
    """Return (column, row) by official code."""
    read = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return {
        str(code): (column, row)
        for province in read["provinces"]
        for row, codes in enumerate(province["rows"])
        for column, code in enumerate(codes)
        if code
    }
