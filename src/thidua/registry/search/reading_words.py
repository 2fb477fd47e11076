"""Which words a name may hold, given what was typed: short forms, titles, initials, left-over keys of Telex or VNI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.models.word_lookup import all_of
from thidua.registry.search.tokens import short_names
from thidua.registry.search.vocabulary import Vocabulary, vocabulary

MOST_EXPRESSIONS: Final = 12  # ways to read the short forms of one search
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]?\.?")
_TITLES: Final = re.compile(
    r"^(?:(?:đồng chí|đ/c|đc|ông/bà|ông|bà|anh|chị|cụ|em|thầy giáo|cô giáo|thầy|cô|bác sĩ|nhà giáo|nghệ nhân)"
    r"[.:]?\s+)+(?=\S+\s+\S)",
    re.IGNORECASE,
)
# Telex: f s r x j after a vowel are tones, z takes one away, w and doubled letters are marks. VNI: digits.
_TELEX_TONE: Final = re.compile(r"(?<=[aeiouyw])[sfrxjz]|(?<=[a-z])[sfrxjz]$")
_TELEX_LETTER: Final = re.compile(r"(aa|ee|oo|dd)|(?<=[aou])w")
_VNI: Final = re.compile(r"[a-z]+[a-z0-9]*[0-9][a-z0-9]*")


def without_title(text: str) -> str:
    """Return the text without what people are addressed by before it: «Ông Nguyễn Văn An» → «Nguyễn Văn An»."""
    return _TITLES.sub("", clean_line(text))


def expressions_of(text: str, words: list[str]) -> tuple[str, ...]:
    """Return the expressions that a name has all words, one way or another; the last may be a beginning."""
    known = vocabulary()
    last_begins = words[-1] not in known and len(words[-1]) > 1
    ways = [list(words)] if not _INITIALS.fullmatch(text.strip()) else []
    if len(words) == 2 and text.lower().startswith(("ông ", "bà ")):
        ways.append(words[1:])
    if (typed := _keys_read(words, known)) is not None:
        ways.append(typed)
    ways += islice(_written_out(words), MOST_EXPRESSIONS)
    expressions = [all_of(way, last_begins=last_begins and way[-1] == words[-1]) for way in ways]
    if (initials := _initials(text)) is not None:
        expressions.append(initials)
    return tuple(dict.fromkeys(expressions))


def keys_read(word: str) -> str:
    """Return the letters that keys of Telex or VNI left in a folded word stand for: «thuj», «thu5» → «thu»."""
    if _VNI.fullmatch(word):
        return re.sub(r"[0-9]", "", word)
    without = _TELEX_TONE.sub("", word)
    without = _TELEX_LETTER.sub(lambda match: match[0][0] if match[1] else "", without)
    return without.replace("w", "u")


def _keys_read(words: list[str], known: Vocabulary) -> list[str] | None:
    """Return the words with those unknown read as keys of an input method, None where that makes no known one."""
    read = [word if word in known else keys_read(word) for word in words]
    if read == words or not all(new in known for new, old in zip(read, words, strict=True) if new != old):
        return None
    return read


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
