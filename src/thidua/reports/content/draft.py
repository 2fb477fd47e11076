"""A report as it reads: paragraphs of text and figures, notes on figures that are no facts, open points."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from thidua.core.language import Language
from thidua.core.vietnamese.numbers import NO_BREAK_SPACE
from thidua.reports.figures.bound import BoundFigure


@dataclass(frozen=True)
class TextPiece:
    """Words of the officer."""

    text: str


@dataclass(frozen=True)
class FigurePiece:
    """A figure as printed here: at the beginning of a sentence with a capital letter."""

    figure: BoundFigure
    text: str


@dataclass(frozen=True)
class MarkPiece:
    """The sign that leads to a note under the text."""

    number: int


@dataclass(frozen=True)
class OmittedPiece:
    """A clause that is not printed because figures in it have no record; only the officer sees it."""

    source: str
    places: tuple[str, ...]


Piece = TextPiece | FigurePiece | MarkPiece | OmittedPiece


@dataclass(frozen=True)
class SignOff:
    """Who agreed to a paragraph, and whether it still reads as it did then."""

    by: str
    at: datetime
    still_holds: bool


@dataclass(frozen=True)
class DraftParagraph:
    """A paragraph. `section` and `heading` stand above it with their numbers, "" where it continues."""

    key: str
    section: str
    heading: str
    field: str
    pieces: tuple[Piece, ...]
    section_number: int = 0
    heading_number: int = 0
    responsible: str = ""
    sign_off: SignOff | None = None

    @property
    def printed(self) -> tuple[TextPiece | FigurePiece | MarkPiece, ...]:
        """The pieces that every export prints."""
        return tuple(piece for piece in self.pieces if not isinstance(piece, OmittedPiece))

    @property
    def plain(self) -> str:
        """The text without marks."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, TextPiece | FigurePiece))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to print."""
        return not any(character.isalnum() for character in self.plain)

    @property
    def figures(self) -> tuple[BoundFigure, ...]:
        """The figures printed here, in order."""
        return tuple(piece.figure for piece in self.pieces if isinstance(piece, FigurePiece))

    @property
    def text_hash(self) -> str:
        """The hash of what a unit agrees to: heading and text, without the numbers of notes."""
        said = unicodedata.normalize("NFC", f"{self.heading}\n{self.plain}")
        return hashlib.sha256(said.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Note:
    """A note under the text: what of the figures is no fact."""

    number: int
    text: str


class CheckLevel(StrEnum):
    """An error holds a report back until it is mended or overruled; a warning is for reading."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Check:
    """An open point before publication: where it is, and what to do. `paragraph` is a key, "" for the whole."""

    level: CheckLevel
    code: str
    sentence: str
    paragraph: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Head:
    """What stands around the text on paper, and which version this is."""

    title: str
    unit: str
    issuer: str
    issuer_parent: str
    place: str
    year: int
    as_of: date
    number: str
    symbol: str
    document_date: date | None
    signer_post: str
    signer_name: str
    recipients: tuple[str, ...]
    author: str
    version: int = 0
    frozen_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """The whole report. `sha256` is that of the frozen content, "" for a draft."""

    language: Language
    head: Head
    paragraphs: tuple[DraftParagraph, ...]
    notes: tuple[Note, ...] = ()
    checks: tuple[Check, ...] = field(default=(), compare=False)
    sha256: str = ""

    @property
    def printed(self) -> tuple[DraftParagraph, ...]:
        """The paragraphs that have something to say."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.is_empty)

    @property
    def figures(self) -> dict[str, BoundFigure]:
        """Every printed figure by its place, in the order of the text."""
        return {figure.place: figure for paragraph in self.printed for figure in paragraph.figures}

    def paragraph(self, key: str) -> DraftParagraph:
        """Return the paragraph `key`; raises KeyError."""
        for paragraph in self.paragraphs:
            if paragraph.key == key:
                return paragraph
        raise KeyError(key)


def without_no_break_spaces(text: str) -> str:
    """Return the text with ordinary spaces, as it is searched and compared."""
    return text.replace(NO_BREAK_SPACE, " ")


def bound_spans(pieces: Iterable[Piece]) -> Iterator[tuple[int, int, BoundFigure]]:
    """Yield (start, end, figure) of each figure in the plain text of the pieces."""
    position = 0
    for piece in pieces:
        if isinstance(piece, TextPiece | FigurePiece):
            end = position + len(piece.text)
            if isinstance(piece, FigurePiece):
                yield position, end, piece.figure
            position = end
