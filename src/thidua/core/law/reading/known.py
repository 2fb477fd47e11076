"""What a law file may refer to, collected before the files that refer to it are read."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from thidua.core.language import Wording
from thidua.core.law.provisions import LegalText, Reading
from thidua.core.law.reading.sentences import sentence

T = TypeVar("T")

# The vocabularies that the other files draw their codes from.
VOCABULARIES = (
    "grades", "scopes", "influences", "launchers", "reviews", "discipline_levels", "recipient_kinds",
    "commendation_types", "authorities", "degrees", "invention_levels", "kinds", "levels", "certainties",
    "posts", "service_periods", "organisers", "units",
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The vocabularies: words by code, other spellings, what a wide code takes in."""

    words: Mapping[str, Mapping[str, Wording]] = field(default_factory=dict)
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    members: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    general_kind: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """Texts, vocabularies, settings and award codes of the book that is being read.

    `text_codes` is known before `texts`, which refer to each other.
    """

    words: Words = field(default_factory=Words)
    text_codes: frozenset[str] = frozenset()
    texts: Mapping[str, LegalText] = field(default_factory=dict)
    settings: Mapping[str, Reading] = field(default_factory=dict)
    awards: frozenset[str] = frozenset()


def meant(typed: str, among: Iterable[str], *, otherwise: str = "nothing_near") -> Wording:
    """Return «: did you mean “x”?» for the nearest of the known codes; the other end when none is near."""
    near = difflib.get_close_matches(typed, sorted(among), n=1)
    return sentence("near", near=near[0]) if near else sentence(otherwise)


def frozen(mapping: dict[str, T]) -> Mapping[str, T]:
    """Return a mapping that nobody can change."""
    return MappingProxyType(mapping)
