"""Order of personal names: by given name, as Vietnamese lists are kept.

Source of the letter and tone order: CLDR collation `vi`, compared syllable by syllable.
"""

import unicodedata
from enum import StrEnum
from functools import lru_cache

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.letters import ALPHABET, split_tone

# One syllable: the ranks of its base letters, then its tone (0 for none).
Syllable = tuple[tuple[int, ...], int]
NamePart = tuple[Syllable, ...]
# Given, middle and family name (the last two change places under NameSort.GIVEN_FAMILY_MIDDLE), then the
# normalised name, so that no two different names tie.
NameKey = tuple[NamePart, NamePart, NamePart, str]

# The key of any name of up to 200 characters in Vietnamese letters fits without a cut (at most 1,608), and an
# index row of PostgreSQL (2,704 bytes) holds it. A longer key is cut: two such names may then tie, not swap.
SORT_KEY_MAX_LENGTH = 1700

_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, start=1)} | {"ð": ALPHABET.index("đ") + 1}
_OTHER = 100


class NameOrder(StrEnum):
    """Where the given name stands in the written name."""

    GIVEN_LAST = "given_last"  # Lương Thị Bình
    GIVEN_FIRST = "given_first"  # Maria Schmidt
    WHOLE = "whole"  # H'Hen Niê, religious names: sorted as written, from the first syllable


class NameSort(StrEnum):
    """What decides between two persons of one given name."""

    GIVEN_MIDDLE_FAMILY = "given_middle_family"
    GIVEN_FAMILY_MIDDLE = "given_family_middle"


def name_key(
    name: str,
    order: NameOrder = NameOrder.GIVEN_LAST,
    sort: NameSort = NameSort.GIVEN_MIDDLE_FAMILY,
) -> NameKey:
    """Return a tuple that compares as the names are to be listed; the empty name comes first.

    Raises ValueError for an order or a sort that does not exist.
    """
    normalised = clean_line(name)
    syllables = tuple(_syllable_key(word) for word in normalised.replace("-", " ").split())
    given, middle, family = _split(syllables, NameOrder(order))
    if NameSort(sort) is NameSort.GIVEN_FAMILY_MIDDLE:
        return given, family, middle, normalised
    return given, middle, family, normalised


def sort_key(
    name: str,
    order: NameOrder = NameOrder.GIVEN_LAST,
    sort: NameSort = NameSort.GIVEN_MIDDLE_FAMILY,
) -> str:
    """Return digits, at most SORT_KEY_MAX_LENGTH, that order as `name_key` does wherever they are stored.

    Digits alone, because every collation of every database orders them alike: letters would meet the
    contractions of some (Danish aa, Czech ch). The codes are prefix-free: a letter is two digits, 11 to 43
    (any other character 8 or 9, then its code point); a syllable ends with 01 to 06, its tone; a part with 00.
    """
    first, second, third, normalised = name_key(name, order, sort)
    parts = "".join(map(_part_code, (first, second, third)))
    return (parts + _tie_code(normalised))[:SORT_KEY_MAX_LENGTH]


def _split(syllables: NamePart, order: NameOrder) -> tuple[NamePart, NamePart, NamePart]:
    if order is NameOrder.WHOLE or len(syllables) < 2:
        return syllables, (), ()
    first, middle, last = syllables[:1], syllables[1:-1], syllables[-1:]
    return (first, middle, last) if order is NameOrder.GIVEN_FIRST else (last, middle, first)


@lru_cache(maxsize=8192)
def _syllable_key(syllable: str) -> Syllable:
    ranks: list[int] = []
    syllable_tone = 0
    for letter in unicodedata.normalize("NFC", syllable.casefold()):
        base, tone = split_tone(letter)
        syllable_tone = tone or syllable_tone
        ranks.extend(_rank(part) for part in base)
    return tuple(ranks), syllable_tone


def _rank(letter: str) -> int:
    """Rank a letter of the alphabet, else its base letter (ü as u, the tie decides), else after them all."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return _RANK.get(letter) or _RANK.get(plain) or _OTHER + ord(letter)


def _part_code(part: NamePart) -> str:
    return "".join("".join(map(_rank_code, ranks)) + f"0{tone + 1}" for ranks, tone in part) + "00"


def _rank_code(rank: int) -> str:
    if rank < _OTHER:
        return str(10 + rank)
    point = rank - _OTHER
    return f"8{point:04d}" if point < 10_000 else f"9{point:07d}"


def _tie_code(normalised: str) -> str:
    return "".join(_point_code(ord(character)) for character in normalised)


def _point_code(point: int) -> str:
    """Return two digits for printable ASCII, six for what Vietnamese adds, nine for the rest, in order."""
    if point < 0x7F:
        return f"{point - 0x20:02d}"
    return f"95{point:04d}" if point < 10_000 else f"99{point:07d}"
