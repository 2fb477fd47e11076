"""Phrases looked for in a cell, with or without marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import unify_tone_placement

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ`´-][^\W_]+)*['’]?")


@dataclass(frozen=True)
class Token:
    """A word of a cell: as written, in small letters, without marks, and its place."""

    text: str
    low: str
    bare: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text, places as in the text."""
    return tuple(_token(found.group(), found.start()) for found in _WORD.finditer(text))


def _token(word: str, start: int) -> Token:
    low, bare = _low_and_bare(word)
    return Token(word, low, bare, start, start + len(word))


@lru_cache(maxsize=16384)
def _low_and_bare(word: str) -> tuple[str, str]:
    return unify_tone_placement(word.lower()), fold(word)


class Phrases:
    """A set of phrases. One of a single syllable needs its marks; a longer one is found without marks too."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, str], ...]]] = defaultdict(list)
        for phrase in phrases:
            words = tuple((token.low, token.bare) for token in tokens(phrase))
            self._by_first[words[0][1]].append(words)
        for several in self._by_first.values():
            several.sort(key=len, reverse=True)

    def length_at(self, words: Sequence[Token], at: int = 0) -> int:
        """Return how many words the longest phrase that begins at `at` has; 0 for none."""
        if at >= len(words):
            return 0
        for phrase in self._by_first.get(words[at].bare, ()):
            size = len(phrase)
            if at + size <= len(words) and all(
                _fits(words[at + step], phrase[step], lone=size == 1) for step in range(size)
            ):
                return size
        return 0

    def first_in(self, words: Sequence[Token], since: int = 0, least: int = 1) -> int | None:
        """Return where the first phrase of at least so many words begins; None for none."""
        return next((at for at in range(since, len(words)) if self.length_at(words, at) >= least), None)


def _fits(word: Token, wanted: tuple[str, str], *, lone: bool) -> bool:
    low, bare = wanted
    if word.low == low:
        return True
    return not lone and word.low == word.bare and word.bare == bare
