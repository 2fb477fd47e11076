"""The words that occur in names, kept in memory: what a misspelt word may have meant.

Vietnamese names are made of few syllables, so a register of a million names knows some ten thousand words, and a
word is compared with those of its length only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from thidua.registry.models import RecipientWord
from thidua.registry.search.statements import read

LONG_WORD: Final = 6  # letters from which on two slips in one word are looked for
MOST_ALTERNATIVES: Final = 60


class Vocabulary:
    """All words of names; ask `vocabulary()` for the present one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            self._by_length[len(word)].append(word)
        self._known = {word for some in self._by_length.values() for word in some}
        self._remembered: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def near(self, word: str, slips: int = 1, *, most: int = MOST_ALTERNATIVES) -> tuple[str, ...]:
        """Return the known words within so many slips of `word`, the nearest first, it itself left out.

        A slip: one letter wrong, missing, too many, or two neighbours changed about.
        """
        key = (word, slips, most)
        if key not in self._remembered:
            if len(self._remembered) > 10_000:
                self._remembered.clear()
            self._remembered[key] = self._search(word, slips, most)
        return self._remembered[key]

    def beginning_with(self, letters: str) -> tuple[str, ...]:
        """Return the known words that begin so."""
        return tuple(sorted(word for word in self._known if word.startswith(letters)))

    def _search(self, word: str, slips: int, most: int) -> tuple[str, ...]:
        found: list[tuple[int, str]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            # Two letters changed about are two edits to the fast measure, one slip to the exact one.
            for other, _edits, _place in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=Levenshtein.distance,
                score_cutoff=2 * slips,
                limit=None,
            ):
                distance = OSA.distance(word, other, score_cutoff=slips)
                if other != word and distance <= slips:
                    found.append((distance, other))
        return tuple(other for _distance, other in sorted(found)[:most])


_remembered: dict[str, tuple[object, Vocabulary]] = {}


def vocabulary() -> Vocabulary:
    """Return the words of all names in the register; one query, and a second one after words were added."""
    database = str(connection.settings_dict["NAME"])
    rows = read("SELECT id, added_at FROM registry_recipientword ORDER BY id DESC LIMIT 1")
    stamp = rows[0] if rows else None
    if database not in _remembered or _remembered[database][0] != stamp:
        words = RecipientWord.objects.order_by().values_list("word", flat=True)
        _remembered[database] = (stamp, Vocabulary(words.iterator()))
    return _remembered[database][1]
