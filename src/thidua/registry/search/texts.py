"""Words of the post or the unit of a recipient, as the paper wrote them: no index holds them, so rows are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.db import connection

from thidua.registry.content.spelling import words_of
from thidua.registry.search.statements import read
from thidua.registry.search.tokens import short_names

SAMPLE: Final = 20_000  # awards whose posts and units are read for their words
FEW: Final = 1_000  # awards of a register that is read anew every time
COLUMNS: Final = "registry_award.post_then, registry_award.unit_then"


@dataclass(frozen=True)
class TextWanted:
    """The words that must stand in the post, or (`anywhere`) in post and unit together, short forms or long."""

    words: tuple[str, ...]
    anywhere: bool = False

    def fits(self, post: str, unit: str) -> bool:
        """Tell whether the post (or post and unit) hold all the words, the last one perhaps only begun."""
        held = held_words(post) | held_words(unit) if self.anywhere else held_words(post)
        *whole, last = self.words
        return all(word in held for word in whole) and (
            last in held or (len(last) > 1 and any(word.startswith(last) for word in held))
        )


def wanted(text: str, *, anywhere: bool = False) -> TextWanted | None:
    """Return the words of a text, None for a text without any."""
    words = words_of(text)[:12]
    return TextWanted(tuple(words), anywhere) if words else None


_remembered: dict[str, tuple[object, frozenset[str]]] = {}


def words_in_texts() -> frozenset[str]:
    """Return the words of posts and units in the newest awards: what may be said of somebody beside the name."""
    database = str(connection.settings_dict["NAME"])
    newest = read("SELECT id, post_then, unit_then FROM registry_award ORDER BY id DESC LIMIT 1")
    if not newest:
        return frozenset()
    stamp: object = newest[0] if newest[0][0] < SAMPLE else newest[0][0] // SAMPLE
    if database not in _remembered or _remembered[database][0] != stamp or newest[0][0] < FEW:
        rows = read("SELECT post_then, unit_then FROM registry_award ORDER BY id DESC LIMIT %s", (SAMPLE,))
        texts = {text for row in rows for text in row}
        _remembered[database] = (stamp, frozenset(word for text in texts for word in held_words(text)))
    return _remembered[database][1]


@lru_cache(maxsize=20_000)
def held_words(text: str) -> frozenset[str]:
    """Return the words of a text, folded, with those that its short forms stand for, and its long forms shortened."""
    words = words_of(text)
    meant = [word for short in words for meaning in short_names().get(short, ()) for word in meaning.split()]
    line = f" {' '.join(words)} "
    short = [
        name
        for name, meanings in short_names().items()
        for meaning in meanings
        if " " in meaning and f" {meaning} " in line
    ]
    return frozenset([*words, *meant, *short])
