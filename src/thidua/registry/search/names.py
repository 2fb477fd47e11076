"""Which names of the dictionary a search means, in groups: the very name, the name without marks, its parts, the near.

No name is in two groups. The first three are read by one statement, the names with the words only when needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.registry.content.spelling import LETTERS, code_after_range, code_range, spelled, words_of
from thidua.registry.models.word_lookup import groups_in
from thidua.registry.search.near import near_names
from thidua.registry.search.reading_words import expressions_of, without_title
from thidua.registry.search.statements import Sql, both, either, negated, read, words_held

MOST_NAMES: Final = 3_000  # names whose awards are asked one by one
MOST_WORDS: Final = 12
Name = tuple[int, int, int, str]  # id, how many awards, position of the newest, sort key
_COLUMNS: Final = "n.id, n.award_count, n.latest, n.sort_key"


class Rank(IntEnum):
    """How near a name is to what was typed; smaller is shown first."""

    VERY = 0  # the same letters and marks
    FOLDED = 1  # the same letters
    BEGINNING = 2  # begins with what was typed
    WORDS = 3  # has all its words, in any order
    TOGETHER = 4  # some words are in the name, the others in post or unit
    NEAR = 5  # one or two letters off: a group of its own, «gần giống»


class NameGroup:
    """Names of one rank, asked when they are needed and then kept.

    `prefix`: they begin with these folded letters, so awards can be asked by their code. `condition`: on a name `n`, by
    an index. `seen`: the same, told by looking at each name.
    """

    def __init__(
        self,
        rank: Rank,
        condition: Callable[[], Sql],
        seen: Callable[[], Sql],
        prefix: str = "",
        begun: _Begun | None = None,
        *,
        is_surely_large: bool = False,
    ) -> None:
        self.rank, self.prefix = rank, prefix
        self._condition, self._seen, self._begun = condition, seen, begun
        self._is_surely_large = is_surely_large

    @cached_property
    def condition(self) -> Sql:
        """Return the condition on a name, by an index."""
        return self._condition()

    @cached_property
    def seen(self) -> Sql:
        """Return the condition on a name that is looked at anyway."""
        return self._seen()

    @cached_property
    def names(self) -> Sequence[Name]:
        """Return the names, MOST_NAMES + 1 of them at most."""
        known = self._begun.of(self.rank) if self._begun is not None else None
        return read_names(self.condition, MOST_NAMES + 1) if known is None else known

    @property
    def is_large(self) -> bool:
        """Whether there are more names than are asked one by one."""
        return self._is_surely_large or len(self.names) > MOST_NAMES


class _Begun:
    """The names that begin with what was typed, read once for three groups."""

    def __init__(self, condition: Sql, folded: str, spelling: str, *, has_marks: bool) -> None:
        self._condition, self._folded, self._spelling = condition, folded, spelling
        self._has_marks = has_marks

    def of(self, rank: Rank) -> Sequence[Name] | None:
        """Return the names of a rank; None where they are too many, and the rank is to be asked alone."""
        if len(self._rows) > MOST_NAMES:
            return [row[:4] for row in self._rows] if rank is Rank.BEGINNING else None
        return self._parted[rank]

    @cached_property
    def _parted(self) -> dict[Rank, list[Name]]:
        parted: dict[Rank, list[Name]] = {Rank.VERY: [], Rank.FOLDED: [], Rank.BEGINNING: []}
        for *name, is_same, is_very in self._rows:
            rank = Rank.BEGINNING
            if is_same:
                rank = Rank.VERY if is_very and self._has_marks else Rank.FOLDED
            parted[rank].append(tuple(name))  # type: ignore[arg-type]
        return parted

    @cached_property
    def _rows(self) -> list[tuple[int, int, int, str, bool, bool]]:
        same = f"SELECT {_COLUMNS}, n.folded = %s, n.spelling = %s FROM registry_recipientname n"  # noqa: S608
        statement = f"{same} WHERE {self._condition.text} LIMIT {MOST_NAMES + 1}"
        return read(statement, (self._folded, self._spelling, *self._condition.params))


def read_names(condition: Sql, most: int, order: str = "") -> list[Name]:
    """Return the names that meet a condition."""
    where = f"{condition.text}{' ORDER BY ' + order if order else ''} LIMIT {most}"
    statement = f"SELECT {_COLUMNS} FROM registry_recipientname n WHERE {where}"  # noqa: S608
    return read(statement, condition.params)


def name_groups(text: str, *, only_exact: bool = False) -> list[NameGroup]:
    """Return the groups that the words of `text` mean, the surest first; empty when it has no letter or digit."""
    plain = text if only_exact else without_title(text)
    folded, words = fold(plain)[:300], words_of(plain)[:MOST_WORDS]
    if not words:
        return []
    spelling = spelled(plain)
    has_marks = spelling != folded
    same = Sql("n.folded = %s", (folded,))
    very = Sql("n.spelling = %s AND n.folded = %s", (spelling, folded))
    other = Sql("n.folded = %s AND n.spelling <> %s", (folded, spelling)) if has_marks else same
    if only_exact:
        one = (Rank.VERY, very) if has_marks else (Rank.FOLDED, same)
        return [NameGroup(one[0], lambda: one[1], lambda: one[1])]
    begins = beginning(folded)
    longer = both(begins, Sql("n.folded <> %s", (folded,)))
    begun = _Begun(begins, folded, spelling, has_marks=has_marks)
    groups = [NameGroup(Rank.VERY, lambda: very, lambda: very, begun=begun)] if has_marks else []
    groups.append(NameGroup(Rank.FOLDED, lambda: other, lambda: other, begun=begun))
    groups.append(NameGroup(Rank.BEGINNING, lambda: longer, lambda: longer, folded, begun))
    groups.append(
        words_group(text, words_of(text)[:MOST_WORDS], Rank.WORDS, unless=lambda: begins, plain=plain)
    )
    return groups


def words_group(
    text: str, words: list[str], rank: Rank, *, unless: Callable[[], Sql], plain: str = ""
) -> NameGroup:
    """Return the names that have the words, one way or another, but those of another group."""

    def expressions() -> tuple[str, ...]:
        ways = expressions_of(text, words)
        if plain and plain != text and (rest := words_of(plain)[:MOST_WORDS]) != words:
            ways = tuple(dict.fromkeys((*ways, *expressions_of(plain, rest))))
        return ways

    return NameGroup(
        rank,
        lambda: both(words_held(expressions()), negated(unless())),
        lambda: both(either(*map(_spaced, expressions())), negated(unless())),
    )


def beginning(folded: str) -> Sql:
    """Return the condition that a folded name begins so: a range of the codes, and the letters beyond them."""
    low, high = code_range(folded)
    if len(folded) <= LETTERS:
        found = Sql("n.code >= %s AND n.code <= %s", (low, high))
    else:
        after = code_after_range(folded)
        found = Sql("n.code = %s AND n.code_after >= %s AND n.code_after <= %s", (low, *after))
    if re.fullmatch(r"[a-z ]*", folded) and len(folded) <= 2 * LETTERS:
        return found
    return both(found, Sql(f"substr(n.folded, 1, {len(folded)}) = %s", (folded,)))


def near_group(text: str) -> tuple[list[str], NameGroup] | None:
    """Return the folded names one or two letters off, the nearest first, and their group; None when there are none."""
    best = near_names(fold(text), words_of(text)[:MOST_WORDS])
    if not best:
        return None
    condition = Sql(f"n.folded IN ({', '.join(['%s'] * len(best))})", tuple(best))
    return best, NameGroup(Rank.NEAR, lambda: condition, lambda: condition)


def _spaced(expression: str) -> Sql:
    """Return the condition that the words stand between spaces, or other signs that part words."""
    return both(*(either(*map(_word_held, group)) for group in groups_in(expression)))


def _word_held(word: str) -> Sql:
    line = "(' ' || n.folded || ' ')"
    return Sql(f"{line} LIKE %s", (f"% {word[:-1]}%" if word.endswith("*") else f"% {word} %",))
