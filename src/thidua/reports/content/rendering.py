"""Paragraph text with places → pieces with figures, tidied as a careful typist would."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from thidua.reports.content.draft import FigurePiece, OmittedPiece, Piece, TextPiece
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.wording.markup import Clause, Node, Place, Prose, places_of

SENTENCE_END: Final = re.compile(r"[.!?…][”»\")\]]*(?=\s|$)")
_SPACES = re.compile(r" {2,}")


def rendered(nodes: Iterable[Node], figures: Mapping[str, BoundFigure]) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph; `figures` holds one for every place of the nodes."""
    return tuple(_capitalised(_tidied(_filled(nodes, figures))))


def _filled(nodes: Iterable[Node], figures: Mapping[str, BoundFigure]) -> Iterator[Piece]:
    for node in nodes:
        if isinstance(node, Prose):
            yield TextPiece(node.text)
        elif isinstance(node, Place):
            figure = figures[node.name]
            yield FigurePiece(figure, figure.text)
        elif without := _missing(node, figures):
            yield OmittedPiece(node.source, without)
        else:
            yield from _filled(node.nodes, figures)


def _missing(clause: Clause, figures: Mapping[str, BoundFigure]) -> tuple[str, ...]:
    """Return the places without a record for which the clause is left out.

    A clause within the clause falls away by itself, unless the clause holds no figure but those within.
    """
    own = [node.name for node in clause.nodes if isinstance(node, Place)]
    if own:
        return tuple(dict.fromkeys(name for name in own if figures[name].is_missing))
    inner = tuple(dict.fromkeys(places_of(clause.nodes)))
    return inner if all(figures[name].is_missing for name in inner) else ()


def _tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Close the gaps that clauses left out leave behind."""
    ends_with_space = True
    waiting: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, TextPiece):
            text = _SPACES.sub(" ", piece.text)
            text = text.lstrip(" ") if ends_with_space else text
            piece = TextPiece(text)
            ends_with_space = text.endswith(" ") if text else ends_with_space
        elif isinstance(piece, FigurePiece):
            ends_with_space = False
        waiting.append(piece)
    yield from _trimmed(waiting)


def _trimmed(pieces: list[Piece]) -> Iterator[Piece]:
    """Leave out empty texts and the space at the end of the paragraph."""
    last = max(
        (
            number
            for number, piece in enumerate(pieces)
            if isinstance(piece, TextPiece | FigurePiece) and piece.text.strip()
        ),
        default=-1,
    )
    for number, piece in enumerate(pieces):
        if isinstance(piece, TextPiece):
            text = piece.text.rstrip(" ") if number == last else piece.text
            if text and number <= last:
                yield TextPiece(text)
        else:
            yield piece


def _says_something(piece: Piece) -> bool:
    return isinstance(piece, TextPiece | FigurePiece) and bool(piece.text.strip())


def _capitalised(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Begin every sentence with a capital letter, whatever was left out before it."""
    at_start = True
    for piece in pieces:
        if isinstance(piece, TextPiece | FigurePiece):
            text = capital(piece.text) if at_start else piece.text
            if text.strip():
                at_start = isinstance(piece, TextPiece) and _ends_sentence(text)
            yield TextPiece(text) if isinstance(piece, TextPiece) else FigurePiece(piece.figure, text)
        else:
            yield piece


def _ends_sentence(text: str) -> bool:
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    return bool(ends) and not text[ends[-1] :].strip()


def capital(text: str) -> str:
    """Return the text with its first letter as a capital, behind quotation marks and spaces too."""
    for number, character in enumerate(text):
        if character.isalnum():
            return text[:number] + character.upper() + text[number + 1 :]
    return text
