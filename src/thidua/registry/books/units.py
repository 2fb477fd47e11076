"""The unit of the register that a cell of an old book means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Final

import yaml

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Unit
from thidua.orgs.queries.unit_index import UnitIndex, UnitNotFound
from thidua.registry.books.phrases import Phrases, tokens
from thidua.registry.books.words import key, one_line, trimmed

# Where the next larger unit begins without a comma: «xã Hiệp Hạ huyện Lộc Bình».
_LARGER: Final = re.compile(
    r"\s+(?=(?:huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn)\s+[^\W\d_])", re.IGNORECASE
)
_PROVINCE: Final = re.compile(r"[\s,]+(?:tỉnh|tinh)\s+[^,]+$", re.IGNORECASE)
_LONGEST: Final = 3


@dataclass(frozen=True)
class UnitFound:
    """The unit that words mean; None with the `candidates` where several fit, or none does.

    `certainty`: 1 as written, 0.9 with words put in full, 0.8 by a name of another day, 0.6 for the unit around a
    place that the register does not keep.
    """

    unit: Unit | None = None
    candidates: tuple[Unit, ...] = ()
    certainty: float = 0.0


def resolve(
    text: str,
    on: date,
    index: UnitIndex,
    spellings: Mapping[str, int] | None = None,
    *,
    within: bool = False,
) -> UnitFound:
    """Return the unit of `text` on a day; `spellings`: folded text → primary key, learned before, which wins.

    `within`: also the commune or district around a village or street that is no unit of the register.
    """
    said = trimmed(text)
    if not said:
        return UnitFound()
    for form in (fold(one_line(text)), fold(said), key(said)):
        if spellings and form in spellings and spellings[form] in index.units:
            return UnitFound(index.units[spellings[form]], certainty=1.0)
    for form, certainty in forms(said):
        if unit := _found(form, on, index):
            return UnitFound(unit, certainty=certainty)
    candidates: tuple[Unit, ...] = ()
    for form, _certainty in forms(said):
        ever = index.bearing(form) or index.bearing(form.partition(",")[0])
        if len(ever) == 1 and (not _above(form) or index.bearing(form)):
            return UnitFound(ever[0], certainty=0.8)
        candidates = candidates or tuple(ever)
    if within and (around := _around(said)):
        found = resolve(around, on, index, spellings, within=True)
        return UnitFound(found.unit, found.candidates, min(found.certainty, 0.6))
    return UnitFound(candidates=candidates[:5])


@lru_cache(maxsize=16384)
def forms(text: str) -> tuple[tuple[str, float], ...]:
    """Return how the unit may be named in the register, likeliest first, each with how certain that is."""
    likeliest: dict[str, float] = {}
    for form, certainty in _forms(text):
        likeliest.setdefault(form, certainty)
    return tuple(likeliest.items())


def _forms(text: str) -> Iterator[tuple[str, float]]:
    yield text, 1.0
    full = in_full(text)
    for form, certainty in ((text, 0.95), (full, 0.9)):
        yield form, certainty
        own, larger = _parts(form)
        if larger:
            yield f"{own}, {larger}", certainty
        bare = _PROVINCE.sub("", form)
        yield bare, certainty
        led = _place_led(bare)
        if led:
            yield led, 0.9
            own, larger = _parts(led)
            yield (f"{own}, {larger}" if larger else own), 0.9


def in_full(text: str) -> str:
    """Return the text with shortened words in full («TP Lạng Sơn» → «thành phố Lạng Sơn»); other words as written."""
    known, words, parts, at, last = _words(), tokens(text), [], 0, 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            full = known.get(" ".join(word.bare for word in words[at : at + size]))
            if full and _is_short(words[at].text, at + size < len(words)):
                dot = text[words[at + size - 1].end : words[at + size - 1].end + 1] == "."
                parts += [text[last : words[at].start], full]
                last = words[at + size - 1].end + dot
                at += size
                break
        else:
            at += 1
    return " ".join("".join([*parts, text[last:]]).split())


def _is_short(word: str, has_more: bool) -> bool:
    return word.isupper() and (len(word) > 1 or has_more)


def _parts(text: str) -> tuple[str, str]:
    """Return the unit's own name and the next larger unit, "" for none."""
    own, *above = [part.strip() for part in _LARGER.sub(", ", text).split(",") if part.strip()] or [text]
    return own, above[0] if above else ""


def _place_led(text: str) -> str:
    words = tokens(text)
    size = _led().length_at(words)
    return text[words[size].start :] if 0 < size < len(words) else ""


def _above(text: str) -> str:
    return _parts(_PROVINCE.sub("", text))[1]


def _around(text: str) -> str:
    """Return what stands behind the first part of an address that lies below a commune."""
    own, comma, rest = _LARGER.sub(", ", text).partition(",")
    return rest.strip() if comma and _below().length_at(tokens(own)) else ""


def _found(text: str, on: date, index: UnitIndex) -> Unit | None:
    whole = index.bearing(text, on) if "," in text else []  # «Sở Văn hóa, Thể thao và Du lịch» is one name
    if len(whole) == 1:
        return whole[0]
    try:
        return index.find(text, on)
    except UnitNotFound:
        return None


@lru_cache(maxsize=1)
def _told() -> dict[str, object]:
    path = resources.files("thidua.registry.books") / "data" / "units.yaml"
    told: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    said = _told()["words"]
    assert isinstance(said, dict)
    return {" ".join(token.bare for token in tokens(short)): full for short, full in said.items()}


@lru_cache(maxsize=1)
def _led() -> Phrases:
    said = _told()["led"]
    assert isinstance(said, list)
    return Phrases(said)


@lru_cache(maxsize=1)
def _below() -> Phrases:
    said = _told()["below"]
    assert isinstance(said, list)
    return Phrases(said)
