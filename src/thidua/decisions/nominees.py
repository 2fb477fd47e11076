"""The nominees that lines of proposals and decisions stand for; lines of prizes stand for none."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.decisions.models import DecisionLine, ProposedLine
from thidua.nominations.models import Nomination


def nominations_of(lines: Iterable[DecisionLine] | Iterable[ProposedLine]) -> list[Nomination]:
    """Return the nominations of the lines in their order, without the lines of prizes."""
    return [line.nomination for line in lines if line.nomination is not None]


def nomination_of(line: DecisionLine | ProposedLine) -> Nomination:
    """Return the nomination of a line that is known to have one."""
    assert line.nomination is not None  # the papers of dossiers hold no prizes
    return line.nomination
