"""The words of a search, marked where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from html import escape
from typing import Final

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from thidua.core.vietnamese.fold import fold
from thidua.registry.content.spelling import words_of

_WORDS: Final = re.compile(r"(\w+)")
FEWEST_LETTERS: Final = 2  # of a beginning that is marked


def words_asked(text: str) -> tuple[str, ...]:
    """Return the folded words that are marked."""
    return tuple(dict.fromkeys(words_of(text)))


def highlighted(text: str, words: Collection[str]) -> SafeString:
    """Return the text as HTML, its words that were asked for (or begin so) in <mark>; everything is escaped."""
    if not words:
        return conditional_escape(text)
    parts = _WORDS.split(text)
    for place, part in enumerate(parts):
        written = escape(part)
        parts[place] = f"<mark>{written}</mark>" if place % 2 and _asked(_folded(part), words) else written
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


@lru_cache(maxsize=20_000)  # names are made of few syllables
def _folded(word: str) -> str:
    return fold(word)


def _asked(word: str, words: Collection[str]) -> bool:
    return any(word == one or (len(one) >= FEWEST_LETTERS and word.startswith(one)) for one in words)
