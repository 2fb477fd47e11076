"""Several recipients in one cell: line breaks, «;», numbers, «và» between two persons."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from thidua.registry.books.kinds import is_couple, looks_like_name
from thidua.registry.books.people_words import people_lexicon
from thidua.registry.books.person_cells import is_person, split_honorific
from thidua.registry.books.phrases import tokens
from thidua.registry.books.posts import begins_unit, cut
from thidua.registry.books.words import is_nothing, tidy, trimmed
from thidua.registry.enums import RecipientKind

_NUMBER: Final = re.compile(r"(?:^|(?<=\s)|(?<=[;,]))(?P<number>\d{1,2})\s*[.)]\s+(?=[^\W\d_])")
_BULLET: Final = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-–+•*●▪])\s*")
_AND: Final = re.compile(r"\s+(?:và|va|cùng với|&|\+)\s+", re.IGNORECASE)
# «Các ông, bà: A, B», «Các đồng chí: A; B»
_TOGETHER: Final = re.compile(
    r"^\s*(?:các\s+(?:ông|bà|anh|chị|em|đồng chí|đ/c|cá nhân|hộ)|ông|bà)"
    r"(?:\s*[,/]\s*(?:ông|bà|anh|chị|em)|\s+(?:và|bà))*\s*:\s*"
    r"|^\s*các\s+(?:ông|bà|đồng chí|đ/c|cá nhân)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_ONE_LINE: Final = re.compile(r"[\n;]|\s(?:và|va|&|\+|cùng)\s|\d\s*[.)]\s|,", re.IGNORECASE)


def split_many(text: str, kind: str = "") -> list[str]:
    """Return the texts of the recipients of one cell, each with the post and unit that belong to it.

    A couple («Ông A và bà B») is one household unless `kind` says that persons stand here; «Phòng Tổ chức và Cán bộ»
    is one. Nothing for an empty cell.
    """
    if is_nothing(text):
        return []
    if not _ONE_LINE.search(text):
        return [text]
    return list(_split(text, kind))


@lru_cache(maxsize=16384)
def _split(text: str, kind: str) -> tuple[str, ...]:
    line = _TOGETHER.sub("", tidy(text))
    for way in (_numbered, _by_lines, _by_semicolons):
        parts = way(line, kind)
        if len(parts) > 1:
            return tuple(one for part in parts for one in _split(part, kind))
    if kind == RecipientKind.COLLECTIVE:
        return (line,)
    return tuple(_joined_by_and(line, kind) or _names_in_a_row(line, kind) or (line,))


def _numbered(text: str, _kind: str) -> list[str]:
    """Return the parts of «1. … 2. …», whose numbers must count up from 1."""
    marks = list(_NUMBER.finditer(text))
    if len(marks) < 2 or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return [text]
    if text[: marks[0].start()].strip():
        return [text]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].strip(" \n;,") for mark, end in zip(marks, ends, strict=True)]


def _by_lines(text: str, kind: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip(" ;,.-")]
    if len(lines) < 2:
        return [text]
    if all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line) for line in lines]
    if all(line.rstrip().endswith(";") for line in lines[:-1]):
        return lines
    starts = [at for at, line in enumerate(lines) if _begins_recipient(line, kind)]
    if kind == RecipientKind.COLLECTIVE or len(starts) < 2 or starts[0] != 0:
        return [text]
    if kind == RecipientKind.HOUSEHOLD and is_couple(" và ".join(lines[:2])) and len(starts) == 2:
        return [text]
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _by_semicolons(text: str, kind: str) -> list[str]:
    parts = [part for part in map(trimmed, text.split(";")) if part]
    if len(parts) < 2:
        return [text]
    if kind == RecipientKind.COLLECTIVE:
        return parts if all(begins_unit(part) for part in parts) else [text]
    return parts if all(_begins_recipient(part, kind) for part in parts) else [text]


def _begins_recipient(line: str, kind: str) -> bool:
    """Tell whether a line begins with somebody: an honorific and a name, a name, a household."""
    first = re.split(r"[,;(\n:]|\s-\s", _BULLET.sub("", line).strip(), maxsplit=1)[0]
    if is_person(first):
        return True
    honorific, rest, _woman = split_honorific(first)
    if honorific and 1 < len(tokens(rest)) < 7 and not begins_unit(rest):
        return True
    if honorific and re.match(r"(?:[^\W\d_]\.)+\s?[^\W\d_]*$", rest):
        return True  # «Ông N.V.H»
    return kind != RecipientKind.INDIVIDUAL and people_lexicon().households.length_at(tokens(first)) > 0


def _joined_by_and(text: str, kind: str) -> list[str]:
    """Return two or more persons joined by «và», each with an honorific or a whole name, and what stands behind."""
    parts = _AND.split(text)
    if len(parts) < 2 or not all(_begins_recipient(part, RecipientKind.INDIVIDUAL) for part in parts):
        return []
    if kind != RecipientKind.INDIVIDUAL and (is_couple(text) or kind == RecipientKind.HOUSEHOLD):
        return []
    heads = [one for part in parts[:-1] for one in (_names_in_a_row(part, kind) or [part])]
    name, comma, rest = parts[-1].partition(",")
    shared = f"{comma}{rest}" if comma else ""
    return [*(head if "," in head else f"{head}{shared}" for head in heads), f"{name}{shared}"]


def _names_in_a_row(text: str, kind: str) -> list[str]:
    """Return «A, B, C» as three persons, each with the post and unit that stand behind the last."""
    if kind == RecipientKind.HOUSEHOLD or (kind != RecipientKind.INDIVIDUAL and is_couple(text)):
        return []
    parts = cut(text)
    count = 0
    while count < len(parts) and _is_whole_name(parts[count]):
        count += 1
    if count < 2 or any(is_person(part) for part in parts[count:]):
        return []
    shared = ", ".join(parts[count:])
    return [f"{name}, {shared}" if shared else name for name in parts[:count]]


def _is_whole_name(part: str) -> bool:
    honorific, rest, _woman = split_honorific(part)
    return looks_like_name(rest if honorific else part)
