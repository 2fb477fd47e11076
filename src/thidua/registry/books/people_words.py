"""The lexicon of `data/people.yaml`: honorifics, posts, organisations, places, family names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.phrases import Phrases, Token, tokens


@dataclass(frozen=True)
class PeopleLexicon:
    """`data/people.yaml`, read once."""

    honorifics: Phrases
    sexes: Mapping[str, bool | None]  # folded honorific → a woman
    households: Phrases
    posts: Phrases
    short_posts: frozenset[str]
    fields: Phrases
    organisations: Phrases
    short_organisations: frozenset[str]
    places: Phrases
    place_marks: frozenset[str]
    bodies: Phrases
    surnames: frozenset[str]
    bare_surnames: frozenset[str]
    middle_names: frozenset[str]

    def post_at(self, words: Sequence[Token], at: int = 0) -> int:
        """Return how many words of a post begin at `at`; 0 for none."""
        if at >= len(words):
            return 0
        if (size := self.posts.length_at(words, at)) > 0:
            return size
        if words[at].text in self.short_posts:
            return int(words[at].text not in self.place_marks or self._is_post_here(words, at))
        pair = ".".join(word.text for word in words[at : at + 2])
        return 2 if pair in self.short_posts else 0

    def _is_post_here(self, words: Sequence[Token], at: int) -> bool:
        """Tell whether «TP» is a head of department: nothing or a field follows, not the name of a town."""
        return at + 1 == len(words) or self.fields.length_at(words, at + 1) > 0

    def organisation_at(self, words: Sequence[Token], at: int = 0) -> int:
        """Return how many words begin an organisation or a place at `at`; 0 for none."""
        if at >= len(words):
            return 0
        size = max(self.organisations.length_at(words, at), self.places.length_at(words, at))
        if at and self.fields.length_at(words, at) > size:
            return 0
        if size or at + 1 >= len(words):
            return size
        if words[at].text in self.short_organisations:
            return 1
        return int(words[at].text in self.place_marks and at + 1 < len(words) and words[at + 1].is_capital)

    def is_place(self, words: Sequence[Token]) -> bool:
        """Tell whether the words are a place («thôn …», «huyện …»), and no organisation with a longer name."""
        if not words:
            return False
        if self.fields.length_at(words) > 1:
            return False
        size = self.places.length_at(words) or int(words[0].text in self.place_marks and len(words) > 1)
        return 0 < size >= self.organisations.length_at(words)


@lru_cache(maxsize=1)
def people_lexicon() -> PeopleLexicon:
    """Return the lexicon of people."""
    path = resources.files("thidua.registry.books") / "data" / "people.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    surnames = [*_flat(told["surnames"])]
    return PeopleLexicon(
        honorifics=Phrases(told["honorifics"]),
        sexes={" ".join(word.bare for word in tokens(said)): sex for said, sex in told["honorifics"].items()},
        households=Phrases(told["households"]),
        posts=Phrases(_flat(told["posts"])),
        short_posts=frozenset(_flat(told["short_posts"])),
        fields=Phrases(_flat(told["fields"])),
        organisations=Phrases(_flat(told["organisations"])),
        short_organisations=frozenset(told["short_organisations"]),
        places=Phrases(_flat(told["places"])),
        place_marks=frozenset(told["place_marks"]),
        bodies=Phrases(_flat(told["bodies"])),
        surnames=frozenset(tokens(name)[0].low for name in surnames),
        bare_surnames=frozenset(fold(name).split()[0] for name in surnames),
        middle_names=frozenset(fold(name) for name in told["middle_names"]),
    )


def _flat(groups: Iterable[Any]) -> Iterable[str]:
    for each in groups:
        if isinstance(each, list):
            yield from map(str, each)
        else:
            yield str(each)
