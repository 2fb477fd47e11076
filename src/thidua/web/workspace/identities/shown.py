"""A pair as the page shows it: field by field, and year by year; and a run that looks for pairs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from thidua.registry.actions.start_identity_search import is_silent
from thidua.registry.enums import SearchState
from thidua.registry.identities.words import Agreement, agreements
from thidua.registry.models import Award, IdentityCandidate, IdentitySearch
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


@dataclass(frozen=True)
class SearchShown:
    """A run. `works`: it is under way; `is_broken`: it came to no end; `seconds`: since it began, or of the whole."""

    row: IdentitySearch
    works: bool
    is_broken: bool
    seconds: int

    @property
    def offered_from(self) -> float:
        """The probability from which a pair is offered, in percent."""
        return self.row.at_least * 100


def search_shown(row: IdentitySearch) -> SearchShown:
    """Return the run as it stands now: one that fell silent was killed."""
    silent = is_silent(row)
    works = row.state == SearchState.RUNNING and not silent
    taken = (timezone.now() - row.started_at).total_seconds() if works else row.seconds
    return SearchShown(row, works, silent or row.state == SearchState.FAILED, round(taken))
