"""The text of an article in parts, as an editor finds them on the desk."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from django.utils.translation import gettext as _

from thidua.portal.figures.codes import FigureCode, codes_in
from thidua.portal.models import Article

# As html.unescape reads references of characters.
_REFERENCE: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_LINES: Final = frozenset({"p", "li", "br", "h2", "h3", "h4", "ul", "ol"})


@dataclass(frozen=True)
class Source:
    """Where a text is kept: a field of the article; in the body the block (from 0), and its part if it has several.

    `is_rich` says that it is kept with markup.
    """

    field: str
    block: int | None = None
    inner: str = ""
    is_rich: bool = False


@dataclass(frozen=True)
class Part:
    """A stretch of text: `place` says where it stands, `takes_figures` whether codes may stand in it."""

    place: str
    text: str
    source: Source
    takes_figures: bool = True
    language: str = "vi"


def parts_of(article: Article) -> list[Part]:
    """Return everything that is read of an article, in reading order, without markup; empty parts are left out."""
    paragraph = _("paragraph %(number)s")
    parts = [
        Part(_("title"), article.title, Source("title"), takes_figures=False),
        Part(_("full title"), article.full_title, Source("full_title"), takes_figures=False),
        Part(_("lead"), article.lead, Source("lead"), takes_figures=False),
        Part(_("caption of the photo"), article.photo_caption, Source("photo_caption"), takes_figures=False),
    ]
    for index, block in enumerate(article.body):
        place = paragraph % {"number": index + 1}
        parts += [
            Part(place, text, Source("body", index, inner, is_rich))
            for text, inner, is_rich in _texts(block.block_type, block.value)
        ]
    english = Source("body_en", is_rich=True)
    parts.append(Part(_("text in English"), plain_text(article.body_en), english, language="en"))
    return [part for part in parts if part.text.strip()]


def codes_of(article: Article) -> tuple[FigureCode, ...]:
    """Return the codes that stand in an article, in order, each once."""
    return codes_in(part.text for part in parts_of(article) if part.takes_figures)


def plain_text(source: str) -> str:
    """Return the words of a rich text, a line for each paragraph and each point of a list."""
    return "".join(sign for sign, _start, _end in signs_of(source))


def signs_of(source: str) -> list[tuple[str, int, int]]:
    """Return the signs of `plain_text`, each with its span in the rich text; the end of a line has an empty one."""
    reader = _Words(source or "")
    lines: list[list[tuple[str, int, int]]] = [[]]
    for sign in reader.signs:
        if sign[0] == "\n":
            lines.append([])
        else:
            lines[-1].append(sign)
    said = [line for line in lines if any(not sign.isspace() for sign, _start, _end in line)]
    text: list[tuple[str, int, int]] = []
    for line in said:
        if text:
            text.append(("\n", text[-1][2], text[-1][2]))
        text += line
    return text


def _texts(kind: str, value: object) -> Iterator[tuple[str, str, bool]]:
    """Yield the texts of a block, each with the name of its part in the block and whether it has markup."""
    if kind == "heading":
        yield str(value), "", False
    elif kind == "paragraph":
        yield plain_text(value.source), "", True  # type: ignore[attr-defined]
    elif kind == "quote":
        yield value["words"], "words", False  # type: ignore[index]
    elif kind == "photo":
        yield value["caption"], "caption", False  # type: ignore[index]


class _Words(HTMLParser):
    """Gathers the signs of a text, each with its span in the source."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.signs: list[tuple[str, int, int]] = []
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.signs.append(("\n", self._place(), self._place()))

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        place, left = self._place(), len(data)
        while left > 0:
            reference = _REFERENCE.match(self._source, place)
            written = reference.group() if reference else self._source[place]
            said = html.unescape(written)
            self.signs += [(sign, place, place + len(written)) for sign in said]
            place, left = place + len(written), left - len(said)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
