"""Outcomes of nominations, stored together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from thidua.nominations.enums import ALIVE, Outcome
from thidua.nominations.models import Dossier, Nomination


def settle_rest(row: Dossier, outcome: Outcome, reason: str) -> int:
    """Give every nomination that is not settled the same outcome, and return how many there were."""
    return row.nominations.filter(outcome__in=ALIVE).update(
        outcome=outcome, outcome_reason=reason, version=F("version") + 1
    )


def store_outcomes(changed: Iterable[Nomination]) -> None:
    """Store outcome, reason and version of locked nominations; those that changed alike at once."""
    alike: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for row in changed:
        alike[row.outcome, row.outcome_reason, row.version].append(row.pk)
    for (outcome, reason, version), ids in alike.items():
        Nomination.objects.filter(pk__in=ids).update(outcome=outcome, outcome_reason=reason, version=version)
