"""Where the register knows something from: file, sheet, row and cell of an imported book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.registry.queries.books import Source

# The columns of a book in the order in which an award is told; birth is personal and left out.
FIELDS: Final[dict[str, Promise]] = {
    "name": pgettext_lazy("column", "Name"),
    "kind": _("Recipient"),
    "post": _("Post"),
    "unit": _("Unit or address"),
    "award": _("Award"),
    "type": _("Type of commendation"),
    "decision": _("Decision"),
    "decided_on": _("Decision date"),
    "authority": _("Decided by"),
    "year": _("Year"),
    "amount": _("Bonus"),
    "reason": _("Achievement"),
    "note": _("Note"),
}


@dataclass(frozen=True)
class CellTold:
    """One value as it stands in a book: what it says, the cell («C7», "" for a title), the text as written."""

    label: str
    cell: str
    text: str


@dataclass(frozen=True)
class SourceTold:
    """A row of a book with its cells."""

    source: Source
    cells: tuple[CellTold, ...]


def sources_told(sources: Iterable[Source]) -> list[SourceTold]:
    """Return each source with the cells of its row."""
    return [SourceTold(one, _cells(one.cells)) for one in sources]


def _cells(cells: dict[str, list[str]]) -> tuple[CellTold, ...]:
    return tuple(
        CellTold(str(label), *_cell_and_text(cells[name])) for name, label in FIELDS.items() if name in cells
    )


def _cell_and_text(written: Sequence[str]) -> tuple[str, str]:
    cell, text = (*written, "", "")[:2]
    return str(cell), str(text)
