"""Reopen a frozen report for a correction; what was frozen stays."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.reports import access
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def correct_report(*, report: ClosingReport, note: str, by: User) -> ClosingReport:
    """Open the report for a new version and return it; `note` says why, and is printed with the correction.

    Raises NotAllowed, Refused.
    """
    if not access.may_freeze(by, report):
        raise NotAllowed(_("Only a leader of the Board reopens a frozen report."))
    said = clean_text(note)
    if not said:
        raise Refused({"note": _("Say what has to be corrected, and why.")})
    with transaction.atomic():
        locked = ClosingReport.objects.select_for_update().get(pk=report.pk)
        if locked.state != ReportState.FROZEN:
            raise Refused(_("The report is not frozen: it can be edited right away."))
        locked.state = ReportState.CORRECTING
        locked.correction_note = said
        locked.version += 1
        locked.save(update_fields=["state", "correction_note", "version"])
        record(by=by, action="reports.reopened", subject=locked, details={"note": said})
    return locked
