"""Recipients counted by kind: «27 tập thể, 24 cá nhân và 02 gia đình»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from django.utils.translation import gettext as _

from thidua.registry.enums import RecipientKind
from thidua.reports.figures.bound import FigurePart, RowReference
from thidua.reports.figures.scope import Scope
from thidua.support.provenance import Provenance

# The order in which the Board names them.
ORDER: Final = (
    RecipientKind.COLLECTIVE,
    RecipientKind.INDIVIDUAL,
    RecipientKind.HOUSEHOLD,
    RecipientKind.AUTHOR,
)


class Line(Protocol):
    """An award or a result: one recipient."""

    pk: int
    recipient_kind: str
    recipient_name: str
    provenance: str


def counted(lines: Iterable[Line]) -> dict[RecipientKind, int]:
    """Return how many recipients there are of each kind that occurs, in the Board's order."""
    found = Counter(line.recipient_kind for line in lines)
    return {kind: found[kind] for kind in ORDER if found[kind]}


def worded(scope: Scope, counts: dict[RecipientKind, int]) -> str:
    """Return the counts in one phrase."""
    return scope.words.enumerate([count_text(scope, kind, count) for kind, count in counts.items()])


def count_text(scope: Scope, kind: RecipientKind, count: int) -> str:
    """Return «02 gia đình»."""
    return f"{scope.count(count)} {scope.words.say(f'recipients.{kind}')}"


def parts(
    scope: Scope, about: str, counts: dict[RecipientKind, int], origin: Provenance
) -> tuple[FigurePart, ...]:
    """Return one part per kind.

    How many there were is what the decision or the edition states: the counts have its origin, not that of the
    lines, whose names may be invented where the source prints none.
    """
    return tuple(
        FigurePart(about, count_text(scope, kind, count), count, origin) for kind, count in counts.items()
    )


def remark_on(lines: Iterable[Line]) -> str:
    """Return the sentence that says how many of the names are invented; "" when none is."""
    invented = sum(Provenance(line.provenance).needs_mark for line in lines)
    if not invented:
        return ""
    return _(
        "The source states how many there were. The names of %(count)s recipients are illustrative data."
    ) % {"count": invented}


def row(line: Line, model: str, detail: str) -> RowReference:
    """Return the reference to one recipient."""
    return RowReference(line.recipient_name, model, str(line.pk), detail, Provenance(line.provenance))
