"""Keep the minutes that chair and secretary signed."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.council.access import require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked
from thidua.council.enums import SessionState
from thidua.council.models import Session
from thidua.support.audit.actions.record import record
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


@logs_refusals
def keep_signed_minutes(*, session: Session, paper: StoredFile | None, by: User) -> Session:
    """Keep the scan of the signed minutes with a closed session and return it; a later scan takes its place.

    The file before it is kept in the store. Raises NotAllowed; Refused without a file or before closing.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        if row.state != SessionState.CLOSED:
            raise Refused(_("Minutes are signed when the session is closed and counted. Close it first."))
        if paper is None:
            raise Refused({"paper": _("Add the signed minutes: a PDF or photo.")})
        row.signed_minutes, row.version = paper, row.version + 1
        row.save(update_fields=["signed_minutes", "version"])
        details = {"file": paper.original_name}
        record(by=by, action="council.signed_minutes_kept", subject=row, details=details)
    return row
