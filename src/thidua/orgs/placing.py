"""Where a unit stands while its parent moves: spans and paths, without the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.orgs import paths
from thidua.orgs.periods import Span


@dataclass(frozen=True)
class Piece:
    """A stretch of time in which a path holds."""

    span: Span
    path: str


def pieces_below(unit_id: int, span: Span, parent_pieces: Sequence[Piece] | None) -> list[Piece]:
    """Return the pieces of `unit_id` standing below a parent for `span`; None means that it is a root.

    A parent that moves cuts the span in two; where the parent stands nowhere, neither does the unit.
    """
    if parent_pieces is None:
        return [Piece(span, paths.path_below("", unit_id))]
    pieces = [
        Piece(common, paths.path_below(piece.path, unit_id))
        for piece in parent_pieces
        if (common := span.overlap(piece.span))
    ]
    return sorted(pieces, key=lambda piece: piece.span.starts)
