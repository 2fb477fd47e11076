"""Which names of the dictionary a search means, in groups: the very name, the name without marks, its parts, the near.

Each group is a queryset of `RecipientName`; no name is in two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import reduce
from itertools import islice, product
from operator import and_, or_
from typing import Final, TypeVar, cast

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from rapidfuzz.distance import OSA

from thidua.core.vietnamese.fold import fold
from thidua.registry.content.spelling import LETTERS, code_after_range, code_range, spelled, words_of
from thidua.registry.models import Award, RecipientName
from thidua.registry.models.word_lookup import all_of, any_of, groups_in
from thidua.registry.search.near import one_word_changed, registered, slips_in, two_words_changed
from thidua.registry.search.tokens import short_names
from thidua.registry.search.vocabulary import Vocabulary, vocabulary

MOST_EXPRESSIONS: Final = 12  # ways to read the short forms of one search
MOST_WORDS: Final = 12
MOST_NEAR: Final = 30
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]?\.?")


Row = TypeVar("Row", Award, RecipientName)


class Rank(IntEnum):
    """How near a name is to what was typed; smaller is shown first."""

    VERY = 0  # the same letters and marks
    FOLDED = 1  # the same letters
    BEGINNING = 2  # begins with what was typed
    WORDS = 3  # has all its words, in any order
    NEAR = 4  # one or two letters off: a group of its own, «gần giống»


@dataclass(frozen=True)
class NameGroup:
    """Names of one rank. `prefix`: they begin with these folded letters, so awards can be asked by their code.

    `expressions`: the words they hold, one way or another; `unless`: what another group holds already.
    """

    rank: Rank
    condition: Q
    prefix: str = ""
    expressions: tuple[str, ...] = ()
    unless: Q = field(default_factory=Q)

    def names(self) -> QuerySet[RecipientName]:
        """Return the names, unordered."""
        rows = RecipientName.objects.filter(self.condition).order_by()
        return rows.exclude(self.unless) if self.unless else rows

    def named(self, rows: QuerySet[Award]) -> QuerySet[Award]:
        """Return the awards that bear one of the names, told by looking at each name instead of by an index."""
        return self._seen(rows, "name__")

    def looked_at(self, names: QuerySet[RecipientName]) -> QuerySet[RecipientName]:
        """Return those of the names that are of the group, told by looking at each of them."""
        return self._seen(names, "")

    def _seen(self, rows: QuerySet[Row], path: str) -> QuerySet[Row]:
        if self.expressions:
            spaced = Concat(Value(" "), F(f"{path}folded"), Value(" "), output_field=TextField())
            rows = rows.alias(spaced=spaced).filter(reduce(or_, map(_spaced, self.expressions)))
        else:
            rows = rows.filter(through(path, self.condition))
        return rows.filter(~through(path, self.unless)) if self.unless else rows


def _spaced(expression: str) -> Q:
    """Return the condition that the words stand between spaces."""
    groups = [
        reduce(
            or_,
            (Q(spaced__contains=f" {word[:-1]}" if word.endswith("*") else f" {word} ") for word in group),
        )
        for group in groups_in(expression)
    ]
    return reduce(and_, groups)


def through(path: str, condition: Q) -> Q:
    """Return a condition on a row as one on the rows that point to it by `path` ("name__"; "" for itself)."""
    moved = Q()
    moved.connector, moved.negated = condition.connector, condition.negated
    for child in condition.children:
        if isinstance(child, Q):
            moved.children.append(through(path, child))
        else:
            name, value = cast(tuple[str, object], child)
            moved.children.append((f"{path}{name}", value))
    return moved


def name_groups(text: str, *, only_exact: bool = False) -> list[NameGroup]:
    """Return the groups that the words of `text` mean, the surest first; empty when it has no letter or digit."""
    folded, words = fold(text), words_of(text)[:MOST_WORDS]
    if not words:
        return []
    very, same = Q(spelling=spelled(text)), Q(folded=folded)
    has_marks = spelled(text) != folded
    groups = [NameGroup(Rank.VERY, very & same)] if has_marks else []
    groups.append(NameGroup(Rank.FOLDED, same & ~very if has_marks else same))
    if only_exact:
        return groups[:1]
    begins = beginning(folded)
    groups.append(NameGroup(Rank.BEGINNING, begins, folded, unless=same))
    held = _holding(text, words)
    groups.append(NameGroup(Rank.WORDS, words_hold(held), expressions=held, unless=begins))
    return groups


def beginning(folded: str) -> Q:
    """Return the condition that a folded name begins so: a range of the codes, and the letters beyond them."""
    low, high = code_range(folded)
    if len(folded) <= LETTERS:
        found = Q(code__gte=low, code__lte=high)
    else:
        low_after, high_after = code_after_range(folded)
        found = Q(code=low, code_after__gte=low_after, code_after__lte=high_after)
    plain = re.fullmatch(r"[a-z ]*", folded) and len(folded) <= 2 * LETTERS
    return found if plain else found & Q(folded__startswith=folded)


def near_group(text: str) -> NameGroup | None:
    """Return the names one or two letters off, None when there are none; a few queries of the dictionary."""
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return None
    typed = " ".join(words)
    found = _near_names(words, typed) or _near_parts(words, vocabulary())
    found.discard(fold(text))
    best = sorted(found, key=lambda name: (OSA.distance(typed, name), name))[:MOST_NEAR]
    return NameGroup(Rank.NEAR, Q(folded__in=best)) if best else None


def _near_names(words: list[str], typed: str) -> set[str]:
    """Return registered names that differ from the whole name typed in one word, else in two."""
    known = vocabulary()
    found = registered(set(one_word_changed(words, known)))
    if not found:
        found = registered(set(islice(two_words_changed(words, known), 2_000)))
    return {name for name in found if name != typed}


def _near_parts(words: list[str], known: Vocabulary) -> set[str]:
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
    found: set[str] = set()
    for expression in dict.fromkeys(expressions):
        rows = RecipientName.objects.filter(folded__words=expression).order_by()
        found.update(rows.values_list("folded", flat=True)[: 10 * MOST_NEAR])
    asked = set(words)
    return {name for name in found if not asked <= set(name.split())}


def words_hold(expressions: tuple[str, ...]) -> Q:
    """Return the condition that one of the expressions is met, by the index of words."""
    return reduce(or_, (Q(folded__words=one) for one in expressions))


def _holding(text: str, words: list[str]) -> tuple[str, ...]:
    """Return the expressions that a name has all words, short forms written out or not; the last may be a beginning."""
    last_begins = words[-1] not in vocabulary() and len(words[-1]) > 1
    ways = [list(words)] if not _INITIALS.fullmatch(text.strip()) else []
    ways += islice(_written_out(words), MOST_EXPRESSIONS)
    expressions = [all_of(way, last_begins=last_begins and way[-1] == words[-1]) for way in ways]
    if (initials := _initials(text)) is not None:
        expressions.append(initials)
    return tuple(dict.fromkeys(expressions))


def _initials(text: str) -> str | None:
    """Return the expression for initials («N.V. An», «N V A»), None where there are none or nothing else is known."""
    parts = [part for part in re.split(r"[\s.]+", fold(text)) if part]
    letters = [part for part in parts if len(part) == 1 and part.isalpha()]
    if not letters or len(parts) < 2:
        return None
    return " ".join(f"{part}*" if len(part) == 1 else part for part in parts if part.isalnum())


def _written_out(words: list[str]) -> Iterator[list[str]]:
    """Yield the other ways to write the words: a short form written out, a long form made short."""
    choices = [[[word], *([meaning.split() for meaning in short_names().get(word, ())])] for word in words]
    for chosen in islice(product(*choices), 1, MOST_EXPRESSIONS):
        yield [word for part in chosen for word in part]
    line = f" {' '.join(words)} "
    for short, meanings in short_names().items():
        for meaning in meanings:
            if " " in meaning and f" {meaning} " in line:
                yield line.replace(f" {meaning} ", f" {short} ").split()
