"""Outlines as Markdown for pages of the docs."""

import re
from collections.abc import Iterable
from typing import Final

from thidua.core.law.summaries.outline import Block, Heading, Item, Notice, Outline, Paragraph, Remark

_SPECIAL: Final = re.compile(r"([\\`*_<>\[\]|#])")


def as_markdown(outline: Outline) -> str:
    """Return the outline as Markdown, ending with a line feed."""
    return "\n".join(_lines(outline.blocks)).strip("\n") + "\n"


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    before: Block | None = None
    for block in blocks:
        listed = isinstance(block, Item | Remark) and isinstance(before, Item | Remark)
        if not listed:
            yield ""
        before = block
        match block:
            case Heading(level, text):
                yield f"{'#' * level} {escaped(text)}"
            case Paragraph(text):
                yield escaped(text)
            case Notice(text):
                yield f"> **{escaped(text)}**"
            case Item(marker, text, depth):
                # Only dashes and «1.» are lists to every reader of Markdown: other markers are set bold.
                label = "" if marker in {"–", "•"} else f"**{escaped(marker)}** "
                yield f"{'  ' * depth}- {label}{escaped(text)}"
            case Remark(text, depth):
                yield f"{'  ' * (depth + 1)}*{escaped(text)}*"


def escaped(text: str) -> str:
    """Return text that Markdown sets as it is."""
    return _SPECIAL.sub(r"\\\1", text)
