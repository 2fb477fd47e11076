"""Send a dossier in, for the first time or after completion."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.workflow.dossier import RESUBMIT, SUBMIT
from thidua.nominations.actions.fingerprinting import keep_fingerprints
from thidua.nominations.actions.moving import lock, moment, move
from thidua.nominations.actions.store_appraisal import keep_answers
from thidua.nominations.enums import ALIVE
from thidua.nominations.models import Dossier


def submit_dossier(
    *, dossier: Dossier, declared: bool, by: User | None, at: datetime | None = None
) -> Dossier:
    """Send a draft to the office, with the declaration that what it says is true, and return it.

    Raises Refused with what is missing, by field; NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        values = {"submitted_at": moment(at), "declared_by": by or row.opened_by}
        move(row, SUBMIT, by=by, at=at, values=values, given={"declared": declared})
        keep_fingerprints(row)
    return row


def resubmit_dossier(
    *, dossier: Dossier, declared: bool, by: User | None, at: datetime | None = None
) -> Dossier:
    """Send a returned dossier in again and return it; its clock goes on where it stood.

    Its nominees are checked by the law again at once, so that the office never reads the answer of before mending.
    Raises Refused with what is missing and what is not mended, by field; NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        values = {"submitted_at": moment(at), "declared_by": by or row.declared_by}
        move(row, RESUBMIT, by=by, at=at, values=values, given={"declared": declared})
        keep_fingerprints(row)
        wanted = row.nominations.filter(outcome__in=ALIVE).select_related("person", "unit", "household")
        keep_answers(row, list(wanted), by=None, at=moment(at))
    return row
