"""A text with its codes filled in, and where the figures stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from thidua.portal.figures.codes import CODE, FigureCode, code_of
from thidua.reports.content.rendering import SENTENCE_END, capital

_NO_FIGURE: Final = (
    "số liệu"  # stands for a figure there is none of, so that the sentence around it stays one
)
_ENDS: Final = re.compile(rf"(?:^|\n|{SENTENCE_END.pattern})\s*$")


@dataclass(frozen=True)
class FilledText:
    """`bound`: the spans (start, end) of the figures in `text`."""

    text: str
    bound: tuple[tuple[int, int], ...]


def filled(source: str, texts: Mapping[FigureCode, str]) -> FilledText:
    """Return the text as it reads, figures that begin a sentence with a capital letter."""
    said: list[str] = []
    bound: list[tuple[int, int]] = []
    length = end = 0
    for match in CODE.finditer(source):
        figure = texts.get(code_of(match)) or _NO_FIGURE
        if begins_sentence("".join((*said, source[end : match.start()]))):
            figure = capital(figure)
        said += (source[end : match.start()], figure)
        start = length + match.start() - end
        length, end = start + len(figure), match.end()
        bound.append((start, length))
    return FilledText("".join((*said, source[end:])), tuple(bound))


def begins_sentence(before: str) -> bool:
    """Tell whether what follows `before` begins a sentence."""
    return _ENDS.search(before[-12:]) is not None
