"""The word lists of `words.yaml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class WordLists:
    """What each list means is said beside it in the file."""

    reduplications: frozenset[str]
    joint_heads: frozenset[str]
    joint_tails: frozenset[str]
    doubled_words_meant: dict[str, str]
    proper_names: tuple[str, ...]
    missing_words: dict[str, str]
    list_introducers: tuple[str, ...]
    units: tuple[str, ...]
    reference_words: tuple[str, ...]
    basis_words: tuple[str, ...]
    denominator_words: tuple[str, ...]
    time_units: tuple[str, ...]
    fragment_openers: tuple[str, ...]
    fragment_nouns: tuple[str, ...]
    predicate_words: tuple[str, ...]


@cache
def word_lists() -> WordLists:
    """Return the lists; a wrong key in the file is a TypeError at the first use."""
    read = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    lists: dict[str, Any] = {
        key: value if isinstance(value, dict) else frozenset(value) if key in _SETS else tuple(value)
        for key, value in read.items()
    }
    return WordLists(**lists)


def alternatives(words: tuple[str, ...]) -> str:
    """Return a regular expression for any of the words, the longest first, any space between their parts."""
    by_length = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"[ \u00a0]+".join(word.split()) for word in by_length) + ")"


_SETS = {"reduplications", "joint_heads", "joint_tails"}
