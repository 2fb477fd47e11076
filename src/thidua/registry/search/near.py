"""Names that are nearly what was typed: its words corrected by the vocabulary, then looked up in the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from django.db import connection
from rapidfuzz.distance import OSA

from thidua.registry.models.word_lookup import any_of
from thidua.registry.search.statements import Sql, read, words_held
from thidua.registry.search.vocabulary import LONG_WORD, Vocabulary, vocabulary

AT_ONCE: Final = 5_000  # values in one query
MOST_NEAR: Final = 30
MOST_CANDIDATES: Final = 10_000  # names that differ in two words
FEW_ENOUGH: Final = 5  # nearest names from which on words in other orders are not looked for
MOST_IN_A_WORD: Final = 250  # words two slips off a short one
SHORTEST: Final = 4  # letters below which everything would be one slip away
_LONGEST_TYPED: Final = 120
# Thousands of spellings at once make PostgreSQL read the whole dictionary; OFFSET 0 holds it to the index for each.
_EACH_BY_THE_INDEX: Final = (
    "SELECT n.folded, n.award_count FROM unnest(%s::text[]) AS typed(folded), LATERAL "
    "(SELECT folded, award_count FROM registry_recipientname WHERE folded = typed.folded OFFSET 0) n"
)


def near_names(folded: str, words: Sequence[str]) -> list[str]:
    """Return the registered names one or two letters off, the nearest first, of those the most frequent first."""
    if sum(map(len, words)) < SHORTEST or len(folded) > _LONGEST_TYPED:
        return []
    known, typed = vocabulary(), " ".join(words)
    found = _near_whole(words, typed, known)
    if sum(1 for name in found if OSA.distance(typed, name) <= 1) < 1 and len(found) < FEW_ENOUGH:
        found |= _near_parts(words, known)
    found.pop(folded, None)
    found.pop(typed, None)
    return sorted(found, key=lambda name: (OSA.distance(typed, name), -found[name], name))[:MOST_NEAR]


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


def registered(folded: Iterable[str]) -> dict[str, int]:
    """Return those of the folded names that the register knows, with their awards; a query for 5,000 names."""
    found: dict[str, int] = {}
    wanted = sorted(folded)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        if connection.vendor == "postgresql":
            rows = read(_EACH_BY_THE_INDEX, (some,))
        else:
            places = ",".join(["%s"] * len(some))
            statement = "SELECT folded, award_count FROM registry_recipientname WHERE folded IN "
            rows = read(f"{statement}({places})", some)
        for name, count in rows:
            found[name] = found.get(name, 0) + count
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


def respaced_and_changed(words: Sequence[str], known: Vocabulary) -> Iterator[str]:
    """Yield the names with a slip at a space and another one in a word: «nongt hingoc thu», «nguyenltuan»."""
    for parts in _spaced_otherwise(words):
        unknown = [place for place, word in enumerate(parts) if word not in known]
        if len(unknown) > 1:
            continue
        if not unknown:
            yield " ".join(parts)
        for place in unknown or range(len(parts)):
            for other in known.near(parts[place], 1):
                yield " ".join([*parts[:place], other, *parts[place + 1 :]])


def _spaced_otherwise(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the words with one space too few, too many, changed about with a letter, or typed as a letter."""
    for place, word in enumerate(words):
        before, after = list(words[:place]), list(words[place + 1 :])
        if after:
            first, *rest = after
            yield [*before, word + first, *rest]
            if len(word) > 1:
                yield [*before, word[:-1], word[-1] + first, *rest]
            if len(first) > 1:
                yield [*before, word + first[0], first[1:], *rest]
        for cut in range(1, len(word)):
            yield [*before, word[:cut], word[cut:], *after]
            if cut + 1 < len(word):
                yield [*before, word[:cut], word[cut + 1 :], *after]


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


def _near_whole(words: Sequence[str], typed: str, known: Vocabulary) -> dict[str, int]:
    """Return the registered names that differ from the whole name typed by two slips at most, with their awards."""
    meant = dict.fromkeys(one_word_changed(words, known))
    for place, word in enumerate(words):
        if 2 < len(word) < LONG_WORD:
            for other in known.near(word, 2, most=MOST_IN_A_WORD):
                meant[" ".join([*words[:place], other, *words[place + 1 :]])] = None
    meant |= dict.fromkeys(islice(respaced_and_changed(words, known), MOST_CANDIDATES // 3))
    meant |= dict.fromkeys(islice(two_words_changed(words, known), MOST_CANDIDATES))
    meant.pop(typed, None)
    return registered(meant)


def _near_parts(words: Sequence[str], known: Vocabulary) -> dict[str, int]:
    """Return registered names that have the words in any order, those unknown (else any one) corrected."""
    wrong = [place for place, word in enumerate(words) if word not in known] or list(range(len(words)))
    unknown_only = any(word not in known for word in words)
    expressions = []
    for places in [tuple(wrong)] if unknown_only else [(place,) for place in wrong]:
        groups = [
            any_of(known.near(word, slips_in(word)))
            if place in places and known.near(word, slips_in(word))
            else word
            for place, word in enumerate(words)
        ]
        expressions.append(" ".join(groups))
    found: dict[str, int] = {}
    for expression in dict.fromkeys(expressions):
        condition: Sql = words_held([expression])
        rows = read(
            f"SELECT n.folded, n.award_count FROM registry_recipientname n WHERE {condition.text} "  # noqa: S608
            f"LIMIT {10 * MOST_NEAR}",
            condition.params,
        )
        found.update(rows)
    asked = set(words)
    return {name: count for name, count in found.items() if not asked <= set(name.split())}
