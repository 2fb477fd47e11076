"""How the text of a paragraph is written.

* `{indicator.budget_revenue.value}` is a place: a figure that only a query fills.
* `[, {indicator.budget_revenue.share_of_plan}]` is a clause: it is left out as long as a figure in it has no record.
  Outside a clause such a figure reads «chưa có số».
* Brackets without a place inside are plain brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PLACE: Final = re.compile(r"\{([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+)\}")
_TOKEN = re.compile(r"\{[^{}]*\}|[\[\]{}]")
_DEEPEST: Final = 10  # clauses within clauses
# The checks before publication read every paragraph whenever the report is opened; some compare each pair of signs.
_LONGEST: Final = 4000  # characters


class MarkupFault(ValueError):
    """A text that cannot be read: `excerpt` is the piece.

    `code` is one of unbalanced_bracket, not_a_place, too_deep, too_long.
    """

    def __init__(self, code: str, excerpt: str) -> None:
        super().__init__(f"{code}: {excerpt}")
        self.code, self.excerpt = code, excerpt


@dataclass(frozen=True)
class Prose:
    """Words of the officer."""

    text: str


@dataclass(frozen=True)
class Place:
    """Where a figure stands."""

    name: str


@dataclass(frozen=True)
class Clause:
    """A piece that disappears while a figure directly in it has no record; `source` is the piece as written."""

    nodes: tuple[Node, ...]
    source: str


Node = Prose | Place | Clause


def parse(text: str) -> tuple[Node, ...]:
    """Return the text as nodes; raises MarkupFault."""
    if len(text) > _LONGEST:
        raise MarkupFault("too_long", text[_LONGEST - 30 : _LONGEST])
    nodes, _end = _read(text, 0, None, 0)
    return nodes


def places(text: str) -> tuple[str, ...]:
    """Return the names of the places in the text, in order, each once."""
    return tuple(dict.fromkeys(PLACE.findall(text)))


def places_of(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the names of every place in the nodes, those of clauses too."""
    for node in nodes:
        if isinstance(node, Place):
            yield node.name
        elif isinstance(node, Clause):
            yield from places_of(node.nodes)


def _read(text: str, position: int, opened: int | None, depth: int) -> tuple[tuple[Node, ...], int]:
    """Read up to the end of the text, or to the bracket that closes the clause opened at `opened`.

    Return the nodes, and the position behind them; `depth` counts the clauses around.
    """
    if depth > _DEEPEST:
        raise MarkupFault("too_deep", text[position - 1 : position + 29])
    nodes: list[Node] = []
    while match := _TOKEN.search(text, position):
        if match.start() > position:
            nodes.append(Prose(text[position : match.start()]))
        sign, position = match.group(), match.end()
        if sign == "]":
            if opened is None:
                raise MarkupFault("unbalanced_bracket", text[max(0, position - 30) : position])
            return tuple(nodes), position
        if sign == "[":
            first = position
            inner, position = _read(text, first, first - 1, depth + 1)
            nodes.append(_clause(inner, text[first : position - 1]))
        elif place := PLACE.fullmatch(sign):
            nodes.append(Place(place.group(1)))
        else:
            raise MarkupFault("not_a_place", sign)
    if opened is not None:
        raise MarkupFault("unbalanced_bracket", text[opened : opened + 30])
    if position < len(text):
        nodes.append(Prose(text[position:]))
    return tuple(nodes), len(text)


def _clause(inner: tuple[Node, ...], source: str) -> Node:
    if any(places_of(inner)):
        return Clause(inner, source)
    return Prose(f"[{source}]")
