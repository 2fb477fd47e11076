"""Passages that two texts share word for word, whatever their capitals, marks and line breaks.

Fingerprints are chosen by winnowing (Schleimer, Wilkerson, Aiken 2003): two texts that share a passage of
SHINGLE + WINDOW - 1 words share a fingerprint, and few others do.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from thidua.core.vietnamese.fold import fold

SHINGLE: Final = 8  # words compared at once: shorter runs are how everybody writes
WINDOW: Final = 6
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Word:
    """One word without marks, and where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    """The same words at two places: positions in characters of either text, the end excluded."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int
    words: int


@dataclass(frozen=True)
class Overlap:
    """What two texts share. `share`: percent of the words of the first that stand in the second, too."""

    passages: tuple[Passage, ...]
    share: int


def words_of(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return [Word(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def fingerprints(text: str) -> frozenset[int]:
    """Return numbers of 63 bits that stand for the text: the least of every WINDOW neighbouring shingles."""
    hashes = [_number(shingle) for shingle in _shingles(words_of(text))]
    if len(hashes) <= WINDOW:
        return frozenset({min(hashes)} if hashes else ())
    return frozenset(min(hashes[place : place + WINDOW]) for place in range(len(hashes) - WINDOW + 1))


def overlap(first: str, second: str) -> Overlap:
    """Return the shared passages in the order of the first text, each as long as it goes."""
    ours, theirs = words_of(first), words_of(second)
    places: dict[str, list[int]] = {}
    for place, shingle in enumerate(_shingles(theirs)):
        places.setdefault(shingle, []).append(place)
    passages, place, shared = [], 0, 0
    while place + SHINGLE <= len(ours):
        starts = places.get(_joined(ours[place : place + SHINGLE]), ())
        length, start = max(((_run(ours, place, theirs, there), -there) for there in starts), default=(0, 0))
        if not length:
            place += 1
            continue
        there = -start
        passages.append(
            Passage(
                ours[place].start,
                ours[place + length - 1].end,
                theirs[there].start,
                theirs[there + length - 1].end,
                length,
            )
        )
        shared += length
        place += length
    assert all(one.first_end <= other.first_start for one, other in pairwise(passages))
    return Overlap(tuple(passages), shared * 100 // len(ours) if ours else 0)


def _run(ours: Sequence[Word], place: int, theirs: Sequence[Word], there: int) -> int:
    most = min(len(ours) - place, len(theirs) - there)
    length = 0
    while length < most and ours[place + length].text == theirs[there + length].text:
        length += 1
    return length


def _shingles(words: Sequence[Word]) -> list[str]:
    return [_joined(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)]


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _number(shingle: str) -> int:
    return int.from_bytes(hashlib.blake2b(shingle.encode(), digest_size=8).digest(), "big") >> 1
