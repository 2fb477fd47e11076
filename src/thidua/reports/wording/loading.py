"""The wording files `closing.vi.yaml` and `closing.en.yaml`, read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

from thidua.core.language import Language
from thidua.reports.wording.words import Words


class Titled(Protocol):
    """A movement, as far as the wording needs to know it."""

    slug: str
    kind: str


@dataclass(frozen=True)
class Sentence:
    """One sentence; with `each_movement` it is said of every movement whose kind is among `kinds`."""

    text: str
    each_movement: bool = False
    kinds: frozenset[str] = frozenset()

    def written_for(self, movements: Iterable[Titled]) -> list[str]:
        """Return the sentence as it stands in a paragraph, once or once for each movement."""
        if not self.each_movement:
            return [self.text]
        return [
            self.text.replace("{movement.", f"{{movement.{movement.slug}.")
            for movement in movements
            if movement.kind in self.kinds
        ]


@dataclass(frozen=True)
class WordedParagraph:
    """A paragraph of the file: its key, the titles above it, the field that signs it off, its sentences."""

    key: str
    section: str
    heading: str
    field: str
    sentences: tuple[Sentence, ...]

    def text_for(self, movements: Iterable[Titled]) -> str:
        """Return the paragraph's text with places, the sentences about movements written out for each."""
        known = list(movements)
        return " ".join(text for sentence in self.sentences for text in sentence.written_for(known))


@dataclass(frozen=True)
class Wording:
    """A whole wording file."""

    language: Language
    title: str
    paragraphs: tuple[WordedParagraph, ...]
    words: Words
    document: Words

    def paragraph(self, key: str) -> WordedParagraph | None:
        """Return the paragraph `key`, or None where the file has none such."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.key == key), None)


@cache
def wording(language: Language) -> Wording:
    """Return the wording of the closing report in a language."""
    path = Path(__file__).with_name(f"closing.{language}.yaml")
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Wording(
        language=language,
        title=read["title"],
        paragraphs=tuple(_paragraph(entry) for entry in read["paragraphs"]),
        words=Words(read["words"]),
        document=Words(read["document"]),
    )


def _paragraph(entry: dict[str, Any]) -> WordedParagraph:
    return WordedParagraph(
        key=entry["key"],
        section=entry.get("section", ""),
        heading=entry.get("heading", ""),
        field=entry.get("field", ""),
        sentences=tuple(_sentence(sentence) for sentence in entry["sentences"]),
    )


def _sentence(entry: str | dict[str, Any]) -> Sentence:
    if isinstance(entry, str):
        return Sentence(entry)
    return Sentence(entry["text"], each_movement=entry["each"] == "movement", kinds=frozenset(entry["kinds"]))
