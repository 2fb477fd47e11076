"""The text of an article in parts, as an editor finds them on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from django.utils.translation import gettext as _

from thidua.portal.figures.codes import FigureCode, codes_in
from thidua.portal.models import Article

_LINES: Final = frozenset({"p", "li", "br", "h2", "h3", "h4", "ul", "ol"})


@dataclass(frozen=True)
class Part:
    """A stretch of text: `place` says where it stands, `takes_figures` whether codes may stand in it."""

    place: str
    text: str
    takes_figures: bool = True
    language: str = "vi"


def parts_of(article: Article) -> list[Part]:
    """Return everything that is read of an article, in reading order, without markup; empty parts are left out."""
    paragraph = _("paragraph %(number)s")
    parts = [
        Part(_("title"), article.title, takes_figures=False),
        Part(_("full title"), article.full_title, takes_figures=False),
        Part(_("lead"), article.lead, takes_figures=False),
        Part(_("caption of the photo"), article.photo_caption, takes_figures=False),
    ]
    for number, block in enumerate(article.body, start=1):
        parts += [
            Part(paragraph % {"number": number}, text) for text in _texts(block.block_type, block.value)
        ]
    parts.append(Part(_("text in English"), plain_text(article.body_en), language="en"))
    return [part for part in parts if part.text.strip()]


def codes_of(article: Article) -> tuple[FigureCode, ...]:
    """Return the codes that stand in an article, in order, each once."""
    return codes_in(part.text for part in parts_of(article) if part.takes_figures)


def plain_text(source: str) -> str:
    """Return the words of a rich text, a line for each paragraph and each point of a list."""
    reader = _Words()
    reader.feed(source or "")
    reader.close()
    lines = "".join(reader.words).split("\n")
    return "\n".join(line for line in lines if line.strip())


def _texts(kind: str, value: object) -> Iterator[str]:
    if kind == "heading":
        yield str(value)
    elif kind == "paragraph":
        yield plain_text(value.source)  # type: ignore[attr-defined]
    elif kind == "quote":
        yield value["words"]  # type: ignore[index]
    elif kind == "photo":
        yield value["caption"]  # type: ignore[index]


class _Words(HTMLParser):
    """Gathers the words of a text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
