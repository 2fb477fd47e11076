"""Outlines as plain text for a terminal: wrapped, indented, no colour."""

from collections.abc import Iterable
from textwrap import fill
from typing import Final

from thidua.core.law.summaries.outline import Block, Heading, Item, Notice, Outline, Paragraph, Remark

WIDTH: Final = 96
_STEP: Final = 3  # columns a level of a list is set in
_UNDERLINES: Final = {1: "=", 2: "-"}


def as_text(outline: Outline, width: int = WIDTH) -> str:
    """Return the outline as wrapped lines, ending with a line feed."""
    return "\n".join(_lines(outline.blocks, width)).strip("\n") + "\n"


def _lines(blocks: Iterable[Block], width: int) -> Iterable[str]:
    for block in blocks:
        match block:
            case Heading(level, text):
                yield ""
                yield from _heading(level, text, width)
            case Paragraph(text):
                yield fill(text, width, break_on_hyphens=False, break_long_words=False)
            case Notice(text):
                yield ""
                yield _set(text, "! ", 0, width)
                yield ""
            case Item(marker, text, depth):
                yield _set(text, f"{marker} ".ljust(_STEP), depth * _STEP, width)
            case Remark(text, depth):
                yield _set(text, "", (depth + 1) * _STEP, width)


def _heading(level: int, text: str, width: int) -> Iterable[str]:
    wrapped = fill(text.upper() if level == 1 else text, width)
    yield wrapped
    if level in _UNDERLINES:
        yield _UNDERLINES[level] * max(map(len, wrapped.splitlines()))


def _set(text: str, marker: str, indent: int, width: int) -> str:
    return fill(
        text,
        width,
        initial_indent=" " * indent + marker,
        subsequent_indent=" " * (indent + len(marker)),
        break_on_hyphens=False,
        break_long_words=False,
    )
