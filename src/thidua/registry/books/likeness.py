"""Whether two tellings of a recipient may mean one: kinds, places, years of birth."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from thidua.core.vietnamese.fold import fold
from thidua.registry.enums import PEOPLE

ALIKE: Final = 88  # of 100: below it two places are two places
MOST_SLIPS: Final = 2  # letters between a name and its misspelling
_SHORTENED: Final = (
    (re.compile(r"\buy ban nhan dan\b"), "ubnd"),
    (re.compile(r"\btrung hoc co so\b"), "thcs"),
    (re.compile(r"\btrung hoc pho thong\b"), "thpt"),
    (re.compile(r"\bbenh vien da khoa\b"), "bvdk"),
    (re.compile(r"\bgiao duc va dao tao\b|\bgd ?& ?dt\b|\bgddt\b"), "gd dt"),
    (re.compile(r"[^\w]+"), " "),
)
_DIGITS: Final = re.compile(r"\d+")


@lru_cache(maxsize=131072)
def place_key(text: str) -> str:
    """Return a place for comparing: folded, its common words shortened."""
    plain = fold(text)
    for pattern, short in _SHORTENED:
        plain = pattern.sub(short, plain)
    return plain.strip()


@lru_cache(maxsize=131072)
def same_place(one: str, other: str) -> bool | None:
    """Tell whether two places are one; None where either is not told."""
    first, second = place_key(one), place_key(other)
    if not first or not second:
        return None
    if first == second:
        return True
    if _DIGITS.findall(first) != _DIGITS.findall(second):
        return False
    short, long = sorted((first.split(), second.split()), key=len)
    if len(short) > 1 and set(short) <= set(long):
        return True
    return bool(fuzz.token_sort_ratio(first, second) >= ALIKE)


def kind_group(kind: str) -> str:
    """Return the kind, one for all that are one human being."""
    return "person" if kind in PEOPLE else kind


def may_be_one(
    places: tuple[str, str], births: tuple[int | None, int | None], kinds: tuple[str, str]
) -> bool:
    """Tell whether nothing speaks against two of one name being one: kind, year of birth, place."""
    if kinds[0] and kinds[1] and kind_group(kinds[0]) != kind_group(kinds[1]):
        return False
    if births[0] and births[1] and births[0] != births[1]:
        return False
    return same_place(*places) is not False


def is_slip(one: str, other: str) -> bool:
    """Tell whether two folded names differ by one or two letters only."""
    if one == other or not one or not other or abs(len(one) - len(other)) > MOST_SLIPS:
        return False
    most = 1 if min(len(one), len(other)) < 9 else MOST_SLIPS
    return bool(DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most)
