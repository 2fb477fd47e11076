"""What stands on the first page, collected from areas that do not know each other.

An area registers a teller in `AppConfig.ready()`: it returns its block for today, or None where it has nothing to
say. A teller takes a fixed number of queries whatever the rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.web.shell.tags import Tag


@dataclass(frozen=True)
class Line:
    """One thing to open: its title, a quieter line below it, its state, and a photo where it has one."""

    title: str
    url: str
    note: str = ""
    tag: Tag | None = None
    provenance: str = ""
    photo: str = ""  # the address of a small photo; what it shows is said by the title
    language: str = ""  # of the title, where it is not that of the page


@dataclass(frozen=True)
class Block:
    """A part of the first page: its heading, a few lines, and the address of all of them."""

    heading: str
    lines: tuple[Line, ...]
    more: str
    more_url: str


Teller = Callable[[date], Block | None]
_tellers: Final[dict[str, tuple[int, Teller]]] = {}


def register(name: str, teller: Teller, order: int) -> None:
    """Let `teller` write the block `name`; lower orders stand higher. The same name takes the former's place."""
    _tellers[name] = (order, teller)


def blocks(today: date) -> list[Block]:
    """Return the blocks that have something to say, in their order."""
    told = (teller(today) for _order, teller in sorted(_tellers.values(), key=lambda row: row[0]))
    return [block for block in told if block is not None]
