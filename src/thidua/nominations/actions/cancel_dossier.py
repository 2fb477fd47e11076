"""Close a dossier without a result."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import CANCEL
from thidua.nominations.actions.moving import lock, move
from thidua.nominations.actions.settling import settle_rest
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier


def cancel_dossier(*, dossier: Dossier, reason: str, by: User | None, at: datetime | None = None) -> Dossier:
    """Close a dossier that leads nowhere, with a reason that the unit reads, and return it.

    Raises Refused, NotAllowed.
    """
    reason = clean_text(reason)
    with transaction.atomic():
        row = lock(dossier)
        move(row, CANCEL, by=by, at=at, reason=reason)
        settle_rest(row, Outcome.REFUSED, reason)
    return row
