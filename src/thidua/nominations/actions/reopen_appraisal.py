"""Take an appraised dossier back to the desk."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import REOPEN
from thidua.nominations.actions.moving import lock, move
from thidua.nominations.actions.return_dossier import reopen_outcomes
from thidua.nominations.models import Dossier


def reopen_appraisal(
    *, dossier: Dossier, reason: str, by: User | None, at: datetime | None = None
) -> Dossier:
    """Open the appraisal again, with a reason, and return the dossier; every conclusion is open again.

    Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        move(row, REOPEN, by=by, at=at, reason=clean_text(reason))
        reopen_outcomes(row)
    return row
