"""A text that is too long for its line: smaller, then on more lines, then refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from thidua.support.documents.certificates.layout import Fit, Line
from thidua.support.documents.fonts import MM_PER_POINT, Face, width

STEP: Final = 0.5  # points
SLACK: Final = 0.995  # of the width: what rounding may add
LEADING: Final = 1.35  # distance of two lines, in their size
CAPITAL: Final = 0.714  # height of a capital, in its size


@dataclass(frozen=True)
class Fitted:
    """The lines as they are printed, and their size in points."""

    lines: tuple[str, ...]
    size: float


def block_height(count: int, size: float) -> float:
    """Return the millimetres from the top of the first of `count` lines to the foot of the last; `size` in points."""
    return size * (LEADING * (count - 1) + CAPITAL) * MM_PER_POINT


@lru_cache(maxsize=8192)  # a decision's certificates share most of their lines
def fit(text: str, line: Line) -> Fitted | None:
    """Return how `text` stands in `line`, or None when it does not fit at the smallest size on all its lines."""
    counts = range(1, line.lines + 1)
    sizes = list(_sizes(line))
    if line.fit is Fit.WRAP:
        tries = [(count, size) for size in sizes for count in counts]
    else:
        tries = [(count, size) for count in counts for size in sizes]
    for count, size in tries:
        if count > 1 and line.height and block_height(count, size) > line.height:
            continue
        lines = _broken(text, count, size, line)
        if lines is not None:
            return Fitted(lines, size)
    return None


def _broken(text: str, count: int, size: float, line: Line) -> tuple[str, ...] | None:
    """Return `text` on exactly `count` lines of about the same width, or None when that cannot be."""
    room = line.width * SLACK
    words = _Words(text.split(" "), size, line.face)
    if count > len(words.words) or words.whole > room * count:
        return None
    if count == 1:
        return (text,)
    measure = words.whole / count
    while measure < room:  # the narrowest measure in which the words need no more lines
        if len(lines := words.broken_at(measure, room)) <= count:
            break
        measure += room / 100
    else:
        lines = words.broken_at(room, room)
    return tuple(lines) if len(lines) == count else None


class _Words:
    """The words of a text and how wide each runs."""

    def __init__(self, words: list[str], size: float, face: Face) -> None:
        self.words = words
        self.widths = [width(word, size, face) for word in words]
        self.space = width(" ", size, face)
        self.whole = sum(self.widths) + self.space * (len(words) - 1)

    def broken_at(self, measure: float, room: float) -> list[str]:
        """Return the lines when each takes as many words as `measure` holds; none when a word outruns `room`."""
        if max(self.widths) > room:
            return []
        lines: list[list[str]] = []
        used = measure
        for word, wide in zip(self.words, self.widths, strict=True):
            if lines and used + self.space + wide <= measure:
                lines[-1].append(word)
                used += self.space + wide
            else:
                lines.append([word])
                used = wide
        return [" ".join(line) for line in lines]


def _sizes(line: Line) -> Iterator[float]:
    size = line.size
    while size > line.smallest:
        yield size
        size -= STEP
    yield line.smallest
