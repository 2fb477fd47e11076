"""Say which unit answers for a paragraph."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.reports.actions.guards import locked_paragraph, require_drafting
from thidua.reports.models import Paragraph
from thidua.support.audit.actions.record import record


def assign_responsible(*, paragraph: Paragraph, unit: Unit | None, by: User) -> Paragraph:
    """Let `unit` answer for the paragraph and return it; a sign-off by another unit is dropped.

    Raises NotAllowed, Refused.
    """
    require_drafting(by, paragraph.report.unit)
    with transaction.atomic():
        locked = locked_paragraph(paragraph)
        if locked.responsible_id == (unit.pk if unit else None):
            return locked
        details = {"responsible": [str(locked.responsible or ""), str(unit or "")]}
        locked.responsible = unit
        locked.signed_off_at = locked.signed_off_by = None
        locked.signed_off_hash = ""
        locked.save(update_fields=["responsible", "signed_off_at", "signed_off_by", "signed_off_hash"])
        record(by=by, action="reports.responsible_assigned", subject=locked, details=details)
    return locked
