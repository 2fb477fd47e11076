"""Ask for an accepted sheet back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.reporting import REOPEN
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, require_move
from thidua.targets.models import Sheet


def request_reopening(*, sheet: Sheet, reason: str, by: User | None) -> Sheet:
    """Keep the unit's wish to correct its accepted sheet, and return it; the office sees it in its work list.

    Raises Refused, NotAllowed.
    """
    if not access.may_report(by, sheet.unit):
        raise NotAllowed(_("Only officers of %(unit)s ask for its report back.") % {"unit": sheet.unit.name})
    reason = clean_text(reason)
    if not reason:
        raise Refused({"reason": _("Write what is to be corrected, and why.")})
    with transaction.atomic():
        row = lock(sheet)
        require_move(row, REOPEN)
        row.reopen_request = reason
        row.save(update_fields=["reopen_request"])
        details = {"round": row.round.slug, "unit": row.unit.key, "reason": reason}
        record(by=by, action="targets.reopening_requested", subject=row, details=details)
    return row
