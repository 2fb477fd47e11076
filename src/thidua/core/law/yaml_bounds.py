"""Bounds on what a YAML text may unfold to, for files that anybody may have written.

The parser in C ends the whole process on text nested some thousand levels deep, and a page of aliases to
aliases unfolds to more values than any machine can read.
"""

from typing import Protocol

import yaml

DEEPEST = 40
_ALWAYS_READ = 1_000_000  # values; a longer file is read too, but only twice as many as it really writes
_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Mark(Protocol):
    """A place in the text, counted from 0; the parsers in C and in Python have one each."""

    line: int
    column: int


class OutOfBounds(ValueError):
    """A text that is nested too deeply, or whose aliases unfold too far; `mark` is where."""

    def __init__(self, mark: Mark | None) -> None:
        super().__init__(f"line {mark.line + 1}, column {mark.column + 1}" if mark else "somewhere")
        self.mark = mark


class TooDeep(OutOfBounds):
    """More than DEEPEST lists and mappings inside each other; a list that holds itself is one."""


class TooMuch(OutOfBounds):
    """Aliases that unfold to far more than is written."""


def check_nesting(text: str) -> None:
    """Raise TooDeep; to be called before nodes are made. Raises yaml.YAMLError for text that is no YAML."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise TooDeep(event.start_mark)


def check_unfolding(node: yaml.Node) -> None:
    """Raise TooDeep or TooMuch for what a node becomes when every alias is written out."""
    known: dict[yaml.Node, tuple[int, int]] = {}
    size, _ = _unfolded(node, 1, known)
    if size > max(_ALWAYS_READ, 2 * len(known)):
        raise TooMuch(node.start_mark)


def _unfolded(node: yaml.Node, depth: int, known: dict[yaml.Node, tuple[int, int]]) -> tuple[int, int]:
    """Return how many values a node unfolds to, and how many levels."""
    if depth > DEEPEST + 1:
        raise TooDeep(node.start_mark)
    found = known.get(node)
    if found is None:
        if isinstance(node, yaml.MappingNode):
            inner = [part for pair in node.value for part in pair]
        else:
            inner = node.value if isinstance(node, yaml.SequenceNode) else []
        parts = [_unfolded(one, depth + 1, known) for one in inner]
        found = known[node] = (
            1 + sum(size for size, _ in parts),
            1 + max((levels for _, levels in parts), default=0),
        )
    if depth + found[1] > DEEPEST + 2:
        raise TooDeep(node.start_mark)
    return found
