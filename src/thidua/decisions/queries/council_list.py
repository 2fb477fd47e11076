"""Where a proposal differs from what the council passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.workflow.dossier import COUNCIL, skipped_states
from thidua.council.models import ItemResult
from thidua.nominations.models import Dossier, Nomination


@dataclass(frozen=True)
class Votes:
    """Yes votes over all members."""

    yes: int
    members: int
    no: int
    passed: bool


@dataclass(frozen=True)
class Difference:
    """Who was passed but is not proposed, and who is proposed without having been passed here."""

    missing: tuple[Nomination, ...]
    added: tuple[Nomination, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.added)


def votes_on(nominations: Sequence[Nomination]) -> dict[int, Votes]:
    """Return nomination id → votes of the last closed ballot; one query."""
    results = ItemResult.objects.filter(item__nomination__in=nominations).order_by("item__session__closed_at")
    rows = results.values_list("item__nomination_id", "yes", "members", "no", "passed")
    return {pk: Votes(yes, members, no, passed) for pk, yes, members, no, passed in rows}


def difference_from_council(dossiers: Sequence[Dossier], proposed: Sequence[Nomination]) -> Difference:
    """Compare the list with the results of the council's closed ballots; dossiers without council never differ."""
    asked = [one for one in dossiers if COUNCIL not in skipped_states(one.route, one.level)]
    everyone = list(Nomination.objects.filter(dossier__in=asked).order_by("dossier", "ordinal"))
    votes = votes_on(everyone)
    named = {one.pk for one in proposed}
    return Difference(
        missing=tuple(
            one for one in everyone if one.pk in votes and votes[one.pk].passed and one.pk not in named
        ),
        added=tuple(
            one for one in everyone if one.pk in named and not (one.pk in votes and votes[one.pk].passed)
        ),
    )
