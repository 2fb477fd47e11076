"""What dossiers went through and whom they carry, read once for many of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from thidua.core.workflow.dossier import SUSPEND
from thidua.nominations.models import Dossier, DossierMove, Nomination, Suspension


@dataclass(frozen=True)
class DossierLog:
    """The moves of a dossier in order, its suspensions, and how many nominees it has by outcome and award."""

    moves: tuple[DossierMove, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    nominees: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def last(self) -> DossierMove | None:
        """The last move; None where there was none."""
        return self.moves[-1] if self.moves else None

    @property
    def awards(self) -> list[str]:
        """The awards that are asked for, each once."""
        return sorted({award for _outcome, award in self.nominees})

    def count(self, *outcomes: str) -> int:
        """Return how many nominees have one of `outcomes`."""
        return sum(count for (outcome, _award), count in self.nominees.items() if outcome in outcomes)

    def was_in(self, state: str) -> bool:
        """Tell whether the dossier ever came into `state`."""
        return any(move.target == state for move in self.moves)


def logs_of(dossiers: Iterable[Dossier]) -> dict[int, DossierLog]:
    """Return the log of each dossier by its id; two queries, and one more where somebody was ever suspended."""
    ids = [row.pk for row in dossiers]
    moves: dict[int, list[DossierMove]] = defaultdict(list)
    for move in DossierMove.objects.filter(dossier__in=ids).order_by("dossier_id", "ordinal"):
        moves[move.dossier_id].append(move)
    suspensions = _suspensions(pk for pk, own in moves.items() if any(move.verb == SUSPEND for move in own))
    nominees: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    rows = Nomination.objects.filter(dossier__in=ids).order_by()
    for pk, outcome, award in rows.values_list("dossier_id", "outcome", "award_code"):
        nominees[pk][outcome, award] += 1
    return {pk: DossierLog(tuple(moves[pk]), tuple(suspensions[pk]), nominees[pk]) for pk in ids}


def log_of(dossier: Dossier) -> DossierLog:
    """Return the log of one dossier."""
    return logs_of([dossier])[dossier.pk]


def _suspensions(dossiers: Iterable[int]) -> dict[int, list[Suspension]]:
    found: dict[int, list[Suspension]] = defaultdict(list)
    suspended = list(dossiers)
    if suspended:
        for row in Suspension.objects.filter(dossier__in=suspended).order_by("pk"):
            found[row.dossier_id].append(row)
    return found
