"""The numbers under which a person answers the human lines of an alternative.

Its own qualitative and attested lines in reading order from 1, then the common lines (conduct).
"""

from collections.abc import Iterator

from thidua.core.law.provisions import Alternative, Line

HUMAN = frozenset({"qualitative", "attested"})


def leaves(line: Line) -> Iterator[Line]:
    """Return the conditions inside a line, in reading order."""
    if line.lines:
        for inner in line.lines:
            yield from leaves(inner)
    else:
        yield line


def line_number(alternative: Alternative, line: Line) -> int | None:
    """Return the number of a human line; None for a line that no person answers under this alternative."""
    if line.kind not in HUMAN:
        return None
    own = [leaf for leaf in leaves(alternative.lines) if leaf.kind in HUMAN]
    for number, leaf in enumerate(own, start=1):
        if leaf is line:
            return number
    return len(own) + 1 if line.common else None


def answerable(alternative: Alternative, common: tuple[Line, ...]) -> dict[int, Line]:
    """Return every line a person answers, by its number."""
    own = [leaf for leaf in leaves(alternative.lines) if leaf.kind in HUMAN]
    return dict(enumerate([*own, *common], start=1))
