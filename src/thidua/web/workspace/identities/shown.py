"""A pair as the page shows it: field by field, and year by year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from thidua.registry.identities.words import Agreement, agreements
from thidua.registry.models import Award, IdentityCandidate
from thidua.registry.queries.identities import SideShown
from thidua.web.shell.tags import Tag
from thidua.web.workspace.identities.states import says_tag


@dataclass(frozen=True)
class FieldShown:
    """What both sides say in one field, and whether it agrees."""

    what: Agreement
    tag: Tag


@dataclass(frozen=True)
class YearShown:
    """What both sides received in one year."""

    year: int
    left: tuple[Award, ...]
    right: tuple[Award, ...]


def fields_of(row: IdentityCandidate) -> list[FieldShown]:
    """Return the fields that were compared."""
    return [FieldShown(one, says_tag(one.says)) for one in agreements(row.reasons) if one.left or one.right]


def years_of(left: SideShown, right: SideShown) -> list[YearShown]:
    """Return the awards of both by year, the oldest first."""
    found: dict[int, tuple[list[Award], list[Award]]] = defaultdict(lambda: ([], []))
    for place, side in enumerate((left, right)):
        for award in side.awards:
            found[award.year][place].append(award)
    return [YearShown(year, tuple(one), tuple(other)) for year, (one, other) in sorted(found.items())]
