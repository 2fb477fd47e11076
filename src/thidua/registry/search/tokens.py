"""The words that may stand before a colon, and the short forms people type; both are data a clerk can read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import yaml

from thidua.core.vietnamese.fold import fold

_DATA: Final = resources.files(__package__) / "data"
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Tokens:
    """`written`: token → its Vietnamese form. `read`: any of its forms, bare → token. `values`: token → bare → value.

    `said`: token → value → its Vietnamese form.
    """

    written: Mapping[str, str]
    read: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    said: Mapping[str, Mapping[str, str]]


def bare(text: str) -> str:
    """Return the text folded, without blanks, hyphens and other signs: «Quyết-định» → "quyetdinh"."""
    return _NOT_LETTERS.sub("", fold(text))


@lru_cache(maxsize=1)
def tokens() -> Tokens:
    """Return what data/tokens.yaml says."""
    said: dict[str, Any] = _read("tokens.yaml")
    lists: dict[str, dict[str, list[str]]] = said.pop("values")
    values = {
        token: {bare(form): value for value, forms in known.items() for form in forms}
        for token, known in lists.items()
    }
    shown = {token: {value: forms[0] for value, forms in known.items()} for token, known in lists.items()}
    read = {bare(form): token for token, one in said.items() for form in (one["vi"], *one["also"])}
    return Tokens({token: one["vi"] for token, one in said.items()}, read, values, shown)


@lru_cache(maxsize=1)
def short_names() -> dict[str, tuple[str, ...]]:
    """Return the short forms in names of recipients → what they stand for, folded."""
    return _short("names")


@lru_cache(maxsize=1)
def short_awards() -> dict[str, tuple[str, ...]]:
    """Return the short forms of awards → what they stand for, folded."""
    return _short("awards")


def _short(part: str) -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = _read("abbreviations.yaml")[part]
    return {bare(short): tuple(fold(meaning) for meaning in meanings) for short, meanings in known.items()}


def _read(name: str) -> Any:
    return yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))
