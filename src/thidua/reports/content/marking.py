"""Marks at figures that are no facts, and the notes that say which of their values are meant.

One mark stands behind the last such figure of a sentence, so that «đạt 92,2% so với dự toán, bằng 136,3% so với cùng
kỳ» stays whole; its note names every value meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from thidua.reports.content.draft import DraftParagraph, FigurePiece, MarkPiece, Note, Piece, TextPiece
from thidua.reports.content.rendering import SENTENCE_END, capital
from thidua.reports.figures.bound import BoundFigure, FigurePart
from thidua.reports.wording import Words
from thidua.support.provenance import Provenance

_LONGEST: Final = 80
_ORIGINS: Final = (Provenance.TEST, Provenance.ILLUSTRATIVE)


class Notes:
    """The notes of a report, numbered as they come up; equal ones share a number."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._numbers: dict[str, int] = {}

    @property
    def all(self) -> tuple[Note, ...]:
        """Every note in the order of its number."""
        return tuple(Note(number, text) for text, number in self._numbers.items())

    def number_of(self, figures: Iterable[BoundFigure]) -> int:
        """Return the number of the note about these figures."""
        text = self._text([part for figure in figures for part in figure.marked_parts])
        return self._numbers.setdefault(text, len(self._numbers) + 1)

    def _text(self, parts: list[FigurePart]) -> str:
        sentences = []
        for origin in _ORIGINS:
            said = list(dict.fromkeys(self._said(part) for part in parts if part.provenance == origin))
            if said:
                words = self._words
                sentence = words.say("note", parts=words.series(said), origin=words.say(f"origin.{origin}"))
                sentences.append(capital(sentence))
        return " ".join(sentences)

    def _said(self, part: FigurePart) -> str:
        text = part.as_said or self._words.say("quoted", text=part.text)
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rstrip()}…”"


def marked(paragraphs: Iterable[DraftParagraph], notes: Notes) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each paragraph with marks; `notes` is filled on the way."""
    return tuple(tuple(_marked(paragraph.pieces, notes)) for paragraph in paragraphs)


def _marked(pieces: tuple[Piece, ...], notes: Notes) -> Iterator[Piece]:
    for sentence in _sentences(pieces):
        meant = [
            number
            for number, piece in enumerate(sentence)
            if isinstance(piece, FigurePiece) and piece.figure.needs_mark
        ]
        for number, piece in enumerate(sentence):
            yield piece
            if meant and number == meant[-1]:
                yield MarkPiece(notes.number_of(_figures(sentence, meant)))


def _figures(sentence: list[Piece], meant: list[int]) -> Iterator[BoundFigure]:
    for number in meant:
        piece = sentence[number]
        assert isinstance(piece, FigurePiece)
        yield piece.figure


def _sentences(pieces: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """Yield the pieces by sentence; a text in which a sentence ends belongs to that sentence."""
    sentence: list[Piece] = []
    for piece in pieces:
        sentence.append(piece)
        if isinstance(piece, TextPiece) and SENTENCE_END.search(piece.text):
            yield sentence
            sentence = []
    if sentence:
        yield sentence
