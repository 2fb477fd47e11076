"""Close a session and count."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.counting import results_of
from thidua.council.actions.emptying import empty_box, seal_of
from thidua.council.actions.hand_on_results import hand_on
from thidua.council.actions.locking import locked, moment_of, require_running
from thidua.council.enums import SessionState
from thidua.council.models import ItemResult, Session
from thidua.council.queries.paper import paper_items
from thidua.council.queries.turnout import turnout
from thidua.council.sealing import destroy_key
from thidua.council.telling import CLOSED, tell_members
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


@logs_refusals
def close_session(*, session: Session, by: User, reason: str = "", at: datetime | None = None) -> Session:
    """End the voting, count, and write every result, or nothing at all; return the session.

    Closing a closed session changes nothing, so that a closing that was cut off is simply done again. `reason` says why
    it is closed before its time while somebody present has not voted. What was entered afterwards ended when it was to
    end. Raises NotAllowed; Refused without quorum, while
    the tellers differ, or when the ballot box is not as it should be.
    """
    require_keeping(by, session.unit)
    told = clean_line(reason)
    with transaction.atomic():
        row = locked(session)
        moment = row.closes_at if row.entered_later else moment_of(at)
        if row.state == SessionState.CLOSED:
            _destroy_after_commit(row)  # in case the process died between the two
            return row
        require_running(row)
        faults = misfits(Session, {"early_reason": told}) | _faults(row, moment, told)
        if faults:
            raise Refused(faults)
        results = results_of(row, empty_box(row))
        ItemResult.objects.bulk_create(results)
        row.state, row.closed_at, row.closed_by = SessionState.CLOSED, moment, by
        row.early_reason, row.seal, row.version = told, seal_of(row), row.version + 1
        row.save(update_fields=["state", "closed_at", "closed_by", "early_reason", "seal", "version"])
        kept_back = [str(result.item) for result in hand_on(row, by)]
        passed = sum(result.passed for result in results)
        details = {
            "items": len(results),
            "passed": passed,
            "kept_back": kept_back,
            "seal": row.seal,
            "early_reason": told,
        }
        record(by=by, action="council.session_closed", subject=row, details=details)
        tell_members(row, CLOSED)
        _destroy_after_commit(row)
    return row


def _faults(session: Session, moment: datetime, reason: str) -> Faults:
    counted = turnout(session)
    faults: Faults = {}
    if not counted.quorum_reached:
        faults[""] = _(
            "%(present)s of %(members)s members take part; %(needed)s are needed. Extend the session or cancel it."
        ) % {"present": counted.present, "members": counted.members, "needed": counted.needed}
    if moment < session.closes_at and counted.missing and not reason:
        faults["reason"] = _(
            "%(missing)s members have not voted yet. Wait, or write why the voting ends now."
        ) % {"missing": counted.missing}
    open_items = [str(paper.item) for paper in paper_items(session) if not paper.agreed]
    if open_items:
        faults["paper"] = _("The two tellers have not agreed yet on: %(items)s.") % {
            "items": "; ".join(open_items)
        }
    return faults


def _destroy_after_commit(session: Session) -> None:
    box = session.box
    if box is not None:
        transaction.on_commit(lambda: destroy_key(box))
