"""The words of awards: the lexicon of `data/awards.yaml`, and a text brought into its words in full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import yaml

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.words import key

_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+")
_D: Final = str.maketrans("đĐ", "dD")
_ELSE: Final = "else"  # stands for a word that only looks alike without its marks
_HEADS: Final = ("bk", "gk", "cstd", "ctd", "hc", "knc", "co", "ttld", "ld", "huyc", "bangkhen", "giaykhen")
_SPELLED: Final = {"sy": "si", "ki": "ky"}  # chiến sỹ, kỉ niệm
LONGEST: Final = 7  # words in a shortened form


@dataclass(frozen=True)
class Word:
    """A word in full, folded, and the place of the text it came from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Form:
    """A form of award by its words in full (folded). `code` "" where the law data has none."""

    words: str
    code: str = ""
    classes: str = ""
    by: str = ""
    certainty: float = 1.0
    only: str = ""
    other: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Lexicon:
    """`data/awards.yaml`, read once."""

    shortened: Mapping[tuple[str, ...], tuple[str, ...]]
    alone: Mapping[str, str]
    forms: Mapping[str, Form]
    anchors: re.Pattern[str]
    givers: Mapping[str, Mapping[str, Any]]
    levels: re.Pattern[str]
    level_of: Mapping[str, str]
    marked: Mapping[str, frozenset[str]]
    classes: Mapping[str, int]
    class_words: re.Pattern[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon of awards."""
    path = resources.files("thidua.registry.books") / "data" / "awards.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    forms = {form.words: form for form in map(_form, told["forms"])}
    levels = {key(said): level for level, groups in told["levels"].items() for said in _flat(groups)}
    classes = {key(said): int(number) for number, several in told["classes"].items() for said in several}
    return Lexicon(
        shortened={
            tuple(_SPELLED.get(word, word) for word in _TOKEN.findall(fold(short))): tuple(key(full).split())
            for short, full in told["shortened"].items()
        },
        alone={key(short): key(full) for short, full in told["alone"].items()},
        forms=forms,
        anchors=_any_of(forms),
        givers=told["givers"],
        levels=_any_of(levels),
        level_of=levels,
        marked={bare: frozenset(marked) for bare, marked in told["marked"].items()},
        classes=classes,
        class_words=re.compile(rf"\W*(?:{_longest_first(classes)})\b"),
    )


def words_in_full(text: str) -> list[Word]:
    """Return the words of a text in NFC, folded, each shortened form as its words in full."""
    known = lexicon()
    tokens = _tokens(text, known)
    words: list[Word] = []
    at = 0
    while at < len(tokens):
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            part = tokens[at : at + size]
            full = known.shortened.get(tuple(token.text for token in part))
            if full is None and size == 1:
                full = _glued(part[0].text)
            if full is not None:
                words.extend(Word(word, part[0].start, part[-1].end) for word in full)
                at += size
                break
        else:
            words.append(tokens[at])
            at += 1
    return _again(words, known)


def _again(words: list[Word], known: Lexicon) -> list[Word]:
    """Look once more over the words in full: «chiến sĩ thi đua» + «CS» stand together only now."""
    result: list[Word] = []
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 1, -1):
            part = words[at : at + size]
            full = known.shortened.get(tuple(word.text for word in part))
            if full is not None:
                result.extend(Word(word, part[0].start, part[-1].end) for word in full)
                at += size
                break
        else:
            result.append(words[at])
            at += 1
    return result


def _tokens(text: str, known: Lexicon) -> list[Word]:
    bare = "".join(_bare(letter) for letter in text)
    tokens = []
    for found in _TOKEN.finditer(bare):
        word, start, end = found.group(), found.start(), found.end()
        written = text[start:end].lower()
        meant = known.marked.get(word)
        if meant and not written.isascii() and unicodedata.normalize("NFC", written) not in meant:
            word = _ELSE
        word = _SPELLED.get(word, word)
        tokens.append(Word(word, start, end))
    return tokens


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """Return one letter for one letter, so that places stay: ế → e."""
    bare = unicodedata.normalize("NFD", letter)[:1].translate(_D).lower()
    return bare if len(bare) == 1 else " "


@lru_cache(maxsize=4096)
def _glued(token: str) -> tuple[str, ...] | None:
    """Return the words of short forms written as one («bkcttinh»), None where the pieces are not all known."""
    known = lexicon()
    head = next((head for head in _HEADS if token.startswith(head) and len(token) > len(head)), None)
    if head is None:
        return None
    rest = _pieces(token[len(head) :], known)
    if rest is None:
        return None
    start = known.shortened.get((head,), (head,))
    return (*start, *rest)


def _pieces(rest: str, known: Lexicon) -> tuple[str, ...] | None:
    if not rest:
        return ()
    vocabulary = {
        "tinh": ("tinh",),
        "capt": ("tinh",),
        "cap": ("cap",),
        "ct": ("chu", "tich"),
        "huyen": ("huyen",),
    }
    vocabulary |= {"ubnd": ("ubnd",), "ttg": ("thu", "tuong"), "cp": ("chinh", "phu"), "cs": ("co", "so")}
    vocabulary |= {
        "tq": ("toan", "quoc"),
        "bo": ("bo",),
        "xa": ("xa",),
        "td": ("thi", "dua"),
        "cua": ("cua",),
    }
    for piece in sorted(vocabulary, key=len, reverse=True):
        if rest.startswith(piece) and (after := _pieces(rest[len(piece) :], known)) is not None:
            return (*vocabulary[piece], *after)
    return None


def _form(row: Mapping[str, Any]) -> Form:
    return Form(
        words=key(row["words"]),
        code=row.get("code", ""),
        classes=row.get("classes", ""),
        by=row.get("by", ""),
        certainty=row.get("certainty", 1.0),
        only=row.get("only", ""),
        other=row.get("as"),
    )


def _flat(groups: Sequence[Any]) -> Iterable[str]:
    for each in groups:
        if isinstance(each, str):
            yield each
        else:
            yield from each


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_longest_first(words)})\b")


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
