"""What becomes of the nominations when their dossier ends."""

from __future__ import annotations

from django.db.models import F

from thidua.nominations.enums import ALIVE, Outcome
from thidua.nominations.models import Dossier


def settle_rest(row: Dossier, outcome: Outcome, reason: str) -> int:
    """Give every nomination that is not settled the same outcome, and return how many there were."""
    return row.nominations.filter(outcome__in=ALIVE).update(
        outcome=outcome, outcome_reason=reason, version=F("version") + 1
    )
