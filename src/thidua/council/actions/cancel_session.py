"""Cancel a session, or give it more time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_running
from thidua.council.enums import SessionState
from thidua.council.models import SealedBallot, Session
from thidua.council.sealing import destroy_key
from thidua.council.telling import CANCELLED, EXTENDED, tell_members
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


@logs_refusals
def cancel_session(*, session: Session, reason: str, by: User) -> Session:
    """Cancel a session that is not closed: nothing is counted, sealed ballots are destroyed unopened.

    Its nominations may go on the agenda of another one. Raises NotAllowed, Refused.
    """
    require_keeping(by, session.unit)
    told = _told(reason, "cancelled_reason")
    with transaction.atomic():
        row = locked(session)
        if row.state != SessionState.PLANNED:
            require_running(row)
        row.state, row.cancelled_reason, row.version = SessionState.CANCELLED, told, row.version + 1
        row.save(update_fields=["state", "cancelled_reason", "version"])
        SealedBallot.objects.filter(session=row).delete()
        record(by=by, action="council.session_cancelled", subject=row, details={"reason": told})
        tell_members(row, CANCELLED, told)
        box = row.box
        if box is not None:
            transaction.on_commit(lambda: destroy_key(box))
    return row


@logs_refusals
def extend_session(*, session: Session, closes_at: datetime, reason: str, by: User) -> Session:
    """Let the voting end later, with the reason. Raises NotAllowed, VotingOver, Refused."""
    require_keeping(by, session.unit)
    told = _told(reason, "early_reason")
    with transaction.atomic():
        row = locked(session)
        require_running(row)
        if closes_at <= max(row.closes_at, timezone.now()):
            raise Refused({"closes_at": _("Give a time later than the present end.")})
        row.closes_at, row.version = closes_at, row.version + 1
        row.save(update_fields=["closes_at", "version"])
        details = {"closes_at": format_date_time(closes_at), "reason": told}
        record(by=by, action="council.session_extended", subject=row, details=details)
        tell_members(row, EXTENDED, told)
    return row


def _told(reason: str, column: str) -> str:
    told = clean_line(reason)
    if not told:
        raise Refused({"reason": _("Write the reason; it goes into the log and the minutes.")})
    misfit = misfits(Session, {column: told}).get(column)
    if misfit is not None:
        raise Refused({"reason": misfit})
    return told
