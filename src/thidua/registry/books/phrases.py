"""Phrases looked for in a cell, with or without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import unify_tone_placement

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ`´-][^\W_]+)*['’]?")


class Token(NamedTuple):
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


@dataclass
class _Node:
    """A place in the tree of phrases: what may follow, with marks and without, and whether a phrase ends here."""

    marked: dict[str, _Node] = field(default_factory=dict)
    bare: dict[str, list[_Node]] = field(default_factory=dict)
    is_end: bool = False


class Phrases:
    """A set of phrases. One of a single syllable needs its marks; a longer one is found without marks too."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Node()
        for phrase in phrases:
            node = self._root
            for word in tokens(phrase):
                if word.low not in node.marked:
                    child = node.marked[word.low] = _Node()
                    node.bare.setdefault(word.bare, []).append(child)
                node = node.marked[word.low]
            node.is_end = True

    def length_at(self, words: Sequence[Token], at: int = 0) -> int:
        """Return how many words the longest phrase that begins at `at` has; 0 for none."""
        nodes, longest = [self._root], 0
        for place in range(at, len(words)):
            word = words[place]
            if word.low == word.bare:
                following = [child for node in nodes for child in node.bare.get(word.bare, ())]
            else:
                following = [node.marked[word.low] for node in nodes if word.low in node.marked]
            if not following:
                break
            if place == at:
                exact = self._root.marked.get(word.low)
                longest = 1 if exact is not None and exact.is_end else 0
            elif any(node.is_end for node in following):
                longest = place - at + 1
            nodes = following
        return longest

    def first_in(self, words: Sequence[Token], since: int = 0, least: int = 1) -> int | None:
        """Return where the first phrase of at least so many words begins; None for none."""
        return next((at for at in range(since, len(words)) if self.length_at(words, at) >= least), None)
