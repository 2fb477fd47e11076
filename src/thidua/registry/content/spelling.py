"""A name as the dictionary of names keeps it."""

from __future__ import annotations

import re
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, unify_tone_placement
from thidua.core.vietnamese.names import NameOrder
from thidua.registry.enums import PEOPLE

LETTERS: Final = 12  # in one code: five bits each, sixty in all
_LONGEST: Final = 300
_BITS: Final = 5
_FULL: Final = (1 << _BITS) - 1
_WORD: Final = re.compile(r"[a-z0-9]+")


def spelled(name: str) -> str:
    """Return the name in small letters with its marks, the tone in its newer place, spaces single."""
    return unify_tone_placement(clean_line(name)).lower()[:_LONGEST]


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded: what the word indexes of both databases hold of it."""
    return _WORD.findall(fold(text))


def name_codes(folded: str) -> tuple[int, int]:
    """Return the first twelve and the next twelve letters as numbers that order as the letters do."""
    return _code(folded[:LETTERS], 0), _code(folded[LETTERS : 2 * LETTERS], 0)


def code_range(beginning: str) -> tuple[int, int]:
    """Return the least and the greatest first code of names that begin so."""
    return _code(beginning[:LETTERS], 0), _code(beginning[:LETTERS], _FULL)


def code_after_range(beginning: str) -> tuple[int, int]:
    """Return the least and the greatest second code of names that begin so; of use beyond twelve letters."""
    return _code(beginning[LETTERS : 2 * LETTERS], 0), _code(beginning[LETTERS : 2 * LETTERS], _FULL)


def listing_order(kind: str, person_order: str | None = None) -> NameOrder:
    """Return how a recipient of such a kind is listed: people by their given names, everything else as written."""
    if person_order is not None:
        return NameOrder(person_order)
    return NameOrder.GIVEN_LAST if kind in PEOPLE else NameOrder.WHOLE


def _code(letters: str, filling: int) -> int:
    code = 0
    for letter in letters:
        code = code << _BITS | _rank(letter)
    for _place in range(LETTERS - len(letters)):
        code = code << _BITS | filling
    return code


def _rank(letter: str) -> int:
    """Space, other signs and digits come before the letters a to z, everything else after them."""
    if "a" <= letter <= "z":
        return ord(letter) - ord("a") + 4
    if letter == " ":
        return 1
    return 3 if letter.isdigit() else 2 if letter < "a" else _FULL
