"""Which alternatives of two days correspond: the same people, the same type, conditions of the same shape."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.summaries.field_words import field_value

LEAST_LIKENESS: Final = 0.45
# One of the two holds for every type of commendation: alike, but less surely so.
_OPEN_TYPE: Final = 0.8
# Two texts that share a whole phrase speak of the same thing, whatever else they say: enough to stand side by
# side, not enough to make two alternatives one.
_SAME_PHRASE: Final = 0.3
_PHRASE: Final = 3
_WORD: Final = re.compile(r"\w+")


def line_likeness(old: Line, new: Line) -> float:
    """Return how alike two conditions are: 0 for different kinds, 1 for the same."""
    if old.kind != new.kind:
        return 0.0
    if old.text or new.text:
        same_words = _shared(_tokens(old), _tokens(new))
        return max(same_words, _SAME_PHRASE) if _phrases(old) & _phrases(new) else same_words
    fields = {name for name in {*old.fields, *new.fields} if name not in {"title", "award"}} | (
        {"titles"} if {"title", "titles", "award"} & {*old.fields, *new.fields} else set()
    )
    if not fields:
        return 1.0
    same = sum(field_value(old, name) == field_value(new, name) for name in fields)
    return 0.4 + 0.6 * same / len(fields)


def group_likeness(old: Sequence[Line], new: Sequence[Line]) -> float:
    """Return how alike two sets of conditions are, each paired with the one most like it."""
    matched = sum(likeness for likeness, _, _ in best_pairs(old, new))
    return 2 * matched / ((len(old) + len(new)) or 1)


def best_pairs(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[float, int, int]]:
    """Return (likeness, place in old, place in new), most alike first, no line twice."""
    every = (
        (line_or_group_likeness(before, after), i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
    )
    return greedy(every, least=0.25)


def line_or_group_likeness(old: Line, new: Line) -> float:
    """Return the likeness of two lines of which either may be a group."""
    if not old.lines and not new.lines:
        return line_likeness(old, new)
    return group_likeness(list(leaves(old)), list(leaves(new)))


def paired(old: Sequence[Alternative], new: Sequence[Alternative]) -> list[tuple[Alternative, Alternative]]:
    """Return the alternatives that correspond, in the order of the new ones."""
    every = (
        (alternative_likeness(before, after), i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
    )
    found = [(i, j) for _, i, j in greedy(every, least=LEAST_LIKENESS)]
    found += _only_ones_left(old, new, found)
    return [(old[i], new[j]) for i, j in sorted(found, key=lambda pair: pair[1])]


def _only_ones_left(
    old: Sequence[Alternative], new: Sequence[Alternative], found: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pair what is left alone on both sides for the same people and the same named type: one took the other's place."""
    left_old = [i for i in range(len(old)) if old[i].type and all(i != pair[0] for pair in found)]
    left_new = [j for j in range(len(new)) if new[j].type and all(j != pair[1] for pair in found)]
    pairs = []
    for j in left_new:
        mine = (new[j].applies_to, new[j].type)
        before = [i for i in left_old if (old[i].applies_to, old[i].type) == mine]
        after = [k for k in left_new if (new[k].applies_to, new[k].type) == mine]
        if len(before) == 1 and len(after) == 1:
            pairs.append((before[0], j))
    return pairs


def alternative_likeness(old: Alternative, new: Alternative) -> float:
    """Return how alike two alternatives are; 0 where they serve other people or another type."""
    if old.id == new.id:
        return 2.0
    people = _shared(set(old.applies_to), set(new.applies_to))
    if not people or (old.type and new.type and old.type != new.type):
        return 0.0
    type_ = 1.0 if old.type == new.type else _OPEN_TYPE
    return group_likeness(list(leaves(old.lines)), list(leaves(new.lines))) * type_ * (0.7 + 0.3 * people)


def greedy(candidates: Iterable[tuple[float, int, int]], *, least: float) -> list[tuple[float, int, int]]:
    """Take the best pairs first, none twice on either side; earlier lines first where equal."""
    taken: list[tuple[float, int, int]] = []
    for candidate in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
        likeness, i, j = candidate
        if likeness >= least and all(i != other[1] and j != other[2] for other in taken):
            taken.append(candidate)
    return taken


def _tokens(line: Line) -> set[str]:
    return set(_WORD.findall(line.text.vi.lower())) if line.text else set()


def _phrases(line: Line) -> set[tuple[str, ...]]:
    """Return what stands between the commas of a text, phrases of at least three words: «nội bộ đoàn kết»."""
    found = (
        {tuple(_WORD.findall(part)) for part in re.split("[,;:]", line.text.vi.lower())}
        if line.text
        else set()
    )
    return {phrase for phrase in found if len(phrase) >= _PHRASE}


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
