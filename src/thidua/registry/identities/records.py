"""Lines about human beings as columns for linkage: what is compared, and the keys that bring pairs together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line

_HONORIFIC: Final = re.compile(
    r"^(?:hộ gia đình|gia đình|hộ|ông|bà|anh|chị|đồng chí|đ/c|ho gia dinh|gia dinh)\s+", re.IGNORECASE
)
_NO_LETTER: Final = re.compile(r"[^0-9a-z ]+")
# Beginnings of folded posts that are one trade or rank, the longest first.
_POST_FAMILIES: Final = {
    "pho ": "deputy",
    "chu tich": "head",
    "giam doc": "head",
    "hieu truong": "head",
    "truong thon": "village",
    "truong ban": "head",
    "truong": "head",
    "bi thu": "head",
    "giao vien": "teacher",
    "giang vien": "teacher",
    "bac si": "medicine",
    "dieu duong": "medicine",
    "y si": "medicine",
    "y ta": "medicine",
    "duoc si": "medicine",
    "cong nhan": "worker",
    "lai xe": "worker",
    "bao ve": "worker",
    "nong dan": "farmer",
    "chuyen vien": "office",
    "can bo": "office",
    "nhan vien": "office",
    "cong chuc": "office",
    "ke toan": "office",
    "van thu": "office",
}


@dataclass(frozen=True)
class Line:
    """One side of a pair as it is written: a person, or awards that say the same of somebody.

    `birth_date`: ISO or ""; `birth_year`: 0 when not known. `place`: id of a unit, 0 unknown; `area`: what
    stands for the surroundings of the place whatever the years (its place of today), 0 unknown. `sex`: "m", "f" or "".
    """

    name: str
    birth_date: str = ""
    birth_year: int = 0
    place: int = 0
    area: int = 0
    unit_text: str = ""
    post: str = ""
    year: int = 0
    sex: str = ""


Columns = dict[str, list[Any]]


def columns_of(lines: Iterable[Line]) -> Columns:
    """Return the columns that the linkage model reads, `unique_id` the place of the line; None for unknown."""
    found: Columns = {name: [] for name in COLUMNS}
    append = [found[name].append for name in _OF_A_LINE]
    for place, line in enumerate(lines):
        values = _values(line)
        found["unique_id"].append(place)
        for add, value in zip(append, values, strict=True):
            add(value)
    _count_names(found)
    return found


_OF_A_LINE: Final = (
    *("name_marked", "name_folded", "name_joined", "letters"),
    *("surname", "given", "ending", "beginning", "outer", "initial"),
    *(
        "birth_date",
        "birth_turned",
        "birth_key",
        "birth_year",
        "place",
        "area",
        "unit_text",
        "post_family",
        "post",
        "sex",
    ),
)
COLUMNS: Final = ("unique_id", *_OF_A_LINE, "name_count", "oddest")


def written_name(name: str) -> str:
    """Return the name without forms of address, in small letters, marks kept."""
    return clean_line(_HONORIFIC.sub("", clean_line(name))).lower()


@lru_cache(maxsize=400_000)
def _name_values(name: str) -> tuple[str | None, ...]:
    marked = written_name(name)
    folded = _NO_LETTER.sub(" ", fold(marked)).strip()
    words = folded.split()
    if not words:
        return (None,) * 10
    joined = "".join(words)
    return (
        _toneless_place(marked),
        " ".join(words),
        joined,
        "".join(sorted(joined)),
        words[0],
        words[-1],
        " ".join(words[1:]) or None,
        " ".join(words[:-1]) or None,
        f"{words[0]} {words[-1]}",
        words[-1][0],
    )


def _toneless_place(marked: str) -> str:
    """«hoà» and «hòa» are one spelling: the tone goes to the end of its word."""
    words = []
    for word in marked.split():
        letters = unicodedata.normalize("NFD", word)
        tones = [one for one in letters if one in "\u0300\u0301\u0303\u0309\u0323"]
        bare = "".join(one for one in letters if one not in tones)
        words.append(unicodedata.normalize("NFC", bare) + "".join(tones))
    return " ".join(words)


def _values(line: Line) -> tuple[Any, ...]:
    date = line.birth_date if len(line.birth_date) == 10 else ""
    year = line.birth_year or (int(date[:4]) if date else 0)
    turned = f"{date[:5]}{date[8:]}-{date[5:7]}" if date else None
    post = fold(line.post)
    return (
        *_name_values(line.name),
        date or None,
        turned,
        min(date, turned) if turned else None,
        year or None,
        line.place or None,
        line.area or None,
        fold(line.unit_text) or None,
        _post_family(post),
        post or None,
        line.sex or None,
    )


@lru_cache(maxsize=20_000)
def _post_family(post: str) -> str | None:
    if not post:
        return None
    return next((family for start, family in _POST_FAMILIES.items() if post.startswith(start)), post)


def _count_names(columns: Columns) -> None:
    """How often a whole name stands there, and in how many lines its rarest word does, within a million."""
    names: Sequence[str | None] = columns["name_folded"]
    counted = Counter(names)
    words: Counter[str] = Counter()
    for name, times in counted.items():
        for word in set((name or "").split()):
            words[word] += times
    total = max(len(names), 1)
    rarest = {
        name: int(min((words[word] for word in name.split()), default=0) * 1_000_000 / total)
        for name in counted
        if name is not None
    }
    columns["name_count"] = [counted[name] for name in names]
    columns["oddest"] = [None if name is None else rarest[name] for name in names]
