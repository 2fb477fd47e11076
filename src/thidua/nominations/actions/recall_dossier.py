"""Take a dossier back before it is received, throw a draft away, or withdraw what is on its way."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import DISCARD, RECALL, WITHDRAW
from thidua.nominations.actions.moving import lock, move
from thidua.nominations.actions.settling import settle_rest
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier


def recall_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Make a dossier that is not received yet a draft again and return it. Raises Refused, NotAllowed."""
    with transaction.atomic():
        row = lock(dossier)
        move(row, RECALL, by=by, at=at, values={"submitted_at": None, "declared_by": None})
    return row


def discard_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Throw a draft away; its row stays, closed. Raises Refused, NotAllowed."""
    with transaction.atomic():
        row = lock(dossier)
        move(row, DISCARD, by=by, at=at)
        settle_rest(row, Outcome.WITHDRAWN, "")
    return row


def withdraw_dossier(
    *, dossier: Dossier, reason: str, by: User | None, at: datetime | None = None
) -> Dossier:
    """Withdraw a dossier that was sent in, with a reason, and return it. Raises Refused, NotAllowed."""
    reason = clean_text(reason)
    with transaction.atomic():
        row = lock(dossier)
        move(row, WITHDRAW, by=by, at=at, reason=reason)
        settle_rest(row, Outcome.WITHDRAWN, reason)
    return row
