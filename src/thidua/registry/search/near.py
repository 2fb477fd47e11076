"""Names that are nearly what was typed: its words corrected by the vocabulary, then looked up in the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from thidua.registry.models import RecipientName
from thidua.registry.search.vocabulary import LONG_WORD, Vocabulary, vocabulary

AT_ONCE: Final = 5_000  # values in one query
MOST_PAIRS: Final = 1_500  # of names in which two words are corrected


def one_slip_names(folded: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each folded name the registered ones one slip away from it, itself left out; two queries, mostly."""
    words = vocabulary()
    asked = list(dict.fromkeys(folded))
    meant: dict[str, list[str]] = {name: list(one_word_changed(name.split(), words)) for name in asked}
    known = registered({other for some in meant.values() for other in some})
    return {
        name: tuple(
            other
            for other in meant[name]
            if other in known and other != name and OSA.distance(name, other) == 1
        )
        for name in asked
    }


def registered(folded: Iterable[str]) -> set[str]:
    """Return those of the folded names that the register knows; a query for 5,000 names."""
    found: set[str] = set()
    wanted = sorted(folded)
    for start in range(0, len(wanted), AT_ONCE):
        rows = RecipientName.objects.filter(folded__in=wanted[start : start + AT_ONCE])
        found.update(rows.order_by().values_list("folded", flat=True))
    return found


def one_word_changed(words: Sequence[str], known: Vocabulary) -> Iterator[str]:
    """Yield the names that differ in one word, or in the space between two: «nguyenvan» is two words, «th i» one."""
    for place, word in enumerate(words):
        for other in known.near(word, slips_in(word)):
            yield " ".join([*words[:place], other, *words[place + 1 :]])
    yield from respaced(words, known)


def respaced(words: Sequence[str], known: Vocabulary) -> Iterator[str]:
    """Yield the names with two words written as one, or one as two, where all of them are known."""
    for place, word in enumerate(words):
        for cut in range(1, len(word)):
            if word[:cut] in known and word[cut:] in known:
                yield " ".join([*words[:place], word[:cut], word[cut:], *words[place + 1 :]])
        if place + 1 < len(words) and word + words[place + 1] in known:
            yield " ".join([*words[:place], word + words[place + 1], *words[place + 2 :]])


def two_words_changed(words: Sequence[str], known: Vocabulary) -> Iterator[str]:
    """Yield the names that differ by one slip in each of two words."""
    near = [known.near(word, 1) for word in words]
    for first in range(len(words)):
        for second in range(first + 1, len(words)):
            for one in near[first]:
                for other in near[second]:
                    yield " ".join(
                        [*words[:first], one, *words[first + 1 : second], other, *words[second + 1 :]]
                    )


def slips_in(word: str) -> int:
    """Return how many slips are looked for in one word."""
    return 2 if len(word) >= LONG_WORD else 1
