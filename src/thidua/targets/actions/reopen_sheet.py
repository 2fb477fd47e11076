"""Give an accepted or locked sheet back to its unit."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.reporting import REOPEN
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, move
from thidua.targets.models import Sheet


def reopen_sheet(*, sheet: Sheet, reason: str, by: User | None) -> Sheet:
    """Open the sheet again for its unit, and return it.

    The figures accepted from it stand until it is accepted anew. Raises Refused, NotAllowed.
    """
    if not access.may_appraise(by, sheet.round):
        raise NotAllowed(_("Only those who opened this round reopen its reports."))
    reason = clean_text(reason)
    if not reason:
        raise Refused({"reason": _("Write why the report is opened again; the unit reads these words.")})
    with transaction.atomic():
        row = lock(sheet)
        values = {
            "reopen_reason": reason,
            "reopen_request": "",
            "return_reason": "",
            "accepted_at": None,
            "accepted_by": None,
        }
        move(row, REOPEN, by=by, action="targets.sheet_reopened", values=values)
    return row
